/** A4 pages: official letters, assessment lists, training proofs, commitments, articles. */
import { between, type Random } from '../../support/people.ts';
import { breakLines, paragraph, rectangle, sampleNote, seal, text, type Drawing } from './svg.ts';

type Values = Readonly<Record<string, string>>;
const WIDTH = 1654;
const HEIGHT = 2339;
const MARGIN = 210;
const A4 = { width: WIDTH, height: HEIGHT, dpi: 200, scale: 1, ground: '#d5d5d2' } as const;
/** what offices set for letters: less to upload, and less to draw */
const A4_COARSE = { ...A4, dpi: 150, scale: 0.75 } as const;
const PAPER = '#fcfbf7';

/** 红头 above, number, heading, paragraphs, then body and date under the seal. */
export function drawLetter(values: Values, random: Random): Drawing {
  const { issuer = '', number = '', title = '', body = '', date = '' } = values;
  let y = 800;
  let lines = '';
  for (const part of body.split('|')) {
    const isPlain = part.endsWith('：') || /^\d/.test(part);
    const block = paragraph(
      { x: MARGIN, y, size: 40, lineHeight: 76, width: WIDTH - 2 * MARGIN },
      isPlain ? part : `　　${part}`,
    );
    lines += block.svg;
    y = block.nextY + 10;
  }
  const foot = Math.max(y + 200, 1400);
  const headSize = Math.min(92, (WIDTH - 2 * MARGIN) / (issuer.length + 2));
  const drawn =
    rectangle(WIDTH, HEIGHT, PAPER) +
    text(WIDTH / 2, 330, headSize, `${issuer}文件`, { weight: 700, fill: '#c3161c', anchor: 'middle', spacing: 6 }) +
    text(WIDTH / 2, 450, 38, number, { anchor: 'middle' }) +
    `<path d="M${MARGIN - 30} 490 H${WIDTH - MARGIN + 30}" stroke="#c3161c" stroke-width="7"/>` +
    text(WIDTH / 2, 650, Math.min(56, (WIDTH - 2 * MARGIN) / title.length), title, { weight: 700, anchor: 'middle' }) +
    lines +
    text(1130, foot, 42, issuer, { anchor: 'middle' }) +
    text(1130, foot + 80, 42, date, { anchor: 'middle' }) +
    seal(1130, foot + 10, 150, issuer, { random }) +
    sampleNote(WIDTH / 2, HEIGHT - 120);
  return { ...A4_COARSE, body: drawn };
}

/** 年度考核结果: a table of everybody, four people a line, as high as the page allows. */
export function drawAssessment(values: Values, random: Random): Drawing {
  const { unit = '', year = '', names = '' } = values;
  const people = names.split('、');
  const columns = 4;
  const top = 560;
  const rows = Math.ceil(people.length / columns);
  const rowHeight = Math.min(84, Math.floor((HEIGHT - top - 400) / (rows + 1)));
  const cellWidth = (WIDTH - 300) / columns;
  let table = '';
  for (let row = 0; row <= rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = 150 + column * cellWidth;
      const y = top + row * rowHeight;
      const person = row === 0 ? '姓名' : people[(row - 1) * columns + column];
      const style = { weight: row === 0 ? 700 : 400 } as const;
      table += `<path d="M${x} ${y} h${cellWidth} v${rowHeight} h${-cellWidth} Z M${x + cellWidth * 0.66} ${y} v${rowHeight}" fill="none" stroke="#333" stroke-width="2"/>`;
      if (person === undefined) continue;
      const size = person.length > 6 ? 23 : 32;
      const baseline = y + rowHeight * 0.66;
      table +=
        text(x + 14, baseline, size, person, style) +
        text(x + cellWidth * 0.72, baseline, 30, row === 0 ? '等次' : '合格', style);
    }
  }
  const foot = top + (rows + 1) * rowHeight + 150;
  const drawn =
    rectangle(WIDTH, HEIGHT, PAPER) +
    text(WIDTH / 2, 300, 58, `${unit}${year}年度考核结果登记表`, { weight: 700, anchor: 'middle' }) +
    text(150, 420, 34, `填报单位：${unit}`) +
    text(WIDTH - 150, 420, 34, `${Number(year) + 1}年1月`, { anchor: 'end' }) +
    text(150, 500, 30, '注：本页为合格以上等次人员，优秀等次另见优秀人员名册。', { fill: '#555' }) +
    table +
    text(1150, foot, 40, `${unit}（盖章）`, { anchor: 'middle' }) +
    seal(1150, foot + 10, 145, unit, { random, below: '人事专用章' }) +
    sampleNote(WIDTH / 2, HEIGHT - 110);
  return { ...A4, body: drawn };
}

export function drawTraining(values: Values, random: Random): Drawing {
  const { unit = '', year = '', course = '', hours = '', issued = '' } = values;
  const width = 1654;
  const height = 1165;
  const sentence = `　　持证人参加${year}年度专业技术人员继续教育，完成“${course}”等规定课程的学习，经考核合格，共计${hours}学时（其中公需科目30学时），特此证明。`;
  const drawn =
    rectangle(width, height, '#f3f7fa') +
    `<rect x="60" y="60" width="${width - 120}" height="${height - 120}" fill="none" stroke="#386a95" stroke-width="8"/><rect x="80" y="80" width="${width - 160}" height="${height - 160}" fill="none" stroke="#386a95" stroke-width="2"/>` +
    text(width / 2, 260, 70, '专业技术人员继续教育证明', { weight: 700, fill: '#1f4a70', anchor: 'middle' }) +
    text(width - 160, 350, 32, `编号：JX${year}${between(random, 1000, 9999)}`, { anchor: 'end' }) +
    paragraph({ x: 190, y: 470, size: 48, lineHeight: 90, width: width - 380 }, sentence).svg +
    text(1200, 900, 42, unit, { anchor: 'middle' }) +
    text(1200, 970, 40, issued, { anchor: 'middle' }) +
    seal(1200, 900, 130, unit, { random }) +
    sampleNote(width / 2, height - 100);
  return { width, height, dpi: 200, scale: 1, ground: '#d5d5d2', body: drawn };
}

/** 学历证书电子注册备案表 (Q14), with its code to be checked online; without a last day it is the query's screen. */
export function drawDegreeRecord(values: Values, random: Random): Drawing {
  const { validUntil = '', name = '', sex = '', level, mode, school, major, from, to, certificateNo } = values;
  const isQuery = validUntil === '';
  const facts = [
    ['姓名', name],
    ['性别', sex],
    ['入学日期', from],
    ['毕（结）业日期', to],
    ['学历类别', '普通高等教育'],
    ['层次', level],
    ['院校名称', school],
    ['专业名称', major],
    ['学习形式', mode],
    ['证书编号', certificateNo],
    ['毕（结）业', '毕业'],
  ];
  const rowHeight = 96;
  const table = facts
    .map(([label = '', value = ''], index) => {
      const y = 560 + index * rowHeight;
      const frame = `<path d="M${MARGIN} ${y} H${WIDTH - MARGIN} V${y + rowHeight} H${MARGIN} Z M${MARGIN + 330} ${y} V${y + rowHeight}" fill="none" stroke="#5b7da0" stroke-width="2"/>`;
      return frame + text(MARGIN + 30, y + 62, 36, label, { fill: '#41607f' }) + text(MARGIN + 370, y + 62, 38, value);
    })
    .join('');
  const code = Array.from({ length: 12 }, () => String(between(random, 0, 9))).join('');
  const foot = 560 + facts.length * rowHeight + 130;
  const check = isQuery
    ? text(MARGIN, foot, 34, '查询结果：以上信息与数据库一致。')
    : text(MARGIN, foot, 34, `在线验证码：${code.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}`) +
      text(MARGIN, foot + 70, 34, `在线验证有效期至：${validUntil.replaceAll('-', '.')}`);
  const drawn =
    rectangle(WIDTH, HEIGHT, isQuery ? '#ffffff' : PAPER) +
    text(WIDTH / 2, 330, 58, isQuery ? '学历信息查询结果' : '教育部学历证书电子注册备案表', {
      weight: 700,
      anchor: 'middle',
    }) +
    table +
    check +
    sampleNote(WIDTH / 2, HEIGHT - 120);
  return { ...A4_COARSE, body: drawn };
}

/** 职称申报承诺书 (Q19), signed by hand. */
export function drawCommitment(values: Values): Drawing {
  const { name = '', idNumber = '', unit = '', date = '' } = values;
  const promises = [
    `本人${name}，身份证号${idNumber}，工作单位${unit}，现申报职称评审，郑重承诺如下：`,
    '一、本人填报的信息和提交的学历、资历、业绩、论文等全部材料真实、准确、完整，复印件与原件一致。',
    '二、本人遵守国家法律法规和职业道德，无弄虚作假、剽窃他人成果等行为。',
    '三、本人知晓并同意接受有关部门对申报材料的核查；如有不实，自愿接受取消申报资格、撤销职称、记入诚信档案等处理。',
    '四、本人同意将本承诺书在信用网站公开，接受社会监督。',
  ];
  let y = 620;
  let lines = '';
  for (const promise of promises) {
    const block = paragraph({ x: MARGIN, y, size: 42, lineHeight: 84, width: WIDTH - 2 * MARGIN }, `　　${promise}`);
    lines += block.svg;
    y = block.nextY + 16;
  }
  const signature = `<g transform="translate(1200 ${y + 190}) skewX(-14) rotate(-4)">${text(0, 0, 66, name, { fill: '#1d2f6f', spacing: -4 })}</g>`;
  const drawn =
    rectangle(WIDTH, HEIGHT, PAPER) +
    text(WIDTH / 2, 420, 82, '职称申报承诺书', { weight: 700, anchor: 'middle', spacing: 10 }) +
    lines +
    text(860, y + 190, 42, '承诺人（签名）：') +
    signature +
    text(860, y + 290, 42, `日　　期：${date}`) +
    sampleNote(WIDTH / 2, HEIGHT - 120);
  return { ...A4_COARSE, body: drawn };
}

const SENTENCES = [
  '本文以昆明地区三家单位为样本，采用行动研究与对照比较相结合的方法，对实施前后的数据进行分析。',
  '结果表明，试点组在质量、效率和满意度三个维度上均明显高于对照组。',
  '随着工作要求的提高，专业人员需要从经验判断转向依据证据的改进。',
  '已有研究多从理论层面讨论评价标准，对一线教师如何收集和使用证据着墨不多。',
  '为此，本文提出“目标—任务—证据—反馈”四环节框架，并结合具体案例说明其操作要点。',
  '在任务设计上，应当把握情境的真实性、问题的开放性和过程的可见性。',
  '从访谈资料看，多数受访者认为及时反馈有助于减轻负担、提高积极性。',
  '需要指出的是，本研究样本量有限，结论的推广仍有待进一步检验。',
  '在实施过程中，团队每两周开展一次集体研讨，及时修订方案并记录典型案例。',
  '综合以上分析，可以从制度保障、资源建设和人员培训三个方面加以改进。',
  '调查共发放问卷三百二十份，回收有效问卷三百零六份，有效率为百分之九十五点六。',
  '数据采用统计软件处理，组间差异以百分之五为显著性水平。',
  '试点分准备、实施、总结三个阶段，历时两个学期，每一阶段均有明确的任务和记录要求。',
  '实践中也遇到时间不足、标准不一、记录繁琐等问题，团队据此简化了流程和表格。',
  '与以往做法相比，新流程把检查前移到任务之中，减少了事后返工。',
  '案例一中，负责人在第三周即发现偏差，并通过小组讨论调整了方案，最终按期完成。',
  '案例二则说明，没有共同的评价标准，反馈往往流于形式，难以促成真正的改进。',
  '下一步将扩大样本范围，延长观察周期，并对长期效果作进一步的追踪。',
];

/** The first page of an article: heading, abstract, two columns. */
export function drawArticle(values: Values, random: Random): Drawing {
  const { name = '', unit = '', title = '', journal = '', issue = '' } = values;
  const columnWidth = (WIDTH - 2 * 150 - 60) / 2;
  const size = 42;
  const lineHeight = 66;
  const first = 800;
  const perColumn = Math.floor((HEIGHT - 200 - first) / lineHeight);
  let prose = '';
  for (
    let next = between(random, 0, SENTENCES.length - 1);
    prose.length < (perColumn * 2 * columnWidth) / size + 80;
    next += 7
  ) {
    prose += SENTENCES[next % SENTENCES.length] ?? '';
  }
  const lines = breakLines(`　　一、问题的提出　　${prose}`, columnWidth / size);
  const column = (x: number, from: number): string =>
    lines
      .slice(from, from + perColumn)
      .map((line, index) => text(x, first + index * lineHeight, size, line))
      .join('');
  const abstract = `摘　要：${SENTENCES.slice(0, 3).join('')}`;
  const drawn =
    rectangle(WIDTH, HEIGHT, '#fdfdfb') +
    text(150, 180, 28, issue, { fill: '#444' }) +
    text(WIDTH - 150, 180, 28, journal, { anchor: 'end', fill: '#444' }) +
    `<path d="M150 205 H${WIDTH - 150} M150 212 H${WIDTH - 150}" stroke="#333" stroke-width="2.5"/>` +
    text(WIDTH / 2, 350, Math.min(60, (WIDTH - 300) / title.length), title, { weight: 700, anchor: 'middle' }) +
    text(WIDTH / 2, 440, 36, name, { anchor: 'middle' }) +
    text(WIDTH / 2, 500, 28, `（${unit}，云南 昆明 650000）`, { anchor: 'middle' }) +
    paragraph({ x: 210, y: 580, size: 28, lineHeight: 42, width: WIDTH - 420, fill: '#333' }, abstract).svg +
    text(210, 728, 28, '关键词：实践；评价；反馈；改进', { fill: '#333' }) +
    column(150, 0) +
    column(150 + columnWidth + 60, perColumn) +
    text(WIDTH / 2, HEIGHT - 100, 28, String(between(random, 12, 80)), { anchor: 'middle' });
  // journals are 16开: 185 mm wide at 150 dpi
  return { ...A4_COARSE, scale: 0.66, body: drawn };
}
