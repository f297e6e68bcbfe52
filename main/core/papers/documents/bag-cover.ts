/**
 * 档案袋封面: whose papers these are, for which title and committee, and the way that they take, with a place for
 * each seal (逐级审核盖章, 五(二)3(2), Q3); and the label for the bag's edge, eight to a sheet.
 */
import { FILING_KIND_WORDS, LEVEL_WORDS } from '#model/application.ts';
import { reportingRoute, type ReportingRoute, type RouteStep } from '#model/reporting-route.ts';
import type { Block, Cell, Row, Section } from '#ports/paper-document.ts';
import type { CountedMaterial, PaperPerson } from './inputs.ts';
import { cell, DATE_BLANK, heading, label, line, row, section, SIZES, table, text, title } from './layout.ts';
import { inGuideOrder, pageCount } from './materials.ts';

export type BagCoverInput = PaperPerson & Readonly<{ materials: readonly CountedMaterial[] }>;

export function bagCover(input: BagCoverInput): readonly Section[] {
  const { application, unit } = input;
  const blocks: readonly Block[] = [
    { kind: 'space', height: 6 },
    text(`${application.year}年度专业技术职务任职资格`, { face: 'hei', size: SIZES.smallTwo, align: 'centre' }),
    title('申报材料', { size: SIZES.one, after: 8 }),
    factsTable(input),
    { kind: 'fill' },
    heading('报送程序（逐级审核盖章）', { align: 'centre' }),
    sealsTable(routeOf(input), input),
    text(`报送：${application.filing.committee}`, { face: 'hei', size: SIZES.smallFour, align: 'centre', before: 4 }),
    text(unit.address && `单位地址：${unit.address}`, { size: SIZES.five, align: 'centre', before: 1 }),
  ];
  return [section(blocks)];
}

/** Labels to cut out, two by four on a sheet. */
export function bagLabels(people: readonly BagCoverInput[]): readonly Section[] {
  const rows: Row[] = [];
  for (let at = 0; at < people.length; at += 2) {
    const pair = [people[at], people[at + 1]];
    rows.push(
      row(
        pair.map((one) => (one ? labelCell(one) : cell(''))),
        { minHeight: 62, staysWhole: true },
      ),
    );
  }
  return [section([table([1, 1], rows)], { margins: { top: 20, right: 15, bottom: 20, left: 15 } })];
}

function factsTable(input: BagCoverInput): Block {
  const { application, unit } = input;
  const { applicant, filing } = application;
  const wide = [
    ['单　　位', unit.name],
    ['姓　　名', applicant.name],
    ['申报资格', filing.title],
  ] as const;
  const paired = [
    ['申报系列', filing.series, '申报级别', LEVEL_WORDS[filing.level]],
    ['申报专业', filing.specialty, '申报类别', FILING_KIND_WORDS[filing.kind]],
    ['本人电话', applicant.phone, '部门岗位', applicant.department],
    ['单位联系人', unit.contact, '单位电话', unit.phone],
  ] as const;
  const rows = [
    ...wide.map(([name, value]) =>
      row([large(name, true), large(value, false, 3)], { minHeight: 13, staysWhole: true }),
    ),
    ...paired.map(([name, value, other, otherValue]) =>
      row([label(name), cell(value), label(other), cell(otherValue)], { minHeight: 11, staysWhole: true }),
    ),
    row([label('评审委员会'), cell(application.filing.committee, { columns: 3 })], { minHeight: 11, staysWhole: true }),
    row([label('材料数量'), cell(quantityOf(input), { columns: 3 })], { minHeight: 11, staysWhole: true }),
  ];
  return table([26, 58, 24, 57], rows, { size: SIZES.smallFour });
}

function large(content: string, isLabel: boolean, columns?: number): Cell {
  const look = { size: SIZES.four, lineHeight: 1.3 } as const;
  return cell([text(content, isLabel ? { ...look, face: 'hei', align: 'centre' } : look)], { columns });
}

/** The forms beside the copies are counted by whoever fills the bag. */
function quantityOf(input: BagCoverInput): string {
  const materials = inGuideOrder(input.materials);
  if (materials.length === 0) return '';
  return `复印件${materials.length}件，共${pageCount(materials)}页`;
}

function routeOf({ application, unit }: PaperPerson): ReportingRoute {
  return reportingRoute({
    unitKind: unit.kind,
    county: unit.county,
    employment: application.applicant.employment,
    isProvincial: application.window.isProvincial,
  });
}

type SealPlace = Readonly<{ who: string; act: string }>;

/** A column for each seal, 42 mm wide and more. */
function sealsTable(route: ReportingRoute, person: PaperPerson): Block {
  const places = route.steps.flatMap((step) =>
    step.seals.map((seal) => ({ who: nameOf(step, seal, person), act: step.act })),
  );
  const columns = places.map(() => 1);
  const head = row(
    places.map(({ who }, at) => label(`${at + 1}. ${who}`)),
    { minHeight: 10, staysWhole: true },
  );
  const seals = row(places.map(sealPlace), { minHeight: 52, staysWhole: true });
  return table(columns, [head, seals], { size: SIZES.five });
}

function sealPlace({ act }: SealPlace): Cell {
  const look = { align: 'centre', size: SIZES.smallFive, lineHeight: 1.4 } as const;
  return cell([text(`${act}\n（盖章）`, look), line(DATE_BLANK_SMALL, { ...look, before: 34 })], { vertical: 'top' });
}

const DATE_BLANK_SMALL = DATE_BLANK.map((run) => ('blank' in run ? { blank: run.blank * 0.6 } : run));

/** Who it is by name, as far as the unit said so. */
function nameOf(step: RouteStep, seal: string, { application, unit }: PaperPerson): string {
  if (step.actor === 'department') return unit.supervisor === '' ? seal : `主管部门\n${unit.supervisor}`;
  if (step.actor !== 'unit') return seal;
  if (application.applicant.employment !== 'dispatch') return seal === '本单位' ? unit.name : seal;
  const dispatch = application.publicity?.dispatch;
  if (!dispatch) return seal;
  const isOwn = (seal === '劳务派遣公司') === (dispatch.ownSide === 'dispatch-company');
  return `${seal}\n${isOwn ? unit.name : dispatch.otherUnit}`;
}

function labelCell(input: BagCoverInput): Cell {
  const { application, unit } = input;
  const { applicant, filing, year } = application;
  const look = { size: SIZES.five, lineHeight: 1.5 } as const;
  const lines = [
    `单　　位：${unit.name}`,
    `申报资格：${filing.title}（${filing.series}·${LEVEL_WORDS[filing.level]}）`,
    `申报专业：${filing.specialty}`,
    `评审委员会：${filing.committee}`,
    `联系电话：${applicant.phone}`,
    quantityOf(input),
  ];
  return cell(
    [
      text(`${year}年度职称申报材料`, { ...look, face: 'hei', align: 'centre' }),
      text(applicant.name, { face: 'hei', size: SIZES.two, align: 'centre', lineHeight: 1.5 }),
      ...lines.filter((one) => one !== '').map((one) => text(one, { ...look, align: 'left', indent: 1, hang: 2 })),
    ],
    { vertical: 'middle' },
  );
}
