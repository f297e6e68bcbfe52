/** word/styles.xml and the fonts of word/theme: what a name of a style stands for. */
import { child, childrenOf, valueOf, type XmlElement } from '../xml.ts';
import { cascade, type Cascade } from './cascade.ts';

export type Styles = Readonly<{
  /** properties of a paragraph of that style (undefined: the usual one), in a table of that style */
  paragraph(style: string | undefined, tableStyle: string | undefined): Cascade;
  /** properties of its text */
  run(style: string | undefined, tableStyle: string | undefined): Cascade;
  /** properties of text to which a style of its own was given */
  character(style: string | undefined): Cascade;
  table(style: string | undefined): Cascade;
  /** 'minorEastAsia' → 「等线」 */
  themeFont(key: string): string | undefined;
}>;

/** A style may rest on another; more steps than these go in a circle. */
const MAX_STEPS = 20;

export function readStyles(root: XmlElement | undefined, theme: XmlElement | undefined): Styles {
  const styles = new Map(childrenOf(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const usual = (type: string): string | undefined =>
    [...styles].find(
      ([, { attributes }]) => attributes['w:type'] === type && ['1', 'true'].includes(attributes['w:default'] ?? ''),
    )?.[0];
  const usualParagraph = usual('paragraph');
  const usualTable = usual('table');
  const defaults = child(root, 'w:docDefaults');

  /** The style and those below it, the lowest first. */
  function chain(id: string | undefined): readonly XmlElement[] {
    const found: XmlElement[] = [];
    let style = styles.get(id ?? '');
    while (style && found.length < MAX_STEPS) {
      found.unshift(style);
      style = styles.get(valueOf(style, 'w:basedOn') ?? '');
    }
    return found;
  }

  function layered(property: 'w:pPr' | 'w:rPr', style: string | undefined, tableStyle: string | undefined): Cascade {
    return cascade(
      child(child(defaults, `${property}Default`), property),
      ...chain(tableStyle).map((one) => child(one, property)),
      ...chain(style ?? usualParagraph).map((one) => child(one, property)),
    );
  }

  return {
    paragraph: (style, tableStyle) => layered('w:pPr', style, tableStyle),
    run: (style, tableStyle) => layered('w:rPr', style, tableStyle),
    character: (style) => cascade(...chain(style).map((one) => child(one, 'w:rPr'))),
    table: (style) => cascade(...chain(style ?? usualTable).map((one) => child(one, 'w:tblPr'))),
    themeFont: (key) => themeFont(theme, key),
  };
}

/** Chinese text takes the font of the script Hans where the theme names none for East Asia. */
function themeFont(theme: XmlElement | undefined, key: string): string | undefined {
  const scheme = child(child(theme, 'a:themeElements'), 'a:fontScheme');
  const fonts = child(scheme, key.startsWith('major') ? 'a:majorFont' : 'a:minorFont');
  const named = child(fonts, 'a:ea')?.attributes['typeface'];
  const hans = childrenOf(fonts, 'a:font').find(({ attributes }) => attributes['script'] === 'Hans');
  return named || hans?.attributes['typeface'];
}
