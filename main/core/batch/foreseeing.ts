/** What would become of each, and whether that is still what was shown. */
import { createHash } from 'node:crypto';
import type { LeftOutReason } from '#model/batch.ts';
import type { BatchKind, BatchParams, Entry, Foreseen } from './kinds.ts';

/**
 * What was on screen when the batch was asked for. A new version alone is no change: the city counts one for
 * each of the unit's own forms. `text` is the hash of what was to leave; null where nothing was.
 */
export type Basis = Readonly<{
  name: string;
  title: string;
  state: string | null;
  submission: number;
  text: string | null;
}>;

export function basisOf(entry: Entry | undefined, foreseen: Foreseen | null): Basis {
  if (!entry) return { name: '', title: '', state: null, submission: 0, text: null };
  const { name, title, state, submission } = entry.digest;
  return { name, title, state, submission, text: foreseen?.kind === 'will' ? hashOf(foreseen.text) : null };
}

/** The text that leaves now, or why none does. */
export function foreseeAgain(
  kind: BatchKind,
  entry: Entry | undefined,
  params: BatchParams,
  basis: Basis,
): Readonly<{ entry: Entry; text: string }> | LeftOutReason {
  if (!entry) return { code: 'not-found', detail: '' };
  const { state, submission } = entry.digest;
  if (state !== basis.state || submission !== basis.submission) return CHANGED;
  const foreseen = kind.foresee(entry, params);
  if (foreseen.kind !== 'will') return foreseen.reason;
  return hashOf(foreseen.text) === basis.text ? { entry, text: foreseen.text } : CHANGED;
}

const CHANGED: LeftOutReason = { code: 'changed-meanwhile', detail: '' };

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
