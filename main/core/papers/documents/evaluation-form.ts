/**
 * 《专业技术职务任职资格评审表》: what the applicant filed in the 13 modules (五(二)2) under the headings of the
 * form, the opinion of the unit, and blanks for whoever comes after it. It flows over as many pages as it needs.
 */
import { moduleDef } from '#model/modules.ts';
import type { Block, Section, Strip } from '#ports/paper-document.ts';
import {
  ACHIEVEMENT_MODULES,
  allAchievements,
  splitAchievements,
  type Achievements,
} from './evaluation/achievements.ts';
import { basicsBlocks, coverBlocks, type FormPerson } from './evaluation/basics.ts';
import { answeredFor, committeeBlocks, examBlocks, unitOpinionBlocks } from './evaluation/opinions.ts';
import { leftOver, recordsTable } from './evaluation/records.ts';
import { filed, heldTitle, recordsOf } from './filed.ts';
import type { PaperPerson } from './inputs.ts';
import { cell, footerOf, heading, label, paragraphs, row, section, SIZES, table } from './layout.ts';

export type EvaluationFormInput = PaperPerson &
  Readonly<{
    /** the record of 现有职称情况 whose title is held now; null: none */
    heldRecordId: string | null;
    /** 电子材料已审核通过: before, the paper cannot be handed in (Q3) and says so */
    isElectronicPassed: boolean;
  }>;

export const NOT_PASSED = '电子材料未审核通过，不得用于报送';

export function evaluationForm(input: EvaluationFormInput): readonly Section[] {
  const { application, unit, heldRecordId } = input;
  const held = heldTitle(application, heldRecordId);
  const person: FormPerson = { application, unit, held };
  const footer = formFooter(input);
  return [
    section(coverBlocks(person), { footer: input.isElectronicPassed ? null : { ...footer, centre: '' } }),
    section(bodyBlocks(person), { footer, startsAtOne: false }),
  ];
}

function formFooter({ application, unit, isElectronicPassed }: EvaluationFormInput): Strip {
  const footer = footerOf(application, unit);
  return isElectronicPassed ? footer : { ...footer, left: NOT_PASSED };
}

function bodyBlocks(person: FormPerson): readonly Block[] {
  const { application } = person;
  return [
    ...basicsBlocks(person),
    ...part('现有职称情况', ['current-title'], person),
    ...part('学习培训经历', ['education', 'study', 'continuing-education'], person),
    ...part('工作经历', ['work'], person),
    ...summaryBlocks(person),
    ...achievementBlocks(person),
    ...part('著作、论文及重要技术报告登记', ['book', 'paper'], person),
    ...examBlocks(),
    heading('年度及任期满考核结果'),
    answeredFor('负责人（签字）：', recordsTable('assessment', recordsOf(application, 'assessment'))),
    ...otherBlocks(person),
    ...unitOpinionBlocks(application.opinion),
    ...committeeBlocks(),
  ];
}

type ListedModule = Parameters<typeof recordsTable>[0];

/** With a line over each table where there are several. */
function part(words: string, ids: readonly ListedModule[], { application }: FormPerson): readonly Block[] {
  const tables = ids.flatMap((id) => {
    const records = recordsTable(id, recordsOf(application, id));
    return ids.length > 1 ? [subheading(moduleDef(id).name), records] : [records];
  });
  return [heading(words), ...tables];
}

function subheading(words: string): Block {
  return heading(words, { size: SIZES.five, before: 2, after: 1 });
}

function summaryBlocks({ application }: FormPerson): readonly Block[] {
  const texts = recordsOf(application, 'summary').map((record) => filed(record, 'text'));
  const content = paragraphs(texts.join('\n'), { size: SIZES.smallFour, lineHeight: 1.5 });
  return [
    heading(moduleDef('summary').name),
    table([1], [row([cell(content, { vertical: 'top' })], texts.join('') === '' ? { minHeight: 60 } : {})]),
  ];
}

const ACHIEVEMENTS = '主要专业技术工作业绩登记';

function achievementBlocks({ application, held }: FormPerson): readonly Block[] {
  const split = splitAchievements(application, held);
  if (!split) return achievementPart(ACHIEVEMENTS, allAchievements(application));
  const { before, after, undated } = split;
  const hasUndated = ACHIEVEMENT_MODULES.some((id) => undated[id].length > 0);
  return [
    ...achievementPart(`任现职前${ACHIEVEMENTS}`, before),
    ...achievementPart(`任现职后${ACHIEVEMENTS}`, after),
    ...(hasUndated ? achievementPart(`${ACHIEVEMENTS}（未填时间）`, undated) : []),
  ];
}

/** Only what there is of it (「如没有无需填写」); where there is nothing at all, a table for the hand. */
function achievementPart(words: string, achievements: Achievements): readonly Block[] {
  const done = ACHIEVEMENT_MODULES.filter((id) => achievements[id].length > 0);
  const shown = done.length > 0 ? done : (['main-work'] as const);
  const tables = shown.flatMap((id) => [subheading(moduleDef(id).name), recordsTable(id, achievements[id])]);
  return [heading(words), ...tables];
}

/** So that nothing is lost that the city knows and this edition of the form has no column for. */
function otherBlocks({ application }: FormPerson): readonly Block[] {
  const rows = leftOver(application).map(([words, value]) => row([label(words), cell(value)], { minHeight: 9 }));
  return rows.length === 0 ? [] : [heading('其他填报内容'), table([45, 120], rows, { size: SIZES.five })];
}
