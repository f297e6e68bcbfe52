/** A paper that is gathered and not set yet. */
import { createHash } from 'node:crypto';
import type { PaperProblem, PaperRef, PersonPaper } from '#model/paper.ts';
import type { Result } from '#model/result.ts';
import type { ImageFacts, Section } from '#ports/paper-document.ts';
import type { Copy } from '../scans/scans.service.ts';

export type Draft = Readonly<{
  ref: PaperRef;
  /** whose it is, in reports and names of files: a person, or what the notice or the list is about */
  who: string;
  /** 「评审表」 */
  name: string;
  /** that the person files for; '' of the unit's papers */
  title: string;
  /** of everything that it is made of: another one means that it has to be printed anew */
  fingerprint: string;
  /** whose pictures stand in it */
  copies: readonly Copy[];
  /** why it cannot be made, known before anything is read or set */
  problem: Trouble | null;
  /** The evaluation form of an application that has not passed electronically. */
  isTooEarly: boolean;
  compose(company: Company): Promise<Result<Composed, 'bad-template'>>;
}>;

/** `images`: facts of its pictures, by copy · `boundWith`: the person's papers in the same file */
export type Company = Readonly<{ images: ReadonlyMap<string, ImageFacts>; boundWith: readonly PersonPaper[] }>;

/** `detail`: the file, the characters, or what is missing; '' where the problem says it all */
export type Trouble = Readonly<{ problem: PaperProblem; detail: string }>;

/** `docx`: the same for a word processor; null: this kind has none */
export type Composed = Readonly<{ sections: readonly Section[]; docx: Uint8Array | null }>;

/** Of plain data put together in a fixed order. */
export function fingerprintOf(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}

/** What its copies alone say about making it. */
export function troubleOfCopies(copies: readonly Copy[]): Trouble | null {
  if (copies.length === 0) return { problem: 'no-copies', detail: '' };
  const waiting = copies.find(({ sha256 }) => sha256 === null);
  return waiting ? { problem: 'not-ready', detail: waiting.fileName } : null;
}
