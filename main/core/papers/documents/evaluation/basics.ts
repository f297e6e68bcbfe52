/** The form's cover and 基本情况. What the form asks and the city's system does not is left for the hand. */
import { FILING_KIND_WORDS, LEVEL_WORDS, type FiledRecord } from '#model/application.ts';
import { beijingDateOf, formatPaperDate } from '#model/beijing-time.ts';
import type { Block, Cell, Row } from '#ports/paper-document.ts';
import { filed, highestEducation, nameOf, recordsOf, sexOf } from '../filed.ts';
import { paperDay } from '../given-days.ts';
import type { PaperPerson } from '../inputs.ts';
import { cell, centred, heading, label, row, SIZES, table, text } from '../layout.ts';

export type FormPerson = PaperPerson & Readonly<{ held: FiledRecord | undefined }>;

export function coverBlocks({ application, unit, held }: FormPerson): readonly Block[] {
  const { applicant, filing, submittedAt } = application;
  const lines = [
    ['单　　　　位', unit.name],
    ['姓　　　　名', nameOf(application)],
    ['现任专业技术职务', filed(held, 'title')],
    ['评审任职资格', filing.title],
    ['申报系列', `${filing.series}（${LEVEL_WORDS[filing.level]}）`],
    ['申报专业', filing.specialty],
    ['申报类别', `${FILING_KIND_WORDS[filing.kind]}${filing.isEngineering ? '（工程技术）' : ''}`],
    ['评审委员会', filing.committee],
    ['手机号码', applicant.phone],
    ['填表时间', formatPaperDate(beijingDateOf(submittedAt))],
  ] as const;
  const large = { face: 'hei', align: 'centre', lineHeight: 1.4 } as const;
  return [
    { kind: 'space', height: 28 },
    text('专业技术职务任职资格', { ...large, size: SIZES.one }),
    text('评审表', { ...large, size: 36, after: 26 }),
    table([45, 90], lines.map(coverLine), { lines: 'rows', size: SIZES.four }),
  ];
}

function coverLine([name, value]: readonly [string, string]): Row {
  return row([label(name, { vertical: 'bottom' }), cell(value, { vertical: 'bottom' })], {
    minHeight: 13,
    staysWhole: true,
  });
}

export function basicsBlocks(person: FormPerson): readonly Block[] {
  const rows = [...personRows(person), ...educationRows(person), ...titleRows(person), ...ROWS_FOR_THE_HAND];
  return [heading('基本情况', { before: 0 }), table(COLUMNS, rows, { size: SIZES.five })];
}

/** Six columns: a label and its value, three times; the photograph stands over the last two. */
const COLUMNS = [23, 33, 26, 31, 23, 29];
const HEIGHT = 10.5;

function personRows({ application }: FormPerson): readonly Row[] {
  const [basic] = recordsOf(application, 'basic');
  const { applicant } = application;
  const value = (key: string) => filed(basic, key);
  return [
    whole([label('姓名'), cell(nameOf(application)), label('性别'), centred(sexOf(application)), PHOTOGRAPH]),
    whole([label('曾用名'), cell(''), label('民族'), centred(value('nation'))]),
    whole([label('出生日期'), cell(paperDay(value('birthday') || applicant.birthday)), label('出生地'), cell('')]),
    whole([label('身份证号'), cell(value('idNumber') || applicant.idNumber, { columns: 3 })]),
    whole([
      label('手机号码'),
      cell(value('phone') || applicant.phone),
      label('参加工作时间'),
      cell(paperDay(value('workSince'))),
      label('标准工资'),
      cell(''),
    ]),
    whole([label('工作单位'), cell(value('unit'), { columns: 3 }), label('身体状况'), cell('')]),
    whole([
      label('部门岗位'),
      cell(value('department') || applicant.department),
      label('现从事何种专业技术工作', { columns: 2 }),
      cell(value('post'), { columns: 2 }),
    ]),
  ];
}

/** 4 rows of two columns, 53 by 42 mm: a photograph of two inches is 35 by 49. */
const PHOTOGRAPH: Cell = label('照片', { columns: 2, rows: 4 });

function educationRows({ application }: FormPerson): readonly Row[] {
  const highest = highestEducation(application);
  const value = (key: string) => filed(highest, key);
  return [
    whole([
      label('最高学历', { rows: 2 }),
      ...['毕业时间', '学校', '专业', '学制', '学历、学位'].map((word) => label(word)),
    ]),
    whole([
      centred(paperDay(value('to'))),
      cell(value('school')),
      cell(value('major')),
      centred(value('years')),
      cell([value('level'), value('degree')].filter(Boolean).join('\n')),
    ]),
  ];
}

function titleRows({ held }: FormPerson): readonly Row[] {
  const [title, appointedOn] = [filed(held, 'title'), paperDay(filed(held, 'appointedOn'))];
  const obtained = [title, paperDay(filed(held, 'obtainedOn')), filed(held, 'authority')];
  return [
    wide('现任专业技术职务及任职时间', appointedOn === '' ? '' : `${title}　${appointedOn}`),
    wide('专业技术职务任职资格\n（取得时间及审批机关）', obtained.filter(Boolean).join('　')),
  ];
}

/** The form asks, the city's system does not. */
const ROWS_FOR_THE_HAND: readonly Row[] = [
  '现（兼）任行政职务及任职时间',
  '何时加入中国共产党\n（共青团），任何职务',
  '何时何地参加何民主党派，\n任何职务',
  '参加何学术团体，任何职，\n有何社会兼职',
  '懂何外语，达到何种程度',
].map((words) => wide(words, ''));

function wide(words: string, value: string): Row {
  return row([label(words, { columns: 2 }), cell(value, { columns: 4 })], { minHeight: 13, staysWhole: true });
}

function whole(cells: readonly Cell[]): Row {
  return row(cells, { minHeight: HEIGHT, staysWhole: true });
}
