/** Diploma, degree, title certificate, award and patent: landscape or portrait, framed, sealed. */
import { pick, type Random } from '../../support/people.ts';
import { inCharacters } from '../seed/dates.ts';
import { ornamentalFrame, paragraph, portrait, rectangle, sampleNote, seal, text, waves, type Drawing } from './svg.ts';

type Values = Readonly<Record<string, string>>;
/** a certificate of 19 to 20 cm at 200 dpi */
const SCALE = 0.8;
const HEADS = ['周正言', '林怀远', '沈一鸣', '顾维新'];

/** 毕业证书, as in the mock: photograph left, text right, seal over the date. */
export function drawDiploma(values: Values, random: Random): Drawing {
  const {
    name = '',
    sex = '',
    birthday = '',
    mode,
    school = '',
    major,
    from = '',
    to = '',
    years,
    certificateNo,
    level,
  } = values;
  const width = 2000;
  const height = 1420;
  const isMaster = level?.includes('研究生') === true;
  const title = isMaster ? '硕士研究生毕业证书' : '普通高等学校毕业证书';
  const studied = isMaster
    ? `${mode}硕士研究生学习，修完培养计划规定的全部课程，成绩合格，毕业论文答辩通过，准予毕业。`
    : `${years?.replace('4年', '四年') ?? ''}制本科学习，修完教学计划规定的全部课程，成绩合格，准予毕业。`;
  const sentence = `　　学生　${name}　性别　${sex}，${inCharacters(birthday)}生，于${inCharacters(from)}至${inCharacters(to)}在本校${major}专业${studied}`;
  const block = paragraph({ x: 590, y: 480, size: 52, lineHeight: 104, width: 1200 }, sentence);
  const day = inCharacters(`${to}-${to.endsWith('07') ? '01' : '25'}`);
  const body =
    rectangle(width, height, '#f7efdc') +
    waves(width, height, '#e6d6b0') +
    ornamentalFrame(width, height, 60, '#8f6b2d') +
    text(1140, 300, 92, title, { weight: 700, fill: '#7a1d16', anchor: 'middle', spacing: 12 }) +
    portrait(210, 330, 300, sex) +
    text(360, 820, 32, '（学校钢印）', { anchor: 'middle', fill: '#857a66' }) +
    block.svg +
    text(590, 1060, 42, `校　　名：${school}`) +
    text(1230, 1060, 42, `校（院）长：${pick(random, HEADS)}`) +
    text(590, 1140, 42, `证书编号：${certificateNo ?? ''}`) +
    text(1500, 1240, 46, day, { anchor: 'middle' }) +
    seal(1500, 1150, 150, school, { random }) +
    sampleNote(width / 2, 1312);
  return { width, height, dpi: 200, scale: SCALE, ground: '#d9d7d1', body };
}

export function drawDegree(values: Values, random: Random): Drawing {
  const { name = '', sex = '', birthday = '', school = '', major, degree, to = '', certificateNo = '' } = values;
  const width = 1880;
  const height = 1320;
  const kind = degree?.endsWith('学士') === true ? '学士学位证书' : '硕士学位证书';
  const sentence = `　　${name}，${sex}，${inCharacters(birthday)}生。在${school}${major}专业完成了规定的学业，经学校学位评定委员会审查，符合学位授予条件，授予${degree}学位。`;
  const body =
    rectangle(width, height, '#f4f1ea') +
    waves(width, height, '#d5dfdc', 34) +
    ornamentalFrame(width, height, 56, '#3d6a63') +
    text(width / 2, 270, 100, kind, { weight: 700, fill: '#1f4d47', anchor: 'middle', spacing: 22 }) +
    portrait(1430, 340, 250, sex) +
    paragraph({ x: 200, y: 450, size: 52, lineHeight: 100, width: 1160 }, sentence).svg +
    text(200, 1000, 42, `证书编号：${certificateNo.slice(0, 5)}4${certificateNo.slice(6, 16)}`) +
    text(200, 1080, 42, `学位评定委员会主席：${pick(random, HEADS)}`) +
    text(1390, 1130, 46, inCharacters(`${to}-28`), { anchor: 'middle' }) +
    seal(1390, 1030, 145, school, { random }) +
    sampleNote(width / 2, 1218);
  return { width, height, dpi: 200, scale: SCALE, ground: '#d9d7d1', body };
}

/** 专业技术资格证书: an opened booklet, photograph on the left leaf, facts on the right one. */
export function drawTitleCertificate(values: Values, random: Random): Drawing {
  const { name = '', sex = '', idNumber = '', title, series, obtainedOn = '', authority = '', certificateNo } = values;
  const width = 1840;
  const height = 1260;
  const facts = [
    ['姓　　名', name],
    ['性　　别', sex],
    ['身份证号', idNumber],
    ['专业系列', series],
    ['资格名称', title],
    ['取得时间', inCharacters(obtainedOn)],
    ['证书编号', certificateNo],
  ];
  const body =
    rectangle(width, height, '#f2f4ee') +
    waves(width, height, '#cfdccb', 30) +
    `<path d="M${width / 2} 0 V${height}" stroke="#9fb0a0" stroke-width="5" stroke-opacity="0.7"/>` +
    `<rect x="60" y="60" width="800" height="1140" fill="none" stroke="#6b8a6a" stroke-width="5"/><rect x="980" y="60" width="800" height="1140" fill="none" stroke="#6b8a6a" stroke-width="5"/>` +
    text(460, 230, 66, '专业技术资格证书', { weight: 700, fill: '#8b1a1a', anchor: 'middle', spacing: 8 }) +
    portrait(325, 320, 270, sex) +
    paragraph(
      { x: 140, y: 840, size: 36, lineHeight: 66, width: 660 },
      '　　本证书表明持证人通过评审委员会评审，具备相应的专业技术资格。',
    ).svg +
    text(620, 1080, 38, '评审委员会（章）', { anchor: 'middle' }) +
    seal(620, 1060, 110, '职称评审委员会', { random }) +
    facts
      .map(
        ([label, value], index) =>
          text(1050, 230 + index * 104, 42, `${label}：`) +
          text(1050 + ((label?.length ?? 0) + 1) * 42, 230 + index * 104, 42, value ?? '', { weight: 500 }),
      )
      .join('') +
    text(1050, 960, 42, '审批机关：') +
    text(1050, 1024, 42, authority, { weight: 500 }) +
    text(1520, 1120, 42, inCharacters(`${obtainedOn}-20`), { anchor: 'middle' }) +
    seal(1520, 1050, 125, authority, { random }) +
    sampleNote(1250, 1176);
  return { width, height, dpi: 200, scale: SCALE, ground: '#d8dad6', body };
}

export function drawAward(values: Values, random: Random): Drawing {
  const { name = '', award = '', grade = '', authority = '', month = '' } = values;
  const width = 1800;
  const height = 1260;
  const honour = /[一二三]等奖/.test(grade) ? `荣获${grade}` : `被评为${grade}${award}`;
  const sentence = /[一二三]等奖/.test(grade)
    ? `　　在${award}活动中，您的成绩优异，${honour}。特发此证，以资鼓励。`
    : `　　您在工作中成绩突出，${honour}。特发此证，以资鼓励。`;
  const rays = Array.from(
    { length: 48 },
    (_, index) =>
      `<path d="M900 1000 L${900 + 1500 * Math.cos((index * Math.PI) / 24)} ${1000 + 1500 * Math.sin((index * Math.PI) / 24)}" stroke="#ecd29a" stroke-width="9" stroke-opacity="0.45"/>`,
  ).join('');
  const body =
    rectangle(width, height, '#fbf0d4') +
    rays +
    `<rect x="36" y="36" width="${width - 72}" height="${height - 72}" fill="none" stroke="#b5202a" stroke-width="34"/>` +
    ornamentalFrame(width, height, 78, '#c99a3c') +
    text(width / 2, 330, 150, '荣誉证书', { weight: 700, fill: '#b5202a', anchor: 'middle', spacing: 50 }) +
    text(230, 520, 62, `${name}　同志：`, { weight: 500 }) +
    paragraph({ x: 230, y: 640, size: 60, lineHeight: 112, width: 1340 }, sentence).svg +
    text(1330, 1000, 50, authority, { anchor: 'middle' }) +
    text(1330, 1080, 46, month, { anchor: 'middle' }) +
    seal(1330, 1000, 140, authority, { random }) +
    sampleNote(600, 1130);
  return { width, height, dpi: 200, scale: SCALE, ground: '#d8d2c4', body };
}

export function drawPatent(values: Values, random: Random): Drawing {
  const { name = '', number = '', month = '' } = values;
  const width = 1654;
  const height = 2200;
  const facts = [
    `实用新型名称：${name}`,
    '发　明　人：（见专利登记簿副本）',
    `专　利　号：${number}`,
    '专利权人：昆明市松华中学',
    `授权公告日：${month}`,
  ];
  const body =
    rectangle(width, height, '#f8f6ee') +
    waves(width, height, '#dfe6ec', 40) +
    ornamentalFrame(width, height, 80, '#a37b35') +
    text(width / 2, 420, 88, '实用新型专利证书', { weight: 700, fill: '#7a1d16', anchor: 'middle', spacing: 10 }) +
    facts.map((fact, index) => text(240, 640 + index * 130, 44, fact)).join('') +
    paragraph(
      { x: 240, y: 1360, size: 40, lineHeight: 76, width: 1180 },
      '　　本实用新型经过初步审查，决定授予专利权，颁发实用新型专利证书并在专利登记簿上予以登记。专利权自授权公告之日起生效。',
    ).svg +
    text(1180, 1850, 46, month, { anchor: 'middle' }) +
    seal(1180, 1780, 165, '虚构知识产权登记处', { random }) +
    sampleNote(width / 2, 2060);
  return { width, height, dpi: 200, scale: SCALE, ground: '#d9d7d1', body };
}
