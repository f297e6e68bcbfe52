/** `node pdfkit.ts FOLDER OUT`: the same text, font, pictures and bookmarks with pdfkit. */
import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { bookmarkOf, FONT_SIZE, linesOf, scansIn } from './text.ts';

const [folder = '', out = ''] = process.argv.slice(2);
const { resolve } = createRequire(import.meta.url);
const paper = new PDFDocument({ size: 'A4', margin: 42.5, autoFirstPage: false, info: { Title: '申报材料' } });
const target = createWriteStream(out);
paper.pipe(target);
paper.registerFont('song', resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'));
for (const [n, file] of scansIn(folder).entries()) {
  paper.addPage();
  const title = bookmarkOf(n);
  if (title !== null) paper.outline.addItem(title);
  paper.font('song').fontSize(FONT_SIZE);
  for (const line of linesOf(n)) paper.text(line);
  paper.image(file, { fit: [510, 660], align: 'center' });
}
paper.end();
await finished(target);
