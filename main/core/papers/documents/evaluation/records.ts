/** The records of the 13 modules as tables of the form: which field stands in which column, and what none has. */
import type { Application, FiledRecord } from '#model/application.ts';
import { moduleDef, type ModuleId } from '#model/modules.ts';
import type { Cell, Table } from '#ports/paper-document.ts';
import { filed } from '../filed.ts';
import { paperDay, paperPeriod } from '../given-days.ts';
import { cell, centred, label, row, SIZES, table } from '../layout.ts';

/** `key` 'from': both ends of a period; `words` where the form says it otherwise than the module; widths in parts. */
type Column = Readonly<{ key: string; width: number; words?: string }>;
/** The modules that are tables; the others are written otherwise. */
type TableModule = Exclude<ModuleId, 'basic' | 'summary'>;

const PERIOD: Column = { key: 'from', width: 30, words: '起止时间' };

const COLUMNS: Readonly<Record<TableModule, readonly Column[]>> = {
  'current-title': [
    { key: 'title', width: 30 },
    { key: 'series', width: 27 },
    { key: 'obtainedOn', width: 23 },
    { key: 'appointedOn', width: 23 },
    { key: 'authority', width: 34 },
    { key: 'certificateNo', width: 28 },
  ],
  education: [
    { ...PERIOD, width: 24 },
    { key: 'level', width: 17 },
    { key: 'mode', width: 14 },
    { key: 'school', width: 25 },
    { key: 'major', width: 22 },
    { key: 'years', width: 11 },
    { key: 'degree', width: 17 },
    { key: 'certificateNo', width: 22 },
    { key: 'recordValidUntil', width: 20 },
  ],
  study: [PERIOD, { key: 'school', width: 62 }, { key: 'major', width: 45 }, { key: 'witness', width: 22 }],
  work: [PERIOD, { key: 'unit', width: 62 }, { key: 'post', width: 45 }, { key: 'witness', width: 22 }],
  'main-work': [
    PERIOD,
    { key: 'name', width: 38, words: '专业技术工作名称' },
    { key: 'role', width: 36, words: '工作内容、本人起何作用（主持、参加、独立）' },
    { key: 'result', width: 61, words: '完成情况及效果' },
  ],
  project: [
    PERIOD,
    { key: 'name', width: 55, words: '课题（项目）名称' },
    { key: 'number', width: 28 },
    { key: 'source', width: 30 },
    { key: 'role', width: 22 },
  ],
  patent: [
    { key: 'grantedOn', width: 26 },
    { key: 'name', width: 58, words: '专利名称' },
    { key: 'number', width: 38 },
    { key: 'kind', width: 24 },
    { key: 'rank', width: 19 },
  ],
  award: [
    { key: 'awardedOn', width: 26, words: '获奖时间' },
    { key: 'name', width: 58 },
    { key: 'grade', width: 22 },
    { key: 'rank', width: 16 },
    { key: 'authority', width: 43 },
  ],
  book: [
    { key: 'publishedOn', width: 26 },
    { key: 'name', width: 52, words: '著作名称' },
    { key: 'press', width: 36 },
    { key: 'isbn', width: 32 },
    { key: 'rank', width: 19 },
  ],
  paper: [
    { key: 'publishedOn', width: 26 },
    { key: 'name', width: 57, words: '论文题目' },
    { key: 'journal', width: 32 },
    { key: 'issue', width: 29 },
    { key: 'rank', width: 21 },
  ],
  'continuing-education': [
    { key: 'year', width: 18 },
    { key: 'name', width: 75 },
    { key: 'hours', width: 18 },
    { key: 'organiser', width: 54 },
  ],
  assessment: [
    { key: 'year', width: 24 },
    { key: 'grade', width: 36 },
    { key: 'unit', width: 105 },
  ],
};

/** With one row to be filled by hand where nothing was filed. */
export function recordsTable(id: TableModule, records: readonly FiledRecord[]): Table {
  const columns = COLUMNS[id];
  const head = row(
    columns.map((column) => label(column.words ?? fieldLabel(id, column.key))),
    { minHeight: 9, staysWhole: true },
  );
  const rows = records.map((record) =>
    row(
      columns.map(({ key }) => valueCell(id, record, key)),
      { minHeight: 9 },
    ),
  );
  const empty = row(
    columns.map(() => cell('')),
    { minHeight: 9 },
  );
  const widths = columns.map(({ width }) => width);
  return table(widths, [head, ...(rows.length > 0 ? rows : [empty])], { headRows: 1, size: sizeOf(columns) });
}

/** Many columns on 165 mm take smaller type. */
function sizeOf({ length }: readonly Column[]): number {
  return length > 6 ? SIZES.smallFive : SIZES.five;
}

function valueCell(id: TableModule, record: FiledRecord, key: string): Cell {
  if (key === 'from') return centred(paperPeriod(filed(record, 'from'), filed(record, 'to')));
  const kind = moduleDef(id).fields.find((field) => field.key === key)?.kind;
  const value = filed(record, key);
  if (kind === 'month' || kind === 'date') return centred(paperDay(value));
  return isNarrow(id, key) ? centred(value) : cell(value);
}

/** mm; columns that hold a number or a word */
const NARROW = 24;

function isNarrow(id: TableModule, key: string): boolean {
  return COLUMNS[id].some((column) => column.key === key && column.width <= NARROW);
}

export function fieldLabel(id: ModuleId, key: string): string {
  return moduleDef(id).fields.find((field) => field.key === key)?.label ?? key;
}

/** What the tables of the form have no column for: fields that this edition of the modules does not know. */
export function leftOver(application: Application): readonly (readonly [words: string, value: string])[] {
  return application.modules.flatMap(({ id, records }) =>
    records.flatMap((record, at) =>
      Object.keys(record.fields)
        .filter((key) => !hasPlace(id, key, at) && filed(record, key) !== '')
        .map((key) => [`${moduleDef(id).name}·${fieldLabel(id, key)}`, filed(record, key)] as const),
    ),
  );
}

/** 基本信息 and 总结 are one record each; the form has a place for the first. */
function hasPlace(id: ModuleId, key: string, at: number): boolean {
  if (id === 'basic') return at === 0 && moduleDef(id).fields.some((field) => field.key === key);
  if (id === 'summary') return key === 'text';
  return key === 'to' ? hasPlace(id, 'from', at) : COLUMNS[id].some((column) => column.key === key);
}
