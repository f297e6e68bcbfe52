/** As far as the bench uses it; its types would be one more package. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';

  type Options = Readonly<{
    size: string;
    margin: number;
    autoFirstPage: boolean;
    info: Readonly<{ Title: string }>;
  }>;
  export default class PDFDocument extends Readable {
    constructor(options: Options);
    readonly outline: Readonly<{ addItem(title: string): void }>;
    registerFont(name: string, file: string): this;
    addPage(): this;
    font(name: string): this;
    fontSize(size: number): this;
    text(text: string): this;
    image(file: string, options: Readonly<{ fit: readonly [number, number]; align: string }>): this;
    end(): void;
  }
}
