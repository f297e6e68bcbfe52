/** 生成, 导出, 打印: many papers, one file after the other. What cannot be made is named and the others go on. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isSamePaper, type PaperRef } from '#model/paper.ts';
import { fail, ok } from '#model/result.ts';
import { MAX_ENCRYPTED_BYTES } from '#ports/jobs.ts';
import { bytesOf, partsOf } from './assembling.ts';
import type { BatchWork } from './batches.ts';
import { applicationOf } from './binding.ts';
import type { Draft } from './draft.ts';
import { fileNameOf, freeName, PDF } from './file-names.ts';
import { recordMade } from './marking.ts';
import { notesOf } from './notes.ts';
import type { Answer, Input, Output, PapersOffice } from './office.ts';
import { setDrafts, type Setting, type Unset } from './setting.ts';

type Shown = Output<'batch'>;

/** ms: the largest there may be takes a tenth of it */
const ENCRYPT_MS = 120_000;

/** What becomes one file. */
type Group = Readonly<{
  /** null: after whose and what it is */
  name: string | null;
  refs: readonly PaperRef[];
  /** one that cannot be made leaves out only whose it is; else nothing of the group is made */
  leavesOut: boolean;
}>;

export async function makePapers(
  office: PapersOffice,
  { refs, arrangement, password }: Pick<Input<'make'>, 'refs' | 'arrangement' | 'password'>,
  { signal, add }: BatchWork,
): Promise<void> {
  const names = new Set<string>();
  for (const group of groupsOf(office, refs, arrangement)) {
    if (signal.aborted) return;
    const made = await setGroup(office, group, signal);
    if (made === 'cancelled') return;
    const { drafts, setting, failed } = made;
    const tooLarge = setting && password !== null && setting.set.sizeBytes > MAX_ENCRYPTED_BYTES;
    if (!setting || tooLarge)
      add({ failed: [...failed, ...(tooLarge ? drafts.map(isTooLarge) : [])] }, group.refs.length);
    else {
      const fileName = freeName(fileNameOf([nameOf(group, drafts)], 'pdf'), names);
      const file = fileOf(office, { ...group, fileName }, { drafts, setting, password });
      add({ failed: [...failed], files: [file], notes: notedOf(drafts, setting) }, group.refs.length);
    }
  }
}

function isTooLarge({ ref, who }: Draft): Unset {
  return { ref, who, problem: 'too-large-to-encrypt', detail: '' };
}

export async function printPapers(office: PapersOffice, { refs }: Input<'print'>): Promise<Answer<'print'>> {
  const made = await setGroup(office, { name: '打印', refs, leavesOut: true }, new AbortController().signal);
  if (made === 'cancelled' || !made.setting) {
    return fail('nothing', 'none of them can be made', { failed: made === 'cancelled' ? [] : made.failed });
  }
  const { setting, failed } = made;
  const download = { fileName: '打印.pdf', mime: PDF, bytes: () => partsOf(office, setting) };
  return ok({
    address: office.downloads.printOf(download),
    pages: setting.set.pages.length,
    papers: setting.papers.map(({ ref, firstPage, pages }) => ({ ref, firstPage, pages })),
    failed: [...failed],
  });
}

/** In the order in which they were asked for; those of one person together in their binding order. */
function groupsOf(
  office: PapersOffice,
  refs: readonly PaperRef[],
  arrangement: Input<'make'>['arrangement'],
): readonly Group[] {
  if (arrangement === 'merged') {
    const name = [office.unit.enrolment()?.unit.name, '纸质材料'].filter(Boolean).join('-');
    return [{ name, refs, leavesOut: true }];
  }
  const together = arrangement === 'each' ? refs.map((ref) => [ref]) : bySubject(refs);
  return together.map((of) => ({ name: null, refs: of, leavesOut: false }));
}

/** The unit's own papers stay apart. */
function bySubject(refs: readonly PaperRef[]): readonly (readonly PaperRef[])[] {
  return [...Map.groupBy(refs, ({ subjectId, kind }) => subjectId ?? kind).values()];
}

/** 「段雪梅-评审表」, 「段雪梅-申报材料」 */
function nameOf({ name }: Group, drafts: readonly Draft[]): string {
  const [first] = drafts;
  const what = drafts.length > 1 ? '申报材料' : (first?.name ?? '');
  return name ?? [first?.who, what].filter(Boolean).join('-');
}

type SetGroup = Readonly<{ drafts: readonly Draft[]; setting: Setting | null; failed: readonly Unset[] }>;

/** Set as one file, and noted as made. */
export async function setGroup(
  office: PapersOffice,
  group: Group,
  signal: AbortSignal,
): Promise<SetGroup | 'cancelled'> {
  const failed: Unset[] = [];
  let drafts = await draftsOf(office, group.refs);
  while (drafts.length > 0) {
    const made = await setDrafts(office, drafts, { title: nameOf(group, drafts), signal });
    if (made.ok) {
      const { papers } = made.value;
      const bound = made.value.drafts;
      recordMade(
        office,
        bound.map((draft, at) => ({ draft, pages: papers[at]?.pages ?? 0 })),
      );
      return { drafts: bound, setting: made.value, failed };
    }
    if (!('unset' in made)) return 'cancelled';
    const { unset } = made;
    if (unset.problem === 'not-set') {
      failed.push(...drafts.map(({ ref, who }) => ({ ...unset, ref, who })));
      break;
    }
    failed.push(unset);
    drafts = group.leavesOut ? drafts.filter(({ ref }) => !isSameSubject(ref, unset.ref)) : [];
  }
  return { drafts, setting: null, failed };
}

/** Gathered one person after the other, with room for whatever else the desk has to answer. */
async function draftsOf(office: PapersOffice, refs: readonly PaperRef[]): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  for (const [applicationId, wanted] of Map.groupBy(refs, applicationOf)) {
    await nextTurn();
    const all = office.draftsOf(applicationId);
    drafts.push(...wanted.flatMap((ref) => all.find((draft) => isSamePaper(draft.ref, ref)) ?? []));
  }
  return drafts;
}

/** Half of somebody's papers is worse than none: nobody would notice what is missing. */
function isSameSubject(a: PaperRef, b: PaperRef): boolean {
  return a.subjectId === b.subjectId && (a.subjectId !== null || a.kind === b.kind);
}

type MadeGroup = Readonly<{ drafts: readonly Draft[]; setting: Setting; password: string | null }>;

function fileOf(
  office: PapersOffice,
  { fileName, ...group }: Group & Readonly<{ fileName: string }>,
  { drafts, setting: { set }, password }: MadeGroup,
): Shown['files'][number] {
  const bytes = (): ReturnType<typeof fileBytes> => fileBytes(office, group, password);
  return {
    folder: '',
    fileName,
    address: office.downloads.addressOf({ fileName, mime: PDF, bytes }),
    sizeBytes: set.sizeBytes,
    pages: set.pages.length,
    refs: drafts.map(({ ref }) => ref),
  };
}

/** Set once more when it is fetched: a batch of a thousand files is never in memory. */
async function fileBytes(
  office: PapersOffice,
  group: Group,
  password: string | null,
): Promise<Uint8Array | AsyncIterable<Uint8Array>> {
  const made = await setGroup(office, group, new AbortController().signal);
  if (made === 'cancelled' || !made.setting) throw new Error('a paper cannot be made any more');
  if (password === null) return partsOf(office, made.setting);
  const plain = await bytesOf(office, made.setting);
  const options = { timeoutMs: ENCRYPT_MS };
  const locked = await office.ports.jobs.run('encryptPdf', { bytes: plain, password }, options);
  if (!locked.ok) throw new Error(`a paper was not encrypted: ${locked.error.code}`);
  return locked.value.bytes;
}

function notedOf(drafts: readonly Draft[], { set, papers }: Setting): Shown['notes'] {
  return drafts.flatMap((draft, at) => {
    const paper = papers[at];
    if (!paper) return [];
    const { firstPage, pages } = paper;
    const own = set.notes
      .filter(({ page }) => page >= firstPage && page < firstPage + pages)
      .map((note) => ({ ...note, page: note.page - firstPage + 1 }));
    return notesOf(draft, own).map((note) => ({ ...note, ref: draft.ref, who: draft.who }));
  });
}
