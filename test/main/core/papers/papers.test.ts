/** What is printed, sealed and handed in, on a real archive, a real vault and real jobs. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PDFDocument } from 'pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#model/application.ts';
import { completeApplication } from '../../../support/complete-application.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { openPapersBench, type PapersBench } from '../../../support/papers-bench.ts';

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
  const { people } = expectOk(bench.papers.list({ search: '', offset: 0, limit: 100 }));
  const papers = people.find(({ applicationId }) => applicationId === application.id)?.papers;
  return papers?.find(({ ref }) => ref.kind === kind);
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

  it('betrays a manifest that was written anew', async () => {
    const copy = await saveCopy();
    const { readFileSync } = await import('node:fs');
    const manifest = JSON.parse(readFileSync(path.join(copy, 'manifest.json'), 'utf8')) as { files: unknown[] };
    writeFileSync(path.join(copy, 'manifest.json'), JSON.stringify({ ...manifest, files: [] }));
    expect(await verify(copy)).toMatchObject({ code: 1, text: expect.stringContaining('签名不对') });
  });
});
