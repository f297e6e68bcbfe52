/** How the window reaches the desk: through the letter slot of the desktop program, or over loopback HTTP. */
import type { EventEnvelope } from '#contract/define.ts';
import { fail, type Result } from '#model/result.ts';

export type Answer = Result<unknown>;

export type EventSink = Readonly<{
  event(envelope: EventEnvelope): void;
  /** The latest number the desk has given out; sent on (re)connecting where what was missed is not kept. */
  hello(seq: number): void;
}>;

export type Transport = Readonly<{
  /** Never rejects: what goes wrong on the way is an Answer with a code. */
  send(method: string, input: unknown): Promise<Answer>;
  /** Listens until told to stop; comes back by itself after an interruption. */
  listen(sink: EventSink): () => void;
  /** A dropped or chosen file → a word of this session that the desk knows it by; null when it does not take it. */
  tokenForFile(file: File): Promise<string | null>;
}>;

export const UNREACHABLE: Answer = fail('unreachable', 'the desk does not answer');
