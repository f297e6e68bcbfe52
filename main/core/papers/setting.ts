/** Papers set into one file: their pictures are read whole before anything is written, so that a damaged one is told in time. */
import { jpegFacts } from '#model/jpeg-facts.ts';
import type { PaperRef } from '#model/paper.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Urgency } from '#ports/jobs.ts';
import type { ImageFacts, PaperNote, SetPaper } from '#ports/paper-document.ts';
import type { Copy } from '../scans/scans.service.ts';
import { bind, inBindingOrder, isOfPerson, type Part } from './binding.ts';
import type { Draft, Trouble } from './draft.ts';
import type { PapersOffice } from './office.ts';

export type Setting = Readonly<{
  title: string;
  set: SetPaper;
  copies: ReadonlyMap<string, Copy>;
  /** as they are bound; `firstPage` from 1 */
  drafts: readonly Draft[];
  papers: readonly Readonly<{ ref: PaperRef; who: string; firstPage: number; pages: number }>[];
  /** of one paper alone */
  docx: Uint8Array | null;
}>;

export type Unset = Trouble & Readonly<{ ref: PaperRef; who: string }>;

type How = Readonly<{
  title: string;
  /** of the file's pages only these are put out; all are counted */
  pages?: Readonly<{ from: number; to: number }> | undefined;
  signal?: AbortSignal | undefined;
  /** somebody looks at where it will come */
  urgency?: Urgency | undefined;
}>;

/** ms: a year's papers of a large unit in one file take a minute */
const TYPESET_MS = 120_000;

/** One file of all these drafts, bound; or the first of them that cannot be made. */
export async function setDrafts(
  office: PapersOffice,
  asked: readonly Draft[],
  { title, pages, signal, urgency = 'later' }: How,
): Promise<Result<Setting, 'cancelled'> | Readonly<{ ok: false; unset: Unset }>> {
  const gathered = await gather(office, inBindingOrder(asked), signal);
  if (!gathered.ok) return gathered;
  const { images, copies, parts } = gathered.value;
  const sections = bind(parts);
  const author = office.unit.enrolment()?.unit.name ?? '';
  const made = await office.ports.jobs.run(
    'typeset',
    { document: { title, author, sections, scale: office.scale() }, images, ...(pages && { pages }) },
    { timeoutMs: TYPESET_MS, urgency, ...(signal && { signal }) },
  );
  if (!made.ok) {
    const [first] = parts;
    if (made.error.code === 'cancelled' || !first) return fail('cancelled');
    office.ports.log.warn('papers.not-set', { code: made.error.code, parts: parts.length });
    const { ref, who } = first.draft;
    return { ok: false, unset: { ref, who, problem: 'not-set', detail: '' } };
  }
  const set = made.value;
  const papers = placed(parts, set);
  const missing = set.notes.find(({ kind }) => kind === 'missing-glyph');
  const owner = missing && papers.findLast(({ firstPage }) => firstPage <= missing.page);
  if (owner) {
    const { ref, who } = owner;
    return { ok: false, unset: { ref, who, problem: 'missing-glyph', detail: missingIn(set.notes) } };
  }
  return ok({
    title,
    set,
    copies,
    drafts: parts.map(({ draft }) => draft),
    papers,
    docx: parts.length === 1 ? (parts[0]?.docx ?? null) : null,
  });
}

type Gathered = Readonly<{
  images: readonly ImageFacts[];
  copies: ReadonlyMap<string, Copy>;
  parts: readonly Part[];
}>;

async function gather(
  office: PapersOffice,
  drafts: readonly Draft[],
  signal: AbortSignal | undefined,
): Promise<Result<Gathered, 'cancelled'> | Readonly<{ ok: false; unset: Unset }>> {
  const images = new Map<string, ImageFacts>();
  const copies = new Map<string, Copy>();
  const parts: Part[] = [];
  for (const draft of drafts) {
    const { ref, who } = draft;
    let trouble = draft.problem;
    for (const copy of trouble ? [] : draft.copies) {
      if (signal?.aborted) return fail('cancelled');
      const facts = images.get(copy.id) ?? (await readFacts(office, copy));
      if (!facts) trouble ??= { problem: 'scan-damaged', detail: copy.fileName };
      else images.set(copy.id, facts);
      copies.set(copy.id, copy);
    }
    if (trouble) return { ok: false, unset: { ref, who, ...trouble } };
    const boundWith = drafts.flatMap(({ ref: { kind, subjectId } }) =>
      subjectId === ref.subjectId && isOfPerson(kind) ? [kind] : [],
    );
    const composed = await draft.compose({ images, boundWith });
    if (!composed.ok) {
      return { ok: false, unset: { ref, who, problem: 'bad-template', detail: composed.error.message } };
    }
    parts.push({ draft, ...composed.value });
  }
  return ok({ images: [...images.values()], copies, parts });
}

/** Null where its bytes are damaged, gone, or no JPEG that can be placed. */
async function readFacts({ intake }: PapersOffice, copy: Copy): Promise<ImageFacts | null> {
  const read = await intake.readCopy(copy);
  const facts = read.ok ? jpegFacts(read.value) : null;
  if (!read.ok || !facts) return null;
  const { dpi, ...shape } = facts;
  return { id: copy.id, ...shape, sizeBytes: read.value.byteLength, dpi: copy.dpi ?? dpi };
}

function placed(parts: readonly Part[], set: SetPaper): Setting['papers'] {
  let section = 0;
  const firstPages = parts.map(({ sections }) => {
    const page = set.firstPages[section] ?? set.pages.length + 1;
    section += sections.length;
    return page;
  });
  return parts.map(({ draft: { ref, who } }, at) => {
    const firstPage = firstPages[at] ?? 1;
    return { ref, who, firstPage, pages: (firstPages[at + 1] ?? set.pages.length + 1) - firstPage };
  });
}

function missingIn(notes: readonly PaperNote[]): string {
  const texts = notes.flatMap((note) => (note.kind === 'missing-glyph' ? [note.text] : []));
  return [...new Set(texts)].join('');
}
