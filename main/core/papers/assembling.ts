/** The bytes of a file whose papers are set: what was set, and between it each picture as it lies in the vault. */
import type { PapersOffice } from './office.ts';
import type { Setting } from './setting.ts';

type Reading = Pick<PapersOffice, 'intake'>;

/** One part after the other, so that no file is ever in memory whole. Rejects where a picture is no longer as it was. */
export async function* partsOf({ intake }: Reading, { set, copies }: Setting): AsyncGenerator<Uint8Array> {
  for (const part of set.parts) {
    if ('bytes' in part) {
      yield part.bytes;
      continue;
    }
    const copy = copies.get(part.imageId);
    const read = copy && (await intake.readCopy(copy));
    if (!read?.ok) throw new Error('a picture is gone since its paper was set');
    yield read.value;
  }
}

export async function bytesOf(reading: Reading, setting: Setting): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of partsOf(reading, setting)) parts.push(part);
  return Buffer.concat(parts);
}
