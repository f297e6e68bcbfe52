/**
 * Heavy document work, done in a process of its own that holds no key: what may be asked of it, and the words in
 * which it is asked. Everything here passes a process boundary by structured clone; bytes arrive as Uint8Array.
 */
import type { Placeholder, TemplateProblem } from '#model/paper.ts';
import type { Failure, Result } from '#model/result.ts';
import type { CopyFacts, Defect, Mend, ScanFormat, SizeRule, Unreadable } from '#model/scan.ts';
import type { ImageFacts, PaperDocument, Section, SetPaper } from './paper-document.ts';

/** What a page shows of itself, measured on the raster as scanned. */
export type PageCheck = Readonly<{
  defects: readonly Defect[];
  /** hex; near ones may be the same page, see fingerprintDistance */
  fingerprint: string;
  isBlank: boolean;
}>;

/** The office's own template, or ours, and what may stand in it. */
type Template = Readonly<{ bytes: Uint8Array; placeholders: readonly Placeholder[] }>;
/** Of each placeholder: words, whether a condition holds, the items of a list. */
export type TemplateItem = Readonly<Record<string, string | boolean>>;
export type TemplateData = Readonly<Record<string, string | boolean | readonly TemplateItem[]>>;

type Job<Input, Output> = Readonly<{ input: Input; output: Output }>;

/** A file, and one page of it from 1, by content: neither a name nor a path goes there. */
export type PageOfFile = Readonly<{ bytes: Uint8Array; pageNo: number }>;

export type Jobs = Readonly<{
  /** What kind of file it is and how many pages it has. */
  describe: Job<Readonly<{ bytes: Uint8Array }>, Readonly<{ format: ScanFormat; pageCount: number }>>;
  /** The copy for the city, a small picture and the checks, from one decode. */
  prepare: Job<
    PageOfFile & Readonly<{ mend: Mend; rule: SizeRule }>,
    Readonly<{
      /** the page as scanned, upright; dpi null: the file does not say */
      source: Readonly<{ width: number; height: number; dpi: number | null }>;
      /** JPEG, without what a camera wrote about time and place */
      copy: CopyFacts & Readonly<{ bytes: Uint8Array }>;
      /** JPEG, THUMBNAIL_LONG_SIDE at most, mended as the copy is */
      thumbnail: Uint8Array;
      check: PageCheck;
    }>
  >;
  /** One page as a JPEG for the screen, never larger than it is. */
  preview: Job<
    PageOfFile & Readonly<{ mend: Mend; longSide: number; quality: number }>,
    Readonly<{ bytes: Uint8Array }>
  >;
  /**
   * A paper as a PDF whose pictures are still to be put in. `pages`, from 1: only these are written (the whole is
   * laid out nevertheless, and `pages`, `marks` and `notes` of the answer tell of the whole).
   */
  typeset: Job<
    Readonly<{
      document: PaperDocument;
      images: readonly ImageFacts[];
      pages?: Readonly<{ from: number; to: number }> | undefined;
    }>,
    SetPaper
  >;
  /** With a password, AES-256. 'too-many-pages': it is too large for that. */
  encryptPdf: Job<Readonly<{ bytes: Uint8Array; password: string }>, Readonly<{ bytes: Uint8Array }>>;
  /** What is wrong with a template; nothing, or nothing but `not-drawn`: it can be used. */
  checkTemplate: Job<Template, Readonly<{ problems: readonly TemplateProblem[] }>>;
  /** The filled .docx, and the same as it is set for the PDF. */
  fillTemplate: Job<
    Template & Readonly<{ data: TemplateData }>,
    Readonly<
      | { isFilled: true; docx: Uint8Array; sections: readonly Section[]; warnings: readonly TemplateProblem[] }
      | { isFilled: false; problems: readonly TemplateProblem[] }
    >
  >;
}>;
export type JobName = keyof Jobs;

/** The functions behind the names. */
export type JobTable = Readonly<{
  [Name in JobName]: (input: Jobs[Name]['input']) => Promise<Result<Jobs[Name]['output'], Unreadable>>;
}>;

/**
 * Bytes of a paper that can be encrypted: the library holds a file about five times over and encrypts it in JavaScript;
 * 55 MB took 270 MB of memory and 7 s of one processor.
 */
export const MAX_ENCRYPTED_BYTES = 128 * 1024 * 1024;

/** ms from the moment a process gets it, after which that process is ended: nobody waits 20 s for an answer */
export const JOB_TIMEOUT_MS = 18_000;

/** Whether somebody looks at the very place where it will come, or beside it, or it is made for later. */
export type Urgency = 'now' | 'soon' | 'later';

export type JobRunner = Readonly<{
  /** 'cancelled' when the signal says so, or everything is ended. What is more urgent overtakes what has not begun; 'later' unless said. */
  run<Name extends JobName>(
    name: Name,
    input: Jobs[Name]['input'],
    options?: Readonly<{ signal?: AbortSignal; timeoutMs?: number; urgency?: Urgency }>,
  ): Promise<Result<Jobs[Name]['output'], Unreadable | 'cancelled'>>;
  /** On locking and closing: no process is left, and no picture in its memory. A later `run` starts anew. */
  endAll(): Promise<void>;
}>;

/** To the process. */
export type JobRequest = Readonly<{ id: number; name: JobName; input: unknown }>;
/** From the process; `bug` where the function threw: class and frames of the error, never its message. */
export type JobAnswer = Readonly<{
  id: number;
  /** bytes that the process holds after the job */
  rssBytes: number;
  outcome:
    | Readonly<{ ok: true; value: unknown }>
    | Readonly<{ ok: false; error: Failure<Unreadable> }>
    | Readonly<{ bug: Readonly<{ name: string; stack: string }> }>;
}>;
