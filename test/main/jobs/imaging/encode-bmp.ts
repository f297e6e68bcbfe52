/** Writes Windows bitmaps for tests: the five depths, from the bottom or the top, packed or not. */

type Rgb = Readonly<{ data: Uint8Array; width: number; height: number }>;
type Options = Readonly<{ bits: 1 | 4 | 8 | 16 | 24 | 32; isTopDown?: boolean; isRunLength?: boolean; dpi?: number }>;

/** With a palette, the picture may have no more colours than the bits can name. */
export function encodeBmp(picture: Rgb, { bits, isTopDown = false, isRunLength = false, dpi = 0 }: Options): Buffer {
  const { width, height } = picture;
  const { indexes, palette } = bits <= 8 ? indexed(picture, bits) : { indexes: null, palette: Buffer.alloc(0) };
  const rows = Array.from({ length: height }, (_, n) => (isTopDown ? n : height - 1 - n));
  const body = Buffer.concat(
    indexes && isRunLength
      ? [...rows.map((y) => runs(indexes.subarray(y * width, (y + 1) * width))), Buffer.from([0, 1])]
      : rows.map((y) => (indexes ? packed(indexes.subarray(y * width, (y + 1) * width), bits) : row(picture, y, bits))),
  );
  const header = Buffer.alloc(54);
  header.write('BM', 'latin1');
  header.writeUInt32LE(54 + palette.length + body.length, 2);
  header.writeUInt32LE(54 + palette.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(width, 18);
  header.writeInt32LE(isTopDown ? -height : height, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(bits, 28);
  header.writeUInt32LE(isRunLength ? 1 : 0, 30);
  header.writeInt32LE(Math.round(dpi / 0.0254), 38);
  header.writeInt32LE(Math.round(dpi / 0.0254), 42);
  return Buffer.concat([header, palette, body]);
}

function indexed({ data }: Rgb, bits: number) {
  const known = new Map<number, number>();
  const indexes = new Uint8Array(data.length / 3);
  const palette = Buffer.alloc(2 ** bits * 4);
  for (let n = 0; n < indexes.length; n += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray(n * 3, n * 3 + 3);
    const key = (red << 16) | (green << 8) | blue;
    const index = known.get(key) ?? known.size;
    known.set(key, index);
    palette.set([blue, green, red], index * 4);
    indexes[n] = index;
  }
  return { indexes, palette };
}

function packed(indexes: Uint8Array, bits: number): Buffer {
  const line = Buffer.alloc(Math.ceil((indexes.length * bits) / 32) * 4);
  indexes.forEach((index, x) => {
    const at = Math.floor((x * bits) / 8);
    line[at] = (line[at] ?? 0) | (index << (8 - bits - ((x * bits) % 8)));
  });
  return line;
}

/** Runs of one colour, and where a pixel stands alone for three the literal form. */
function runs(indexes: Uint8Array): Buffer {
  const codes: number[] = [];
  for (let x = 0; x < indexes.length;) {
    let length = 1;
    while (length < 255 && indexes[x + length] === indexes[x]) length += 1;
    const isLiteral = length === 1 && x + 3 <= indexes.length;
    if (isLiteral) codes.push(0, 3, ...indexes.subarray(x, x + 3), 0);
    else codes.push(length, indexes[x] ?? 0);
    x += isLiteral ? 3 : length;
  }
  return Buffer.from([...codes, 0, 0]);
}

function row({ data, width }: Rgb, y: number, bits: number): Buffer {
  const line = Buffer.alloc(Math.ceil((width * bits) / 32) * 4);
  for (let x = 0; x < width; x += 1) {
    const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3);
    if (bits === 16) line.writeUInt16LE(((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3), x * 2);
    else line.set([blue, green, red], x * (bits / 8));
  }
  return line;
}
