/** Numbers out of a row of bytes, one after the other. */
export type Reader = Readonly<{
  at(): number;
  uint8(): number;
  uint16(): number;
  int16(): number;
  uint32(): number;
  take(length: number): Buffer;
  /** WOFF2, 4.1: UIntBase128 */
  base128(): number;
  /** WOFF2, 4.2: 255UInt16 */
  short255(): number;
}>;

const [WORD, TWICE, ONCE] = [253, 254, 255] as const;

export function reader(bytes: Buffer, from = 0): Reader {
  let at = from;
  const next = (length: number): number => {
    at += length;
    return at - length;
  };
  const uint8 = () => bytes.readUInt8(next(1));
  const uint16 = () => bytes.readUInt16BE(next(2));
  return {
    at: () => at,
    uint8,
    uint16,
    int16: () => bytes.readInt16BE(next(2)),
    uint32: () => bytes.readUInt32BE(next(4)),
    take(length) {
      if (at + length > bytes.length) throw new Error('font ends early');
      return bytes.subarray(next(length), at);
    },
    base128() {
      let value = 0;
      for (let n = 0; n < 5; n += 1) {
        const byte = uint8();
        value = value * 128 + (byte & 0x7f);
        if ((byte & 0x80) === 0) return value;
      }
      throw new Error('number in a font is too long');
    },
    short255() {
      const code = uint8();
      if (code === WORD) return uint16();
      if (code === ONCE) return uint8() + WORD;
      return code === TWICE ? uint8() + 2 * WORD : code;
    },
  };
}
