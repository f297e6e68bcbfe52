/** Papers as another program reads them: what stands on them can be found and copied. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, type TestContext } from 'vitest';
import { endorsedCopies } from '#core/papers/documents/endorsed-copies.ts';
import { evaluationForm } from '#core/papers/documents/evaluation-form.ts';
import { filed } from '#core/papers/documents/filed.ts';
import { paperDay, paperPeriod } from '#core/papers/documents/given-days.ts';
import type { Section } from '#ports/paper-document.ts';
import { withFields, withRecord } from '../../../../support/complete-application.ts';
import { paperFile } from '../../../../support/paper-pages.ts';
import { copyPage, paperPerson, RARE_NAME, UNIT, withName } from '../../../../support/paper-people.ts';
import { setPaper } from '../../../jobs/papers/sample-paper.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In the order in which it is drawn, without blanks: lines break where they must. */
async function readBack(
  context: TestContext,
  sections: readonly Section[],
  images: Parameters<typeof setPaper>[1] = [],
) {
  const paper = await setPaper({ title: '读', author: UNIT.name, sections, scale: 1 }, images);
  const bytes = new Map(images.map(({ id, sizeBytes }) => [id, new Uint8Array(sizeBytes)]));
  const file = path.join(folder, 'paper.pdf');
  writeFileSync(file, paperFile(paper, bytes));
  const read = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
  context.skip(read.error !== undefined, 'pdftotext is not installed');
  return withoutBlanks(read.stdout);
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/gu, '');
}

const HEAD = '起止时间专业技术工作名称工作内容、本人起何作用（主持、参加、独立）完成情况及效果';

/** Each page's footer, and the head of a table that goes on under it: they stand between two parts of one text. */
function withoutPageTurns(text: string, title: string): string {
  return text.replaceAll(new RegExp(`${UNIT.name}2026年度职称申报第\\d+页${RARE_NAME}${title}(?:${HEAD})?`, 'gu'), '');
}

describe('an evaluation form of many pages', () => {
  it('gives back every value that was filed, whole', async (context) => {
    const { application } = withName(paperPerson(), RARE_NAME);
    const sentences = Array.from(
      { length: 400 },
      (_, at) => `第${at + 1}件工作按期完成，并在{page:${at}}中记下。`,
    ).join('');
    const typed = withFields(application, 'summary', { text: `${sentences}\n${sentences}` });
    const full = Array.from({ length: 30 }, (_, at) => at + 1).reduce(
      (all, no) =>
        withRecord(all, 'main-work', {
          from: `${1990 + no}-09`,
          to: `${1991 + no}-07`,
          name: `第${no}学年的教学`,
          role: `第${no}次主讲`,
          result: `第${no}学年学生合格率为百分之${no + 60}，较上一学年提高。`.repeat(no),
        }),
      typed,
    );
    const heldRecordId = full.modules.find(({ id }) => id === 'current-title')?.records[0]?.id ?? null;
    const sections = evaluationForm({ application: full, unit: UNIT, heldRecordId, isElectronicPassed: true });
    const paper = withoutPageTurns(await readBack(context, sections), full.filing.title);
    const values = full.modules.flatMap(({ records }) =>
      records.flatMap((record) => [
        ...Object.keys(record.fields)
          .filter((key) => key !== 'from' && key !== 'to')
          .map((key) => paperDay(filed(record, key))),
        paperPeriod(filed(record, 'from'), filed(record, 'to')),
      ]),
    );
    expect(values.length).toBeGreaterThan(150);
    expect(values.map(withoutBlanks).filter((value) => !paper.includes(value))).toEqual([]);
  });
});

describe('an endorsed copy', () => {
  it('has what Q17 asks for on every page', async (context) => {
    const { application } = paperPerson();
    const pages = [copyPage(), copyPage(), copyPage()];
    const materials = [{ id: 'diploma', moduleId: 'education' as const, label: '毕业证书', pages }];
    const sections = endorsedCopies({ application, unit: UNIT, materials });
    const paper = await readBack(
      context,
      sections,
      pages.map(({ image }) => image),
    );
    for (const words of ['经审核，与原件一致。', '审核人（签名）', '审核意见', '审核日期年月日', '（单位公章）']) {
      expect(paper.split(words), words).toHaveLength(pages.length + 1);
    }
    expect(paper).toContain('学历情况毕业证书第2页/共3页');
  });
});
