/** ID card, front and back, and the covers of journals and books. */
import { pick, type Random } from '../../support/people.ts';
import { breakLines, portrait, rectangle, sampleNote, text, waves, type Drawing } from './svg.ts';

/** covers at 200 dpi: 16开 and 32开 */
const COVER_SCALE = 0.9;

type Values = Readonly<Record<string, string>>;
/** 85.6 × 54 mm at 300 dpi, with what the scanner sees around it */
const CARD = { width: 1240, height: 860, x: 114, y: 110, w: 1011, h: 638 } as const;
const LABEL = '#3b6f8f';

function card(body: string): Drawing {
  const { width, height, x, y, w, h } = CARD;
  const drawn =
    rectangle(width, height, '#f6f6f4') +
    `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"><defs><clipPath id="c"><rect width="${w}" height="${h}" rx="36"/></clipPath></defs>` +
    `<g clip-path="url(#c)"><rect width="${w}" height="${h}" fill="#e3edf0"/>${waves(w, h, '#9cc3cf', 14)}${body}</g>` +
    `<rect x="1" y="1" width="${w - 2}" height="${h - 2}" rx="36" fill="none" stroke="#a9b8bd" stroke-width="2"/></svg>` +
    sampleNote(width / 2, height - 50);
  return { width, height, dpi: 300, scale: 1, ground: '#dcdcda', body: drawn };
}

export function drawIdFront(values: Values): Drawing {
  const { name = '', sex = '', nation = '', birthday = '', idNumber = '' } = values;
  const [year, month, day] = birthday.split('-').map(Number);
  const field = (y: number, label: string, value: string): string =>
    text(70, y, 32, label, { fill: LABEL }) + text(172, y, 38, value, { weight: 500 });
  return card(
    field(108, '姓　名', name) +
      field(190, '性　别', sex) +
      text(290, 190, 32, '民　族', { fill: LABEL }) +
      text(392, 190, 38, nation, { weight: 500 }) +
      field(272, '出　生', `${year} 年 ${month} 月 ${day} 日`) +
      field(354, '住　址', '云南省昆明市五华区') +
      text(172, 408, 38, '松华路68号教师公寓', { weight: 500 }) +
      text(70, 562, 32, '公民身份号码', { fill: LABEL }) +
      text(330, 564, 46, idNumber, { weight: 500, spacing: 5 }) +
      portrait(690, 70, 260, sex, true) +
      `<g transform="translate(500 330) rotate(-28)" fill-opacity="0.16">${text(0, 0, 150, '样　本', { anchor: 'middle', weight: 700, fill: '#b00' })}</g>`,
  );
}

export function drawIdBack(values: Values): Drawing {
  const from = (values['from'] ?? '').replaceAll('-', '.');
  const until = `${Number(from.slice(0, 4)) + 20}${from.slice(4)}`;
  const emblem = `<g transform="translate(150 150)"><circle r="78" fill="#c0322b"/><circle r="66" fill="none" stroke="#f0cf66" stroke-width="5"/><path d="M-40 26 h80 M-30 6 h60 M-20 -14 h40" stroke="#f0cf66" stroke-width="9"/><circle cy="-38" r="9" fill="#f0cf66"/></g>`;
  return card(
    emblem +
      text(610, 140, 58, '中华人民共和国', { anchor: 'middle', weight: 500, spacing: 14 }) +
      text(610, 260, 84, '居 民 身 份 证', { anchor: 'middle', weight: 700 }) +
      text(180, 480, 34, '签发机关', { fill: LABEL }) +
      text(350, 480, 36, '昆明市公安局五华分局') +
      text(180, 556, 34, '有效期限', { fill: LABEL }) +
      text(350, 556, 36, `${from}-${until}`) +
      `<g transform="translate(520 390) rotate(-24)" fill-opacity="0.16">${text(0, 0, 150, '样　本', { anchor: 'middle', weight: 700, fill: '#b00' })}</g>`,
  );
}

const COVER_COLOURS = ['#24506b', '#6b2f3a', '#2f5d43', '#4a3f6b', '#7a5a22'];

export function drawJournalCover({ journal = '', issue = '' }: Values, random: Random): Drawing {
  const width = 1480;
  const height = 2050;
  const colour = pick(random, COVER_COLOURS);
  const hills = `<path d="M0 1500 L260 1180 L460 1380 L760 1000 L1060 1360 L1240 1210 L1480 1450 V2050 H0 Z" fill="${colour}" fill-opacity="0.85"/><path d="M0 1720 C300 1600 520 1780 800 1690 S1280 1600 1480 1700 V2050 H0 Z" fill="${colour}"/>`;
  const body =
    rectangle(width, height, '#f4f2ec') +
    `<rect width="${width}" height="120" fill="${colour}"/>` +
    text(width - 90, 78, 34, 'ISSN 0000-0000　CN 53-0000/G4（样刊）', { anchor: 'end', fill: '#fff' }) +
    text(width / 2, 480, Math.min(170, (width - 200) / journal.length), journal, {
      weight: 700,
      fill: colour,
      anchor: 'middle',
      spacing: 8,
    }) +
    text(width / 2, 590, 38, 'DIANZHONG JOURNAL OF PRACTICE', { anchor: 'middle', fill: '#777', spacing: 6 }) +
    text(width / 2, 760, 62, issue, { anchor: 'middle', weight: 500 }) +
    hills +
    text(width / 2, 1960, 40, '滇云期刊社　主办', { anchor: 'middle', fill: '#fff' });
  return { width, height, dpi: 200, scale: COVER_SCALE, ground: '#cfcfcc', body };
}

export function drawBookCover({ name = '', press = '' }: Values, random: Random): Drawing {
  const width = 1400;
  const height = 2000;
  const colour = pick(random, COVER_COLOURS);
  const [title = '', subtitle = ''] = name.split('：');
  const lines = breakLines(title, 6);
  const body =
    rectangle(width, height, '#efe9dc') +
    `<rect x="0" y="0" width="190" height="${height}" fill="${colour}"/>` +
    lines.map((line, index) => text(300, 560 + index * 190, 150, line, { weight: 700, fill: colour })).join('') +
    text(300, 620 + lines.length * 190, 54, subtitle === '' ? '' : `——${subtitle}`) +
    `<circle cx="1060" cy="1330" r="190" fill="${colour}" fill-opacity="0.25"/><circle cx="960" cy="1420" r="120" fill="${colour}" fill-opacity="0.4"/>` +
    text(300, 1840, 52, press, { weight: 500 });
  return { width, height, dpi: 200, scale: COVER_SCALE, ground: '#cfcfcc', body };
}
