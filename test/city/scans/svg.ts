/** Pieces that every drawing is made of: text, lines of text, round seals, portraits, guilloche. Units: the drawing's own. */
import type { Random } from '../../support/people.ts';
import { FONT_FAMILY } from './sharp-with-fonts.ts';

export type Drawing = Readonly<{
  width: number;
  height: number;
  dpi: number;
  /** how many pixels of the scan one unit of the drawing becomes */
  scale: number;
  /** what lies under the paper at its edges once it is laid a little askew */
  ground: string;
  body: string;
}>;

type TextStyle = Readonly<{
  weight?: 400 | 500 | 700;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  spacing?: number;
}>;

const INK = '#26221f';

export function escapeXml(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function text(x: number, y: number, size: number, content: string, style: TextStyle = {}): string {
  const { weight = 400, fill = INK, anchor = 'start', spacing = 0 } = style;
  const letterSpacing = spacing === 0 ? '' : ` letter-spacing="${spacing}"`;
  return `<text xml:space="preserve" x="${x}" y="${y}" font-family="${FONT_FAMILY}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"${letterSpacing}>${escapeXml(content)}</text>`;
}

/** A Chinese character is one em wide, anything of ASCII a little more than half of one. */
function widthOf(character: string): number {
  return /[ -~]/.test(character) ? 0.57 : 1;
}

/** Breaks into lines of `ems`; punctuation never begins a line. */
export function breakLines(content: string, ems: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const character of content) {
    const isPunctuation = '，。；：、）》”！？'.includes(character);
    if (width + widthOf(character) > ems && !isPunctuation) {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += character;
    width += widthOf(character);
  }
  return line === '' ? lines : [...lines, line];
}

export type Block = Readonly<{ x: number; y: number; size: number; lineHeight: number; width: number; fill?: string }>;

/** Lines of a paragraph from `y` (its first baseline) on, and the baseline that would follow. */
export function paragraph(
  { x, y, size, lineHeight, width, fill = INK }: Block,
  content: string,
): Readonly<{ svg: string; nextY: number }> {
  const lines = breakLines(content, width / size);
  const svg = lines.map((line, index) => text(x, y + index * lineHeight, size, line, { fill })).join('');
  return { svg, nextY: y + lines.length * lineHeight };
}

/** The round red seal: a ring, a star, the body's name along the arc, a line below the star if given. */
export function seal(
  cx: number,
  cy: number,
  radius: number,
  name: string,
  options: Readonly<{ below?: string; random: Random }>,
): string {
  const { below = '', random } = options;
  const characters = [...name];
  const spread = Math.min(250, characters.length * 24);
  const size = Math.min(radius * 0.3, (radius * 0.72 * spread * Math.PI) / 180 / characters.length);
  const arc = characters
    .map((character, index) => {
      const angle = -spread / 2 + (spread * index) / Math.max(1, characters.length - 1);
      return `<text transform="rotate(${angle.toFixed(2)}) translate(0 ${(-radius * 0.7).toFixed(1)})" font-size="${size.toFixed(1)}" font-weight="700" text-anchor="middle">${escapeXml(character)}</text>`;
    })
    .join('');
  const star = Array.from({ length: 10 }, (_, index) => {
    const reach = radius * (index % 2 === 0 ? 0.3 : 0.115);
    const angle = -Math.PI / 2 + (index * Math.PI) / 5;
    return `${(reach * Math.cos(angle)).toFixed(1)},${(reach * Math.sin(angle)).toFixed(1)}`;
  }).join(' ');
  const line =
    below === ''
      ? ''
      : `<text y="${radius * 0.62}" font-size="${radius * 0.19}" font-weight="700" text-anchor="middle">${escapeXml(below)}</text>`;
  const turn = ((random() - 0.5) * 16).toFixed(1);
  return (
    `<g transform="translate(${cx} ${cy}) rotate(${turn})" fill="#c3161c" fill-opacity="0.8" stroke-opacity="0.8" font-family="${FONT_FAMILY}">` +
    `<circle r="${radius}" fill="none" stroke="#c3161c" stroke-width="${radius * 0.05}"/>` +
    `<circle r="${radius * 0.92}" fill="none" stroke="#c3161c" stroke-width="${radius * 0.012}"/>` +
    `<polygon points="${star}"/>${arc}${line}</g>`
  );
}

type PortraitLook = Readonly<{ ground: string; skin: string; hair: string; coat: string }>;
const COLOUR: PortraitLook = { ground: '#a9c6e3', skin: '#e9c3a4', hair: '#2a211d', coat: '#33425f' };
const GREY: PortraitLook = { ground: '#e4e6e8', skin: '#c3c3c3', hair: '#3a3a3a', coat: '#5d6063' };

/** A head-and-shoulders picture of nobody. */
export function portrait(x: number, y: number, width: number, sex: string, isGrey = false): string {
  const look = isGrey ? GREY : COLOUR;
  const height = width * 1.36;
  const long =
    sex === '女' ? `<path d="M27 50 C22 78 24 96 33 100 L67 100 C76 96 78 78 73 50 Z" fill="${look.hair}"/>` : '';
  return (
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="0 0 100 136">` +
    `<rect width="100" height="136" fill="${look.ground}"/>${long}` +
    `<path d="M6 136 C8 108 26 102 42 98 L58 98 C74 102 92 108 94 136 Z" fill="${look.coat}"/>` +
    `<path d="M42 88 L42 100 L50 112 L58 100 L58 88 Z" fill="${look.skin}"/><path d="M40 99 L50 118 L60 99 L64 101 L52 130 L48 130 L36 101 Z" fill="#f4f4f2"/>` +
    `<ellipse cx="50" cy="62" rx="21" ry="28" fill="${look.skin}"/>` +
    `<path d="M28 60 C24 30 38 24 50 24 C62 24 76 30 72 60 C70 48 64 42 56 40 C46 44 34 42 28 60 Z" fill="${look.hair}"/>` +
    `<path d="M38 58 h8 M54 58 h8" stroke="${look.hair}" stroke-width="1.6"/><circle cx="42" cy="63" r="1.9" fill="${look.hair}"/><circle cx="58" cy="63" r="1.9" fill="${look.hair}"/>` +
    `<path d="M44 78 q6 4 12 0" stroke="#9c5f52" stroke-width="1.6" fill="none"/></svg>` +
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#8b8478" stroke-width="2"/>`
  );
}

/** Fine waves behind the text of a certificate. */
export function waves(width: number, height: number, stroke: string, gap = 26): string {
  const lines: string[] = [];
  for (let y = gap; y < height; y += gap) {
    const swell = 8 + (y % 5) * 3;
    lines.push(`M0 ${y} q ${width / 8} ${-swell} ${width / 4} 0 t ${width / 4} 0 t ${width / 4} 0 t ${width / 4} 0`);
  }
  return `<path d="${lines.join('')}" stroke="${stroke}" stroke-width="1.5" fill="none" stroke-opacity="0.5"/>`;
}

/** Two frames with a corner ornament, as certificates have them. */
export function ornamentalFrame(width: number, height: number, inset: number, stroke: string): string {
  const corners = [
    [inset, inset, 0],
    [width - inset, inset, 90],
    [width - inset, height - inset, 180],
    [inset, height - inset, 270],
  ] as const;
  const ornament = `<path d="M10 60 C14 26 26 14 60 10 M18 84 C26 44 44 26 84 18 M34 34 m-9 0 a9 9 0 1 0 18 0 a9 9 0 1 0 -18 0" fill="none" stroke="${stroke}" stroke-width="4"/>`;
  return (
    `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" fill="none" stroke="${stroke}" stroke-width="10"/>` +
    `<rect x="${inset + 18}" y="${inset + 18}" width="${width - 2 * inset - 36}" height="${height - 2 * inset - 36}" fill="none" stroke="${stroke}" stroke-width="2.5"/>` +
    corners
      .map(([x, y, turn]) => `<g transform="translate(${x} ${y}) rotate(${turn}) translate(16 16)">${ornament}</g>`)
      .join('')
  );
}

export function rectangle(width: number, height: number, fill: string): string {
  return `<rect width="${width}" height="${height}" fill="${fill}"/>`;
}

/** Said small on every drawing, as nothing of it is real. */
export function sampleNote(x: number, y: number, size = 18): string {
  return text(x, y, size, '样张 · 人物、院校与机构均为虚构', { anchor: 'middle', fill: '#a59c8c', spacing: 2 });
}
