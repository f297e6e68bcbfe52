/** Makes a file of `docx` the same each time: no times, and fonts with what stands in for them. */
import { Document, Packer, type ISectionOptions } from 'docx';
import PizZip from 'pizzip';
import { FONTS } from './parts.ts';

const FIXED_DATE = new Date(2000, 0, 1);

/** Word has 仿宋 and 黑体; 小标宋 comes with offices that write official papers. */
const STAND_INS: Readonly<Record<string, string>> = {
  [FONTS.title]: '华文中宋',
  [FONTS.text]: '仿宋_GB2312',
  [FONTS.heading]: 'SimHei',
  [FONTS.table]: 'SimSun',
};

export async function finish(name: string, sections: readonly ISectionOptions[]): Promise<Uint8Array> {
  const document = new Document({
    title: name,
    creator: '职称审核台',
    lastModifiedBy: '职称审核台',
    styles: { default: { document: { run: { size: 32, font: FONTS.text } } } },
    sections: [...sections],
  });
  const made = new PizZip(await Packer.toBuffer(document));
  const zip = new PizZip();
  for (const file of Object.keys(made.files).toSorted()) {
    if (!made.files[file]?.dir) zip.file(file, finished(file, made), { date: FIXED_DATE });
  }
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 9 } });
}

function finished(file: string, made: PizZip): string {
  if (file === 'word/fontTable.xml') return FONT_TABLE;
  return (made.files[file]?.asText() ?? '').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, '2000-01-01T00:00:00Z');
}

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const FONT_TABLE = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  `<w:fonts xmlns:w="${NAMESPACE}">`,
  ...Object.entries(STAND_INS).map(
    ([name, standIn]) => `<w:font w:name="${name}"><w:altName w:val="${standIn}"/><w:charset w:val="86"/></w:font>`,
  ),
  '</w:fonts>',
].join('');
