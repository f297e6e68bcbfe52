/** What is printed, sealed and handed in, on a real archive, a real vault and real jobs. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { PDFDocument } from 'pdf-lib';
import PizZip from 'pizzip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#model/application.ts';
import { completeApplication } from '../../../support/complete-application.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { openPapersBench, type PapersBench } from '../../../support/papers-bench.ts';
import { textOfPdf } from '../../../support/pdf-text.ts';

let bench: PapersBench;
let person: Application;

beforeEach(async () => {
  bench = await openPapersBench();
  const arrived = await bench.arrive(completeApplication());
  person = arrived[0] as Application;
});

afterEach(() => bench.dispose());

function copiesOf({ id }: Application) {
  return { kind: 'endorsed-copies', subjectId: id } as const;
}

function standingOf(application: Application, kind: string) {
  const { people } = expectOk(bench.papers.list({ part: 'people', search: '', offset: 0, limit: 100 }));
  const papers = people.find(({ applicationId }) => applicationId === application.id)?.papers;
  return papers?.find(({ ref }) => ref.kind === kind);
}

/** As an office edits it in its word processor. */
function edited(docx: Uint8Array, words: string, others: string): Buffer {
  const zip = new PizZip(Buffer.from(docx));
  const name = 'word/document.xml';
  const before = zip.file(name)?.asText() ?? '';
  if (!before.includes(words)) throw new Error(`the template does not say ${words}`);
  zip.file(name, before.replace(words, others));
  return zip.generate({ type: 'nodebuffer' });
}

const plain = { arrangement: 'person', password: null } as const;

describe('a batch', () => {
  it('makes one file a person in which every scan lies byte for byte', async () => {
    const { files, failed } = await bench.make({ ...plain, refs: [copiesOf(person)] });
    expect(failed).toEqual([]);
    expect(files.map(({ fileName }) => fileName)).toEqual([`${person.applicant.name}-复印件审核签章.pdf`]);
    const bytes = Buffer.from(await bench.fetch(files[0]?.address ?? ''));
    expect(bytes.length).toBe(files[0]?.sizeBytes);
    for (const { sha256 } of person.attachments) {
      const scan = await bench.vault.get(sha256);
      expect(scan.ok && bytes.includes(Buffer.from(scan.value))).toBe(true);
    }
    const pdf = await PDFDocument.load(bytes);
    expect(pdf.getPageCount()).toBe(person.attachments.length);
    expect(standingOf(person, 'endorsed-copies')).toMatchObject({ state: 'made', isStale: false, problem: null });
  });

  it('names whose scan is damaged, and makes the others', async () => {
    const [other] = await bench.arrive(completeApplication());
    bench.damage(person.attachments[0]);
    const refs = [copiesOf(person), copiesOf(other as Application)];
    const each = await bench.make({ ...plain, refs });
    const damaged = { who: person.applicant.name, problem: 'scan-damaged', detail: person.attachments[0]?.name };
    expect(each.failed).toMatchObject([damaged]);
    expect(each.files.map(({ refs: made }) => made)).toEqual([[copiesOf(other as Application)]]);
    const merged = await bench.make({ refs, arrangement: 'merged', password: null });
    expect(merged.failed).toMatchObject([damaged]);
    expect(merged.files.map(({ refs: made }) => made)).toEqual([[copiesOf(other as Application)]]);
  });

  it('comes to its end where papers cannot be set, and says so of each', async () => {
    bench.killTypesetting();
    const refs = [copiesOf(person), { kind: 'bag-cover', subjectId: person.id } as const];
    const { files, failed, done } = await bench.make({ refs, arrangement: 'merged', password: null });
    expect([files, done]).toEqual([[], 2]);
    expect(failed.map(({ ref, problem }) => [ref.kind, problem])).toEqual([
      ['endorsed-copies', 'not-set'],
      ['bag-cover', 'not-set'],
    ]);
  });

  it('stops between two files when it is cancelled', async () => {
    const refs = Array.from({ length: 40 }, () => copiesOf(person));
    const batchId = randomUUID();
    expectOk(bench.papers.make({ batchId, refs, arrangement: 'each', password: null }));
    expectOk(bench.papers.cancel(batchId));
    const { done, isCancelled, files } = await bench.over(batchId);
    expect([isCancelled, done < refs.length, files.length]).toEqual([true, true, done]);
  });

  it('opens with its password only', async () => {
    const { files } = await bench.make({ ...plain, refs: [copiesOf(person)], password: '滇池2026' });
    const bytes = await bench.fetch(files[0]?.address ?? '');
    await expect(PDFDocument.load(bytes)).rejects.toThrow();
    const opened = await PDFDocument.load(bytes, { password: '滇池2026' });
    expect(opened.getPageCount()).toBe(person.attachments.length);
  });
});

describe('how far a paper has come', () => {
  it('goes from made to handed in, asks to be printed anew when it says something else, and comes back', async () => {
    const refs = [{ kind: 'bag-cover', subjectId: person.id } as const];
    const early = expectOk(bench.papers.mark({ refs, state: 'printed', on: null }));
    expect(early).toEqual({ before: [], leftOut: refs });
    await bench.make({ ...plain, refs });
    expectOk(bench.papers.mark({ refs, state: 'printed', on: null }));
    const { before } = expectOk(bench.papers.mark({ refs, state: 'handed-in', on: '2026-09-10' }));
    expect(before).toEqual([{ ref: refs[0], state: 'printed', on: null }]);
    expect(standingOf(person, 'bag-cover')).toMatchObject({ state: 'handed-in', handedInOn: '2026-09-10' });
    bench.review.arrive({
      ...person,
      version: person.version + 1,
      filing: { ...person.filing, specialty: '高中物理' },
    });
    expect(standingOf(person, 'bag-cover')).toMatchObject({ state: 'handed-in', isStale: true });
    await bench.make({ ...plain, refs });
    expect(standingOf(person, 'bag-cover')).toMatchObject({ state: 'made', isStale: false });
  });

  it('stays when the same is made once more', async () => {
    const refs = [copiesOf(person)];
    await bench.make({ ...plain, refs });
    expectOk(bench.papers.mark({ refs, state: 'sealed', on: null }));
    expectOk(await bench.papers.print({ refs }));
    expect(standingOf(person, 'endorsed-copies')).toMatchObject({ state: 'sealed', isStale: false });
  });
});

describe('the preview', () => {
  it('shows a page of the same file, and where its endorsement stands', async () => {
    const ref = copiesOf(person);
    const shown = expectOk(await bench.papers.preview({ ref, page: 2 }));
    expect(shown).toMatchObject({ page: 2, pages: person.attachments.length, sheet: { width: 210, height: 297 } });
    const picture = await bench.addresses.open(shown.address.slice('/scan/'.length));
    expect(picture?.mime).toBe('image/jpeg');
    const { copy } = shown;
    expect(copy?.isMoved).toBe(false);
    expectOk(bench.papers.place({ applicationId: person.id, pageId: copy?.pageId ?? '', at: { x: 60, y: 40 } }));
    const moved = expectOk(await bench.papers.preview({ ref, page: 2 }));
    expect(moved.copy).toMatchObject({ isMoved: true, at: { x: 60, y: 40 } });
    expect(moved.notes).toContainEqual(expect.objectContaining({ kind: 'over-content' }));
    expect(moved.address).not.toBe(shown.address);
  });

  it('goes to the last page where there are fewer', async () => {
    const shown = expectOk(await bench.papers.preview({ ref: { kind: 'bag-cover', subjectId: person.id }, page: 99 }));
    expect(shown.page).toBe(shown.pages);
  });
});

describe('the papers of publicity and of the unit', () => {
  const DAYS = { postedOn: '2026-08-20', endsOn: '2026-08-27', place: '公告栏', openObjections: 0 };

  async function textOf(refs: Parameters<PapersBench['make']>[0]['refs']): Promise<string> {
    const { files, failed } = await bench.make({ refs, arrangement: 'each', password: null });
    expect(failed).toEqual([]);
    return (await Promise.all(files.map(async ({ address }) => textOfPdf(await bench.fetch(address))))).join('\n');
  }

  it('have a proof only of somebody whose publicity is concluded without an objection that holds', async () => {
    expect(standingOf(person, 'publicity-proof')?.problem).toBe('no-conclusion');
    const concluded = { ...DAYS, concludedAt: Date.UTC(2026, 7, 28), outcome: 'no-objection' as const };
    const [posted] = await bench.arrive(completeApplication({ publicity: concluded }));
    const subjectId = (posted as Application).id;
    const text = await textOf([{ kind: 'publicity-proof', subjectId }]);
    for (const words of [posted?.applicant.name ?? '', '2026年8月20日', '公告栏', '8月21日', '8月27日']) {
      expect(text).toContain(words);
    }
    const upheld = { ...concluded, outcome: 'objection-upheld' as const };
    const [refused] = await bench.arrive(completeApplication({ publicity: upheld }));
    expect(standingOf(refused as Application, 'publicity-proof')?.problem).toBe('no-conclusion');
  });

  it('name the people whom the unit has approved, and nobody else', async () => {
    const before = expectOk(bench.papers.list({ part: 'unit', search: '', offset: 0, limit: 10 })).unit;
    expect(before.map(({ paper }) => paper.problem)).toEqual(['nobody', 'nobody', 'nobody', 'nobody', 'nobody']);
    const [approved] = await bench.arrive(completeApplication({ state: 'superior-review' }));
    const kinds = ['roster', 'summary', 'bag-labels', 'unit-report', 'situation-statement'] as const;
    for (const kind of kinds) {
      const text = await textOf([{ kind, subjectId: null }]);
      expect(text.replaceAll(/\s/g, ''), kind).toContain(approved?.applicant.name);
      expect(text, kind).not.toContain(person.applicant.name);
    }
  });

  it('give back what the applicant has to correct', async () => {
    expect(standingOf(person, 'return-letter')).toBeUndefined();
    const step = {
      id: randomUUID(),
      at: Date.UTC(2026, 7, 30, 2),
      level: 'unit',
      actor: '李敏',
      action: 'return',
      opinion: '请修改以下1处后重新提交：\n1. 学历情况：毕业时间早于入学时间，请改正。',
    } as const;
    const [returned] = await bench.arrive(completeApplication({ state: 'with-applicant', history: [step] }));
    const text = await textOf([{ kind: 'return-letter', subjectId: (returned as Application).id }]);
    expect(text).toContain('毕业时间早于入学时间，请改正');
  });
});

describe('a template of the office', () => {
  it('is used from then on, asks for what was printed before to be printed anew, and can be given back', async () => {
    const [approved] = await bench.arrive(completeApplication({ state: 'superior-review' }));
    const ref = { kind: 'unit-report', subjectId: null } as const;
    const ours = expectOk(await bench.papers.templates()).templates.find(({ kind }) => kind === 'unit-report');
    const docx = await bench.fetch(ours?.address ?? '');
    await bench.make({ ...plain, refs: [ref] });
    const token = bench.review.files.hold(
      '推荐报告.docx',
      edited(docx, '对申报材料的真实性、完整性负责', '依照本单位第7号办法'),
    );
    expect(expectOk(await bench.papers.replaceTemplate({ kind: 'unit-report', token }))).toEqual({ warnings: [] });
    const { unit } = expectOk(bench.papers.list({ part: 'unit', search: '', offset: 0, limit: 10 }));
    expect(unit.find(({ paper }) => paper.ref.kind === 'unit-report')?.paper.isStale).toBe(true);
    expect(expectOk(await bench.papers.templates()).templates.find(({ kind }) => kind === 'unit-report')).toMatchObject(
      { isOwn: true, savedBy: '李敏' },
    );
    const { files } = await bench.make({ ...plain, refs: [ref] });
    const text = await textOfPdf(await bench.fetch(files[0]?.address ?? ''));
    expect(text).toContain('依照本单位第7号办法');
    expect(text).toContain(approved?.applicant.name);
    expectOk(bench.papers.restoreTemplate('unit-report'));
    expect(expectOk(await bench.papers.templates()).templates.every(({ isOwn }) => !isOwn)).toBe(true);
  });

  it('is refused with a reason, and the one in use stays', async () => {
    const token = bench.review.files.hold('假的.docx', Buffer.from('not a docx'));
    expect(await bench.papers.replaceTemplate({ kind: 'unit-report', token })).toMatchObject({
      ok: false,
      error: { code: 'bad-template', details: { problems: [{ code: 'unreadable' }] } },
    });
  });
});

describe('measuring the printer', () => {
  it('draws a line of 100 mm larger by as much as it came out too small', async () => {
    expect(expectOk(await bench.papers.calibration()).scale).toBe(1);
    expect(expectOk(bench.papers.calibrate({ measured: 98 })).scale).toBeCloseTo(100 / 98, 6);
    expect(expectOk(await bench.papers.calibration()).scale).toBeCloseTo(100 / 98, 6);
    // measured once more, as it is drawn now
    expect(expectOk(bench.papers.calibrate({ measured: 100 })).scale).toBeCloseTo(100 / 98, 6);
  });
});

describe('an archive copy', () => {
  const run = promisify(execFile);
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'desk-copy-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function saveCopy(): Promise<string> {
    const batchId = randomUUID();
    expectOk(bench.papers.archiveCopy({ batchId, applicationIds: [person.id], password: null }));
    const { files, failed } = await bench.over(batchId);
    expect(failed).toEqual([]);
    for (const file of files) {
      const place = path.join(folder, file.folder, file.fileName);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, await bench.fetch(file.address));
    }
    return path.join(folder, files[0]?.folder.split('/')[0] ?? '');
  }

  async function verify(copy: string): Promise<Readonly<{ code: number; text: string }>> {
    try {
      const { stdout } = await run(process.execPath, [path.join(copy, 'verify-copy.mjs')]);
      return { code: 0, text: stdout };
    } catch (error) {
      const { code, stderr, stdout } = error as { code: number; stderr: string; stdout: string };
      return { code, text: stderr + stdout };
    }
  }

  it('is found whole by the script that lies in it, and nothing in it can be changed unseen', async () => {
    const copy = await saveCopy();
    expect(await verify(copy)).toMatchObject({ code: 0, text: expect.stringContaining('核对无误') });
    const victim = path.join(copy, '申报与审核记录.json');
    writeFileSync(victim, '{}');
    expect(await verify(copy)).toMatchObject({ code: 1, text: expect.stringContaining('被改过：申报与审核记录.json') });
    rmSync(victim);
    expect(await verify(copy)).toMatchObject({ code: 1, text: expect.stringContaining('缺少') });
  });

  it('is one file that opens with its password only, where one is wanted', async () => {
    const batchId = randomUUID();
    expectOk(bench.papers.archiveCopy({ batchId, applicationIds: [person.id], password: '滇池2026' }));
    const [file] = (await bench.over(batchId)).files;
    expect(file?.fileName).toBe(`${person.applicant.name}-${person.filing.title}.zip`);
    const bytes = await bench.fetch(file?.address ?? '');
    const names = async (password: string): Promise<readonly string[]> => {
      const zip = new ZipReader(new Uint8ArrayReader(bytes), { password, useWebWorkers: false });
      const entries = await zip.getEntries();
      const [first] = entries;
      if (first && !first.directory) await first.getData(new Uint8ArrayWriter());
      return entries.map(({ filename }) => filename);
    };
    await expect(names('滇池2025')).rejects.toThrow(/password/i);
    const inside = await names('滇池2026');
    expect(inside).toEqual(expect.arrayContaining(['manifest.json', 'verify-copy.mjs', '申报材料.pdf']));
    expect(inside.filter((name) => name.startsWith('原件/'))).toHaveLength(person.attachments.length);
  });

  it('lies where it was saved, whatever the applicant called a scan', async () => {
    const [first, ...others] = person.attachments;
    const names = ['../../外面.jpg', '获奖/2020:证书', 'con.jpg'];
    const renamed = names.map((name, at) => ({ ...(person.attachments[at + 1] ?? first), id: randomUUID(), name }));
    const attachments = [first, ...renamed, ...others.slice(names.length)] as Application['attachments'];
    bench.review.arrive({ ...person, version: person.version + 1, attachments });
    const copy = await saveCopy();
    expect(readdirSync(folder)).toEqual([path.basename(copy)]);
    const originals = readdirSync(path.join(copy, '原件'));
    expect(originals).toEqual(expect.arrayContaining(['_.._外面.jpg', '获奖_2020_证书.jpg', '_con.jpg']));
    expect(await verify(copy)).toMatchObject({ code: 0 });
  });

  it('leaves out a whole person, by name, rather than some of the files', async () => {
    const few = await openPapersBench(30);
    try {
      const people = await few.arrive(completeApplication(), completeApplication());
      const batchId = randomUUID();
      const applicationIds = people.map(({ id }) => id);
      expectOk(few.papers.archiveCopy({ batchId, applicationIds, password: null }));
      const { files, failed } = await few.over(batchId);
      expect(new Set(files.map((file) => file.folder.split('/')[0])).size).toBe(1);
      expect(failed).toMatchObject([{ who: people[1]?.applicant.name, problem: 'too-many-files' }]);
    } finally {
      await few.dispose();
    }
  });

  it('betrays a manifest that was written anew', async () => {
    const copy = await saveCopy();
    const { readFileSync } = await import('node:fs');
    const manifest = JSON.parse(readFileSync(path.join(copy, 'manifest.json'), 'utf8')) as { files: unknown[] };
    writeFileSync(path.join(copy, 'manifest.json'), JSON.stringify({ ...manifest, files: [] }));
    expect(await verify(copy)).toMatchObject({ code: 1, text: expect.stringContaining('签名不对') });
  });
});
