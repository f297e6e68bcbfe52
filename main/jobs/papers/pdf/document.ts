/** The whole file: pages, pictures, fonts, bookmarks, page labels and what a viewer and a printer are told. */
import { SHEETS, type ImageFacts, type PaperDocument, type SetPaper } from '#ports/paper-document.ts';
import type { LaidOut } from '../layout/document.ts';
import { points } from '../units.ts';
import { contentOf } from './content.ts';
import { openFonts } from './fonts.ts';
import { openObjects, type PdfObjects } from './objects.ts';
import { writeOutline } from './outline.ts';
import { number, reference, textString } from './syntax.ts';
import { metadataOf } from './metadata.ts';

type Page = LaidOut['pages'][number];
/** From 1, both included. */
export type PageRange = Readonly<{ from: number; to: number }>;

export function writePdf(
  document: PaperDocument,
  images: ReadonlyMap<string, ImageFacts>,
  laid: LaidOut,
  range: PageRange,
): Pick<SetPaper, 'parts' | 'sizeBytes'> {
  const objects = openObjects();
  const fonts = openFonts();
  const pages = laid.pages.slice(range.from - 1, range.to);
  const [tree, fontList, root] = [objects.reserve(), objects.reserve(), objects.reserve()];
  const written = new Map<string, number>();
  const imageOf = (id: string): number => {
    const before = written.get(id);
    if (before !== undefined) return before;
    const object = writeImage(objects, images.get(id));
    written.set(id, object);
    return object;
  };
  const pageIds = pages.map((page) => {
    const used = new Map<string, number>();
    const imageNameOf = (id: string) => {
      const object = imageOf(id);
      used.set(`I${object}`, object);
      return `I${object}`;
    };
    const { width, height } = SHEETS[page.sheet];
    const context = { sheetHeight: points(height), fonts, imageNameOf };
    const content = `${scaling(document.scale, points(width), points(height))}${contentOf(page.drawings, context)}`;
    const stream = objects.addStream('', Buffer.from(content, 'latin1'));
    const named = Array.from(used, ([name, object]) => `/${name} ${reference(object)}`).join('');
    const pictures = named === '' ? '' : `/XObject<<${named}>>`;
    return objects.add(
      `<</Type/Page/Parent ${reference(tree)}/MediaBox[0 0 ${number(points(width))} ${number(points(height))}]/Resources<</Font ${reference(fontList)}${pictures}>>/Contents ${reference(stream)}>>`,
    );
  });
  objects.add(fonts.write(objects), fontList);
  objects.add(`<</Type/Pages/Count ${pageIds.length}/Kids[${pageIds.map(reference).join(' ')}]>>`, tree);
  const outline = writeOutline(objects, laid, pageIds, range.from);
  const metadata = objects.add(metadataOf(document));
  const shown = outline === null ? '' : `/Outlines ${reference(outline)}/PageMode/UseOutlines`;
  objects.add(
    `<</Type/Catalog/Version/1.7/Pages ${reference(tree)}${shown}/PageLabels<</Nums[${labelsOf(pages)}]>>/Lang(zh-CN)/Metadata ${reference(metadata)}/ViewerPreferences<</PrintScaling/None/Duplex/${duplexOf(pages)}/PickTrayByPDFSize true/DisplayDocTitle true>>>>`,
    root,
  );
  const info = objects.add(
    `<</Title${textString(document.title)}/Author${textString(document.author)}/Producer(title-review-desk)>>`,
  );
  return objects.finish({ root, info });
}

/** From the middle of the sheet, so that both sides of it still fit on each other. */
function scaling(scale: number, width: number, height: number): string {
  if (scale === 1) return '';
  const shift = (length: number) => number(((1 - scale) * length) / 2);
  return `${Math.round(scale * 10_000) / 10_000} 0 0 ${Math.round(scale * 10_000) / 10_000} ${shift(width)} ${shift(height)} cm\n`;
}

const SPACES = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const;

function writeImage(objects: PdfObjects, facts: ImageFacts | undefined): number {
  if (!facts) throw new Error('a picture without facts');
  const { width, height, components, isInverted = false } = facts;
  const decode = components === 4 && isInverted ? '/Decode[1 0 1 0 1 0 1 0]' : '';
  return objects.addImage(
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${SPACES[components]}/BitsPerComponent 8${decode}/Filter/DCTDecode`,
    facts,
  );
}

/** 12.4.2: a new range wherever the numbers do not simply go on */
function labelsOf(pages: readonly Page[]): string {
  return pages
    .flatMap(({ number: label }, n) => {
      const before = pages[n - 1];
      const goesOn = before !== undefined && before.number + 1 === label;
      return goesOn ? [] : [`${n}<</S/D${label === 1 ? '' : `/St ${label}`}>>`];
    })
    .join('');
}

function duplexOf(pages: readonly Page[]): string {
  const isLying = pages.length > 0 && pages.every(({ sheet }) => SHEETS[sheet].width > SHEETS[sheet].height);
  return isLying ? 'DuplexFlipShortEdge' : 'DuplexFlipLongEdge';
}
