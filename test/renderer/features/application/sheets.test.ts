import { describe, expect, it } from 'vitest';
import { comingPages, openingOf } from '../../../../renderer/features/application/coming-pages.ts';
import {
  besideOf,
  countSheets,
  otherFace,
  pagesOf,
  sheetsOf,
} from '../../../../renderer/features/application/sheets.ts';
import { heldWith } from '../../../../renderer/features/application/use-pair.ts';
import type { Detail } from '../../../../renderer/features/application/words.ts';
import { makeApplication, makeScan } from '../../../sync/application.ts';
import { detailOf } from './detail.ts';

type ModuleId = Detail['filedPages'][number]['moduleId'];

function scan(id: string, moduleId: ModuleId) {
  return { ...makeScan(10, id).attachment, id, moduleId };
}

function filed(id: string, moduleId: ModuleId): Detail['filedPages'][number] {
  const pictures = { thumbnail: `/scan/small-${id}`, original: `/scan/original-${id}`, copy: `/scan/copy-${id}` };
  return { id, moduleId, fileName: `${id}.jpg`, pictures };
}

/** Two scans of the applicant and two pages filed here in one module, one scan in each of two others. */
function detailWith(over: Partial<Detail> = {}): Detail {
  const attachments = [
    scan('a1', 'education'),
    scan('a2', 'education'),
    scan('w1', 'work'),
    scan('p1', 'paper'),
    scan('p2', 'paper'),
  ];
  const screens = Object.fromEntries(attachments.map(({ id }) => [id, `/scan/screen-${id}`]));
  const scans = Object.fromEntries(attachments.map(({ id }) => [id, `/scan/whole-${id}`]));
  const thumbnails = Object.fromEntries(attachments.map(({ id }) => [id, `/scan/small-${id}`]));
  const application = makeApplication({ attachments });
  return detailOf({
    application,
    screens,
    scans,
    thumbnails,
    filedPages: [filed('f1', 'education'), filed('f2', 'education'), filed('f3', 'study')],
    ...over,
  });
}

const detail = detailWith();
const sheets = sheetsOf(detail, 'education');
const sheet = (id: string) => {
  const found = sheets.find((one) => one.id === id);
  if (!found) throw new Error(`no sheet ${id}`);
  return found;
};

describe('the pages beside a module', () => {
  it("are the applicant's, then those filed on this computer, each once", () => {
    expect(pagesOf(sheets).map(({ id, kind, no }) => [id, kind, no])).toEqual([
      ['a1', 'scan', 1],
      ['a2', 'scan', 2],
      ['f1', 'filed', 3],
      ['f2', 'filed', 4],
    ]);
    expect([countSheets(detail, 'education'), countSheets(detail, 'study'), countSheets(detail, 'basic')]).toEqual([
      4, 1, 0,
    ]);
  });

  it('show the picture of the size of a window first, and the whole one for a closer look', () => {
    expect(sheet('a1')).toMatchObject({ address: '/scan/screen-a1', whole: '/scan/whole-a1' });
    expect(sheet('f1')).toMatchObject({ address: '/scan/copy-f1' });
  });

  it('that are not on this computer yet say so', () => {
    const [missing] = sheetsOf(detailWith({ screens: { a1: null } }), 'education');
    expect(missing).toMatchObject({ address: null, missing: expect.stringContaining('还没取回') as string });
  });

  it('have another face only where they were filed here: as scanned, and as mended', () => {
    expect(otherFace(sheets, sheet('a1'))).toBeNull();
    const original = otherFace(sheets, sheet('f2'));
    expect(original).toMatchObject({ kind: 'original', no: 4, address: '/scan/original-f2' });
    expect(original && otherFace(sheets, original)?.id).toBe('f2');
  });
});

describe('side by side', () => {
  it.each([
    ['the next page lies beside a scan', 'a1', 'a2'],
    ['also when that is one filed here', 'a2', 'f1'],
    ['how it was scanned lies beside a page filed here', 'f1', 'f1 original'],
  ])('%s', (_what, of, expected) => {
    expect(besideOf(sheets, sheet(of))?.id).toBe(expected);
  });

  it('lies the one before at the end, and nothing beside a page alone', () => {
    const papers = sheetsOf(detail, 'paper');
    expect(papers[1] && besideOf(papers, papers[1])?.id).toBe('p1');
    const [alone] = sheetsOf(detail, 'work');
    expect(alone && besideOf([alone], alone)).toBeNull();
  });

  it.each([
    ['two pages: the other half stays', 'a2', 'a1', 'f1', 'a2'],
    ['the page of the other half: they change places', 'a2', 'a1', 'a2', 'a1'],
    ['two faces: the next page comes with both', 'f1 original', 'f1', 'f2', 'f2 original'],
    ['two faces, then a page that has one: it lies alone', 'f1 original', 'f1', 'a2', undefined],
  ])('%s', (_what, held, current, openedId, expected) => {
    const now = heldWith(sheets, { held: { id: held, side: 'right' }, current: sheet(current), openedId });
    expect(now?.id).toBe(expected);
  });
});

describe('what is made ready', () => {
  it('is the next page, the modules that come next, the pages after it; then the first of every module', () => {
    const { soon, later } = comingPages({ detail, moduleId: 'education', sheets, current: sheet('a1') });
    expect(soon).toEqual(['screen-a2', 'copy-f3', 'copy-f1', 'copy-f2'].map((name) => `/scan/${name}`));
    const firsts = ['screen-a1', 'copy-f3', 'screen-w1', 'screen-p1'];
    const small = ['small-a1', 'small-a2', 'small-f1', 'small-f2', 'small-f3', 'small-w1', 'small-p1', 'small-p2'];
    expect(later).toEqual([...firsts, ...small].map((name) => `/scan/${name}`));
  });

  it('of the next application is what it opens with: its first page, and the small ones', () => {
    const opening = openingOf(detailWith({ changedModules: ['paper'] }));
    expect(opening).toEqual(['screen-p1', 'small-p1', 'small-p2'].map((name) => `/scan/${name}`));
    expect(openingOf(detailWith())).toEqual([]);
  });
});
