/** One page as it is printed, as a picture: the same file that is printed, drawn by the job that draws scans. */
import { AS_SCANNED } from '#model/scan.ts';
import { fail, ok } from '#model/result.ts';
import { SHEETS } from '#ports/paper-document.ts';
import { bytesOf } from './assembling.ts';
import type { Draft } from './draft.ts';
import { DOCX, fileNameOf } from './file-names.ts';
import { notesOf } from './notes.ts';
import type { Answer, Input, Output, PapersOffice } from './office.ts';
import { setDrafts, type Setting } from './setting.ts';
import { selectPlaces } from './papers.repository.ts';

/** pixels: an upright page in the highest window, read without effort */
const SHOWN = { longSide: 1800, quality: 85 } as const;
/** Pages drawn last: the one in sight, and those before and after it. */
const MOST_KEPT = 12;

export type Previewing = Readonly<{ preview(input: Input<'preview'>): Promise<Answer<'preview'>> }>;

export function createPreviewing(office: PapersOffice): Previewing {
  /** drawn, by what they show */
  const pictures = new Map<string, Uint8Array>();

  function keep(key: string, bytes: Uint8Array): Uint8Array {
    pictures.delete(key);
    pictures.set(key, bytes);
    const [oldest] = pictures.keys();
    if (pictures.size > MOST_KEPT && oldest !== undefined) pictures.delete(oldest);
    return bytes;
  }

  /** The page's own file, drawn. */
  async function draw(setting: Setting): Promise<Uint8Array | null> {
    const bytes = await bytesOf(office, setting);
    const input = { bytes, pageNo: 1, mend: AS_SCANNED, ...SHOWN };
    const drawn = await office.ports.jobs.run('preview', input, { urgency: 'now' });
    return drawn.ok ? drawn.value.bytes : null;
  }

  async function again(draft: Draft, page: number): Promise<Uint8Array | null> {
    const made = await setPage(office, draft, page);
    return made.ok ? draw(made.value) : null;
  }

  return {
    async preview({ ref, page: wanted }) {
      const draft = office.draft(ref);
      if (!draft) return fail('not-found', 'no such paper');
      const made = await setPage(office, draft, wanted);
      if (!made.ok) return 'unset' in made ? fail('cannot', made.unset.detail, { ...made.unset }) : fail('not-found');
      const setting = made.value;
      const pages = setting.set.pages.length;
      const page = Math.min(wanted, pages);
      const key = `paper ${draft.fingerprint} ${office.scale()} ${ref.kind} ${page}`;
      const drawn = pictures.get(key) ?? (await draw(setting));
      if (drawn) keep(key, drawn);
      const address = office.addresses.offer(key, async () => {
        const bytes = pictures.get(key) ?? (await again(draft, page));
        return bytes && { bytes: keep(key, bytes), mime: 'image/jpeg' };
      });
      return ok({
        address,
        page,
        pages,
        sheet: { ...SHEETS[setting.set.pages[page - 1]?.sheet ?? 'a4'] },
        notes: notesOf(draft, setting.set.notes),
        copy: copyOn(office, draft, setting, page),
        docx: docxOf(office, draft, setting),
      });
    },
  };
}

/** Only this page of it, or the last where there are fewer. */
async function setPage(office: PapersOffice, draft: Draft, page: number): ReturnType<typeof setDrafts> {
  return setDrafts(office, [draft], { title: draft.name, pages: { from: page, to: page }, urgency: 'now' });
}

function copyOn({ db }: PapersOffice, { ref }: Draft, { set }: Setting, page: number): Output<'preview'>['copy'] {
  const endorsement = set.endorsements.find((one) => one.page === page);
  if (!endorsement || ref.subjectId === null) return null;
  const { imageId: pageId, x, y } = endorsement;
  return { pageId, at: { x, y }, isMoved: selectPlaces(db, ref.subjectId).has(pageId) };
}

function docxOf({ downloads }: PapersOffice, draft: Draft, { docx }: Setting): Output<'preview'>['docx'] {
  if (!docx) return null;
  const fileName = fileNameOf([draft.who, draft.name], 'docx');
  return { fileName, address: downloads.addressOf({ fileName, mime: DOCX, bytes: () => docx }) };
}
