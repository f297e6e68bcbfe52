/**
 * sharp, drawing Chinese with the Noto fonts of node_modules and nothing of the machine's. Fontconfig reads
 * its file once, when libvips first draws text, so the file must be named before sharp is loaded.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import type sharpModule from 'sharp';

type Sharp = typeof sharpModule;

/** Three of the nine weights; the others would only be read for nothing, 10 MB each. */
const WEIGHTS = ['400Regular', '500Medium', '700Bold'];
export const FONT_FAMILY = 'Noto Sans SC';

let loading: Promise<Sharp> | null = null;

export function loadSharp(): Promise<Sharp> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Sharp> {
  const previous = process.env['FONTCONFIG_FILE'];
  process.env['FONTCONFIG_FILE'] = writeFontConfig();
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  // where the document jobs run in the same process, they have shut what no scan needs
  sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
  // the first text makes fontconfig read the file; afterwards the variable is the machine's again
  await sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="8">证</text></svg>'))
    .png()
    .toBuffer();
  if (previous === undefined) delete process.env['FONTCONFIG_FILE'];
  else process.env['FONTCONFIG_FILE'] = previous;
  return sharp;
}

/** The file and fontconfig's cache stay in the temporary folder, one for each person of the machine. */
function writeFontConfig(): string {
  const fonts = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const folder = path.join(tmpdir(), `city-fonts-${userInfo().username}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const dirs = WEIGHTS.map((weight) => `<dir>${path.join(fonts, weight)}</dir>`).join('');
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  return file;
}
