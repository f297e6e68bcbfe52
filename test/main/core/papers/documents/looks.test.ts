/** Every kind of paper as it comes out of the printer, beside the pictures of it that a person has looked at. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { bagCover, bagLabels } from '#core/papers/documents/bag-cover.ts';
import { CALIBRATION_LENGTH, calibrationPage } from '#core/papers/documents/calibration-page.ts';
import { endorsedCopies } from '#core/papers/documents/endorsed-copies.ts';
import { evaluationForm } from '#core/papers/documents/evaluation-form.ts';
import type { CopiedMaterial } from '#core/papers/documents/inputs.ts';
import { materialList } from '#core/papers/documents/material-list.ts';
import { personFile } from '#core/papers/documents/person-file.ts';
import { roster } from '#core/papers/documents/roster.ts';
import { summary } from '#core/papers/documents/summary.ts';
import type { Application } from '#model/application.ts';
import type { Section, SetPaper } from '#ports/paper-document.ts';
import { withFields, withRecord } from '../../../../support/complete-application.ts';
import { expectGold, paperFile, renderPages, type GreyPage } from '../../../../support/paper-pages.ts';
import { copyPage, paperPerson, RARE_NAME, UNIT } from '../../../../support/paper-people.ts';
import { setPaper } from '../../../jobs/papers/sample-paper.ts';

/** Nothing of chance in what is drawn. */
const APPLICANT: Application['applicant'] = {
  name: RARE_NAME,
  idNumber: '530102197908070022',
  sex: 'female',
  birthday: '1979-08-07',
  phone: '13900000001',
  department: '高二年级',
  employment: 'staff',
};
const SUMMARY =
  '本人任现职以来，承担高中两个教学班的数学课，坚持因材施教，分层布置作业，所带班级学业水平考试合格率百分之百。';
const OPINION = `${RARE_NAME}同志2017年取得一级教师资格以来，一直在教学一线任课，近五年主持市级课题一项。
经推荐小组评议并投票，应到24人，实到24人，同意23票，不同意1票。2026年9月9日至9月16日公示5个工作日，无异议。同意推荐申报高级教师。`;

const images = new Map<string, Uint8Array>();

/** A sheet with a rim and its top marked. */
async function drawScan(width: number, height: number): Promise<Uint8Array> {
  const [right, bottom] = [width - 120, height - 120];
  const drawing = `<svg width="${width}" height="${height}"><rect x="60" y="60" width="${right}" height="${bottom}"
    fill="none" stroke="#8a6d3b" stroke-width="14"/><rect x="${width / 2 - 200}" y="160" width="400" height="70"/></svg>`;
  return sharp({ create: { width, height, channels: 3, background: '#f0e6cc' } })
    .composite([{ input: Buffer.from(drawing) }])
    .jpeg({ quality: 70 })
    .toBuffer();
}

async function scannedMaterials(): Promise<readonly CopiedMaterial[]> {
  const sizes = [
    { width: 1654, height: 2339 },
    { width: 2339, height: 1654 },
    { width: 3307, height: 2339 },
  ];
  const pages = await Promise.all(
    sizes.map(async ({ width, height }) => {
      const bytes = await drawScan(width, height);
      const page = copyPage({ width, height, sizeBytes: bytes.length });
      images.set(page.image.id, bytes);
      return page;
    }),
  );
  const [upright, lying, large] = pages;
  const material = (id: string, moduleId: CopiedMaterial['moduleId'], label: string, page: typeof upright) => ({
    id,
    moduleId,
    label,
    pages: page ? [page] : [],
  });
  return [
    material('id-front', 'basic', '身份证正面', upright),
    material('diploma:1', 'education', '毕业证书', lying),
    material('paper:1', 'paper', '论文《分层作业的设计》', large),
  ];
}

function filedApplication(): Application {
  const { application } = paperPerson({ applicant: APPLICANT });
  const long = withFields(application, 'summary', { text: `${SUMMARY.repeat(9)}\n${SUMMARY.repeat(12)}` });
  const more = [2012, 2014, 2016, 2018].reduce(
    (all, year) =>
      withRecord(all, 'main-work', {
        from: `${year}-09`,
        to: `${year + 2}-07`,
        name: '高中数学教学',
        role: '独立承担两个班的教学',
        result: SUMMARY.repeat(2),
      }),
    long,
  );
  return { ...more, opinion: { text: OPINION, submittedAt: 0, submittedBy: '李敏' } };
}

const application = filedApplication();
const heldRecordId = application.modules.find(({ id }) => id === 'current-title')?.records[0]?.id ?? null;
const person = { application, unit: UNIT };
const form = evaluationForm({ ...person, heldRecordId, isElectronicPassed: true });

async function setSections(sections: readonly Section[], facts: readonly CopiedMaterial[] = []): Promise<SetPaper> {
  const document = { title: '纸质材料', author: UNIT.name, sections, scale: 1 };
  return setPaper(
    document,
    facts.flatMap(({ pages }) => pages.map(({ image }) => image)),
  );
}

/** Looked at; and nothing about it has to be told to whoever prints it. */
async function expectLook(name: string, paper: SetPaper, pages?: readonly number[]): Promise<void> {
  expect(paper.notes).toEqual([]);
  await expectGold(name, paperFile(paper, images), pages);
}

function listedPeople(): readonly Application[] {
  const names = [RARE_NAME, '安丽华', '阿卜杜勒·艾合买提', '杨建国'];
  return names.map((name, at) => {
    const one = paperPerson({ applicant: { ...APPLICANT, name } }).application;
    const middle = { level: 'middle', title: '一级教师', committee: '五华区中小学教师中级职称评审委员会' } as const;
    return at < 3 ? one : { ...one, filing: { ...one.filing, ...middle } };
  });
}

describe('the papers of one person', () => {
  it('bag cover and labels', async () => {
    const materials = await scannedMaterials();
    await expectLook('bag-cover', await setSections(bagCover({ ...person, materials })));
    const three = Array.from({ length: 3 }, () => ({ ...person, materials }));
    await expectLook('bag-labels', await setSections(bagLabels(three)));
  });

  it('endorsed copies: upright, lying, and on A3', async () => {
    const materials = await scannedMaterials();
    const paper = await setSections(endorsedCopies({ ...person, materials }), materials);
    expect(paper.pages.map(({ sheet }) => sheet)).toEqual(['a4', 'a4', 'a3-lying']);
    await expectLook('endorsed-copies', paper);
  });

  it('endorsed copies of somebody whose names are long: nothing in the footer meets or is cut', async () => {
    const [first] = await scannedMaterials();
    const materials = first ? [first] : [];
    const unit = { ...UNIT, name: '寻甸回族彝族自治县仁德街道办事处中心学校第二附属实验小学' };
    const long = { ...application, applicant: { ...APPLICANT, name: '阿卜杜热依木·艾合买提·吐尔逊' } };
    const sections = endorsedCopies({ application: long, unit, materials });
    await expectLook('endorsed-copies-long-names', await setSections(sections, materials));
  });

  it('an opinion of several pages begins under its heading', async () => {
    const text = OPINION.repeat(30);
    const withLongOpinion = { ...application, opinion: { text, submittedAt: 0, submittedBy: '' } };
    const [, body] = evaluationForm({
      ...person,
      application: withLongOpinion,
      heldRecordId,
      isElectronicPassed: true,
    });
    const from = body?.blocks.findIndex(
      (block) => block.kind === 'paragraph' && block.runs.some((run) => 'text' in run && run.text === '单位推荐意见'),
    );
    const opinions = body?.blocks.slice(from, (from ?? 0) + 2) ?? [];
    const marked = opinions.flatMap((block, at) => [{ kind: 'mark', id: `${at}` } as const, block]);
    const paper = await setSections(body ? [{ ...body, blocks: marked }] : []);
    expect(paper.pages.length).toBeGreaterThan(1);
    expect(paper.marks).toEqual({ 0: 1, 1: 1 });
  });

  it('evaluation form', async () => {
    await expectLook('evaluation-form', await setSections(form));
  });

  it('the bound file, whose list has the page on which each copy stands', async () => {
    const materials = await scannedMaterials();
    const papers = [{ kind: 'evaluation-form', sets: 1 } as const];
    const sections = personFile({
      applicationId: application.id,
      name: APPLICANT.name,
      title: application.filing.title,
      papers: [
        { kind: 'bag-cover', sections: bagCover({ ...person, materials }) },
        { kind: 'material-list', sections: materialList({ ...person, papers, materials, numbering: 'file' }) },
        { kind: 'evaluation-form', sections: form },
        { kind: 'endorsed-copies', sections: endorsedCopies({ ...person, materials }) },
      ],
    });
    const paper = await setSections(sections, materials);
    const pages = 2 + (await setSections(form)).pages.length + 3;
    expect(paper.pages.map(({ label }) => label)).toEqual(Array.from({ length: pages }, (_, at) => String(at + 1)));
    await expectLook('material-list-in-file', paper, [2]);
  });
});

describe('the papers of a unit', () => {
  it('roster and summary', async () => {
    const applications = listedPeople();
    const people = applications.map((one) => ({
      application: one,
      heldRecordId: one.modules.find(({ id }) => id === 'current-title')?.records[0]?.id ?? null,
      yearsInProfession: '20',
      yearsInTitle: '8',
    }));
    await expectLook('roster', await setSections(roster({ unit: UNIT, people, seriesOrder: [] })));
    await expectLook('summary', await setSections(summary({ unit: UNIT, year: 2026, applications, seriesOrder: [] })));
  });

  it('a calibration page whose square measures 100 mm across and down', async () => {
    const paper = await setSections(calibrationPage());
    await expectLook('calibration', paper);
    const [page] = await renderPages(paperFile(paper), DPI);
    if (!page) throw new Error('no page');
    const across = longestRun(page, 'across');
    const down = longestRun(page, 'down');
    expect(Math.abs(across - CALIBRATION_LENGTH * PIXELS_PER_MM)).toBeLessThanOrEqual(3);
    expect(Math.abs(down - CALIBRATION_LENGTH * PIXELS_PER_MM)).toBeLessThanOrEqual(3);
  });
});

const PIXELS_PER_MM = 10;
const DPI = PIXELS_PER_MM * 25.4;

/** Pixels of the longest line that is drawn without a gap. */
function longestRun({ width, height, pixels }: GreyPage, way: 'across' | 'down'): number {
  const [lines, length] = way === 'across' ? [height, width] : [width, height];
  let longest = 0;
  for (let line = 0; line < lines; line += 1) {
    let run = 0;
    for (let at = 0; at < length; at += 1) {
      const grey = pixels[way === 'across' ? line * width + at : at * width + line] ?? 255;
      run = grey < 200 ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
  }
  return longest;
}
