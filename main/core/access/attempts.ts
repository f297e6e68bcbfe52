/**
 * How often in a row a person's passphrase was wrong. Counted on disk before each try, so that ending the
 * process gives no free guess. Someone with the file can reset it: against them scrypt and the pepper stand.
 */
import { createSlots, readSlots, writeSlot } from '#archive/slots.ts';

/** 五(三)3: three wrong passphrases lock an account */
export const ATTEMPTS = 3;

export type Attempts = Readonly<{
  /** tries left before the person is locked; 0 is locked */
  left(personId: string): number;
  /** Returns when the try is counted on disk. */
  count(personId: string): void;
  forget(personId: string): void;
}>;

type Counts = Readonly<Record<string, number>>;

export function openAttempts(file: string): Attempts {
  /** null: the file is damaged, which counts as locked; the recovery code clears it. */
  function read(): Counts | null {
    const slot = readSlots(file);
    if (slot === 'missing') return {};
    return slot === 'damaged' ? null : (JSON.parse(slot.payload.toString('utf8')) as Counts);
  }

  function write(counts: Counts): void {
    const payload = Buffer.from(JSON.stringify(counts), 'utf8');
    const slot = readSlots(file);
    if (typeof slot === 'string') createSlots(file, payload);
    else writeSlot(file, slot.revision + 1n, payload);
  }

  return {
    left(personId) {
      const counts = read();
      return counts ? Math.max(0, ATTEMPTS - (counts[personId] ?? 0)) : 0;
    },
    count(personId) {
      const counts = read() ?? {};
      write({ ...counts, [personId]: (counts[personId] ?? 0) + 1 });
    },
    forget(personId) {
      const { [personId]: _, ...others } = read() ?? {};
      write(others);
    },
  };
}
