/** How a run looks, as far as a paper can: its face, size, and whether a line is under it. */
import type { Face } from '#ports/paper-document.ts';
import { child, valueOf, wordsOf, type XmlElement } from '../xml.ts';
import { attributeOf, cascade, isSwitchedOn, numberIn, strongest, type Cascade } from './cascade.ts';
import type { Context } from './context.ts';
import { within } from './units.ts';

export type Look = Readonly<{ face: Face; size: number; isUnderlined: boolean; isHidden: boolean }>;

/** points; two characters on a line */
const MAX_SIZE = 200;
/** points; Word's own where a document says nothing */
const USUAL_SIZE = 10;

/** `around`: properties of the paragraph's text. */
export function lookOf(run: XmlElement, around: Cascade, context: Context): Look {
  const own = child(run, 'w:rPr');
  const levels = cascade(...around, ...context.styles.character(valueOf(own, 'w:rStyle')), own);
  tellLosses(levels, run, context);
  return lookIn(levels, context);
}

export function lookIn(levels: Cascade, context: Context): Look {
  const underline = attributeOf(levels, 'w:u', 'w:val');
  return {
    face: faceOf(fontOf(levels, context), isSwitchedOn(levels, 'w:b')),
    size: within((numberIn(levels, 'w:sz', 'w:val') ?? USUAL_SIZE * 2) / 2, 1, MAX_SIZE),
    isUnderlined: underline !== undefined && underline !== 'none',
    isHidden: isSwitchedOn(levels, 'w:vanish'),
  };
}

function fontOf(levels: Cascade, { styles }: Context): string {
  const fonts = strongest(levels, 'w:rFonts', 'w:eastAsia', 'w:eastAsiaTheme')?.attributes ?? {};
  const theme = fonts['w:eastAsiaTheme'];
  return (theme && styles.themeFont(theme)) || (fonts['w:eastAsia'] ?? '');
}

/** 仿宋 and 楷体 are drawn as 宋体: three faces are at hand, and every paper of this kind is sealed in them. */
function faceOf(font: string, isBold: boolean): Face {
  if (/黑|雅黑|等线|圆|Hei|DengXian|YaHei|Sans|Gothic/iu.test(font)) return 'hei';
  return isBold || /标宋|粗宋|大宋|XiaoBiaoSong|XBS/iu.test(font) ? 'song-bold' : 'song';
}

function tellLosses(levels: Cascade, run: XmlElement, { warn }: Context): void {
  const words = (): string => wordsOf(run);
  const colour = attributeOf(levels, 'w:color', 'w:val')?.toLowerCase() ?? 'auto';
  if (colour !== 'auto' && !/^0{6}$/u.test(colour) && words().trim() !== '') warn('colour', words());
  if (isSwitchedOn(levels, 'w:strike') || isSwitchedOn(levels, 'w:dstrike')) warn('strike', words());
  const raised = attributeOf(levels, 'w:vertAlign', 'w:val');
  if (raised === 'superscript' || raised === 'subscript') warn('raised', words());
}
