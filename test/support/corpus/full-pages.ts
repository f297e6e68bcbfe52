/** The papers that applicants hand in: certificates, cards, tables, articles. */
import { ornamentalFrame, waves } from '../../city/scans/svg.ts';
import { between, pick, type Random } from '../people.ts';
import {
  createSheet,
  fillLines,
  invent,
  organisation,
  sentence,
  SHEET,
  type Sheet,
  type SheetWriter,
} from './sheet.ts';

const CENTRE = SHEET.width / 2;
const DARK = '#1b1b1d';

export function diploma(random: Random): Sheet {
  const sheet = createSheet('#f3ead6');
  const holder = invent(random);
  const school = organisation(random);
  sheet.draw(ornamentalFrame(SHEET.width, SHEET.height, 160, '#8c6a2f'));
  sheet.write(CENTRE, 620, 190, '毕业证书', { anchor: 'middle', weight: 700, spacing: 60, fill: '#7a1d16' });
  sheet.photo({ x: 1780, y: 860, width: 400, height: 540, look: 'portrait' });
  const subject = pick(random, ['土木工程', '临床医学', '机械设计', '汉语言文学']);
  const text = [
    `学生${holder.name}，性别${holder.sex === 'male' ? '男' : '女'}，`,
    `公民身份号码${holder.idNumber}，`,
    '于二〇〇八年九月至二〇一二年七月',
    `在本校${subject}专业`,
    '四年制本科学习，修完教学计划规定',
    '的全部课程，成绩合格，准予毕业。',
  ];
  text.forEach((line, index) => sheet.write(330, 950 + index * 165, 76, line));
  sheet.write(330, 2060, 58, `证书编号：${between(random, 1e15, 9e15)}`);
  sheet.write(330, 2180, 58, `校（院）长：${invent(random).name}`);
  sheet.write(1500, 2480, 64, school, { anchor: 'middle' });
  sheet.write(1500, 2600, 58, '二〇一二年七月一日', { anchor: 'middle' });
  sheet.stamp(1520, 2460, 270, school, random);
  fillLines(sheet, random, { x: 330, y: 2860, width: 1820, size: 34, lineHeight: 52, count: 4 }, { fill: '#444' });
  return sheet.done();
}

export function award(random: Random): Sheet {
  const sheet = createSheet('#f7d9a8');
  const unit = organisation(random);
  sheet.draw(
    `<rect x="120" y="120" width="2240" height="3268" fill="#f9e7c4" stroke="#b3202a" stroke-width="60"/>` +
      Array.from(
        { length: 60 },
        () =>
          `<circle cx="${between(random, 200, 2280)}" cy="${between(random, 200, 3300)}" r="${between(random, 30, 150)}" fill="none" stroke="#e4bd6d" stroke-width="3" opacity=".5"/>`,
      ).join(''),
  );
  sheet.write(CENTRE, 900, 240, '荣誉证书', { anchor: 'middle', weight: 700, fill: '#b3202a', spacing: 40 });
  sheet.write(380, 1300, 92, `${invent(random).name}同志：`);
  const text = ['在二〇二二年度全省科学技术', '进步奖评选中，你主持完成的', '项目荣获二等奖。特发此证，', '以资鼓励。'];
  text.forEach((line, index) => sheet.write(560, 1480 + index * 190, 92, line));
  sheet.write(1600, 2600, 76, unit, { anchor: 'middle' });
  sheet.write(1600, 2740, 70, '二〇二三年三月', { anchor: 'middle' });
  sheet.stamp(1620, 2610, 290, unit, random);
  return sheet.done();
}

export function idCard(random: Random): Sheet {
  const sheet = createSheet('#fbfbfa');
  const holder = invent(random);
  for (const [y, ground] of [
    [500, '#dbe9ee'],
    [1700, '#e6e2f0'],
  ] as const) {
    sheet.draw(
      `<rect x="720" y="${y}" width="1040" height="655" rx="38" fill="${ground}" stroke="#9ab" stroke-width="3"/>` +
        `<svg x="740" y="${y}" width="1000" height="655">${waves(1000, 655, '#9fc4cf', between(random, 20, 30))}</svg>`,
    );
  }
  const [year = '', month = '', day = ''] = holder.birthday.split('-');
  sheet.write(790, 610, 42, `姓名　${holder.name}`);
  sheet.write(790, 700, 40, `性别　${holder.sex === 'male' ? '男' : '女'}　民族　${holder.nation.slice(0, -1)}`);
  sheet.write(790, 790, 40, `出生　${year}年${Number(month)}月${Number(day)}日`);
  sheet.write(790, 880, 38, `住址　昆明市样本路${between(random, 1, 300)}号`);
  sheet.write(790, 1090, 46, `公民身份号码　${holder.idNumber}`);
  sheet.photo({ x: 1390, y: 580, width: 300, height: 400, look: 'portrait' });
  sheet.write(1330, 1860, 66, '中华人民共和国', { anchor: 'middle' });
  sheet.write(1330, 1990, 92, '居民身份证', { anchor: 'middle', weight: 700 });
  sheet.write(850, 2200, 40, '签发机关　昆明市公安局（样）');
  sheet.write(850, 2280, 40, '有效期限　2015.06.01-2035.06.01');
  sheet.draw('<circle cx="860" cy="1880" r="90" fill="#c9302c" opacity=".85"/>');
  sheet.write(CENTRE, 2700, 52, '此复印件仅供职称评审使用', { anchor: 'middle' });
  sheet.write(CENTRE, 2830, 52, `与原件一致　审核人：${invent(random).name}`, { anchor: 'middle' });
  sheet.stamp(1650, 2860, 230, '样本单位人事专用章', random);
  return sheet.done();
}

export function paper(random: Random): Sheet {
  const sheet = createSheet('#f6f4ee');
  const year = between(random, 2019, 2025);
  sheet.write(CENTRE, 300, 34, `样本工程技术学报　${year}年第${between(random, 1, 12)}期`, { anchor: 'middle' });
  sheet.draw('<path d="M220 330 H2260" stroke="#222" stroke-width="4"/>');
  const title = pick(random, [
    '大体积混凝土温度裂缝控制技术研究',
    '基层医院慢性病管理模式的实践',
    '装配式建筑施工评价方法',
  ]);
  sheet.write(CENTRE, 490, 74, title, { anchor: 'middle', weight: 700 });
  sheet.write(CENTRE, 590, 46, [0, 1, 2].map(() => invent(random).name).join('，'), { anchor: 'middle' });
  const abstract = { x: 330, y: 690, width: 1820, size: 36, lineHeight: 56, count: 6 };
  const y = fillLines(sheet, random, abstract) + 40;
  const column = { y, width: 990, size: 42, lineHeight: 64 };
  fillLines(sheet, random, { ...column, x: 220, count: Math.floor((3200 - y) / 64) });
  fillLines(sheet, random, { ...column, x: 1270, count: Math.floor((2560 - y) / 64) });
  sheet.photo({ x: 1330, y: 2640, width: 820, height: 520, look: 'figure' });
  sheet.write(1740, 3230, 36, '图1　温度场分布示意图', { anchor: 'middle' });
  sheet.write(CENTRE, 3370, 34, String(between(random, 40, 99)), { anchor: 'middle' });
  return sheet.done();
}

const LABELS = [
  '姓名',
  '性别',
  '出生年月',
  '学历学位',
  '毕业院校',
  '所学专业',
  '工作单位',
  '现任职务',
  '聘任时间',
  '手机号码',
];
const COURSES = ['高等数学', '大学英语', '材料力学', '结构设计原理', '工程测量', '马克思主义基本原理'];

export function form(random: Random): Sheet {
  const sheet = createSheet('#f6f4ee');
  const holder = invent(random);
  sheet.write(CENTRE, 330, 88, '专业技术职务任职资格评审表', { anchor: 'middle', weight: 700 });
  const facts = [holder.name, holder.nation, holder.birthday.slice(0, 7), '大学本科', holder.phone];
  table(sheet, { rows: 18, columns: [200, 560, 1000, 1360, 2280], size: 46 }, (column) => {
    if (column % 2 === 0) return pick(random, LABELS);
    return column === 3 ? sentence(random) : pick(random, facts);
  });
  sheet.photo({ x: 1900, y: 470, width: 350, height: 470, look: 'portrait' });
  underTable(sheet, random);
  return sheet.done();
}

export function transcript(random: Random): Sheet {
  const sheet = createSheet('#f6f4ee');
  sheet.write(CENTRE, 330, 88, '学生成绩登记表', { anchor: 'middle', weight: 700 });
  table(sheet, { rows: 44, columns: [200, 800, 1040, 1240, 1840, 2080, 2280], size: 34 }, (column) =>
    column % 3 === 0 ? pick(random, COURSES) : String(between(random, 60, 99)),
  );
  underTable(sheet, random);
  return sheet.done();
}

type Grid = Readonly<{ rows: number; columns: readonly number[]; size: number }>;

function table(sheet: SheetWriter, { rows, columns, size }: Grid, cell: (column: number) => string): void {
  const [top, bottom] = [450, 3150];
  const height = (bottom - top) / rows;
  for (let row = 0; row <= rows; row += 1) {
    const y = top + row * height;
    sheet.draw(`<path d="M200 ${y} H2280" stroke="${DARK}" stroke-width="${row % rows === 0 ? 6 : 3}"/>`);
  }
  for (const x of columns) sheet.draw(`<path d="M${x} ${top} V${bottom}" stroke="${DARK}" stroke-width="4"/>`);
  for (let row = 0; row < rows; row += 1) {
    columns.slice(0, -1).forEach((x, column) => {
      const most = Math.floor(((columns[column + 1] ?? x) - x - 30) / size);
      sheet.write(x + 24, top + (row + 0.5) * height + size * 0.36, size, cell(column).slice(0, most));
    });
  }
}

function underTable(sheet: SheetWriter, random: Random): void {
  sheet.write(300, 3290, 46, '审核意见：材料属实，同意上报。');
  sheet.stamp(1900, 3170, 240, '样本单位人事部门公章', random);
}
