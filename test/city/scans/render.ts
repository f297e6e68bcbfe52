import { loadSharp } from './sharp-with-fonts.ts';
import type { ScanSpec } from './spec.ts';
export async function renderScan(spec: ScanSpec, widthPx: number | null): Promise<Buffer> {
  const sharp = await loadSharp();
  const text = Object.values(spec.values).map((v, i) => `<text x="40" y="${160 + i * 60}" font-size="36">${v.slice(0, 40)}</text>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1240 1754" width="1240" height="1754" font-family="Noto Sans SC"><rect width="100%" height="100%" fill="#fff"/><text x="40" y="80" font-size="48">${spec.kind}</text>${text}</svg>`;
  return sharp(Buffer.from(svg)).resize(widthPx ?? 1240).jpeg({ quality: 80 }).toBuffer();
}
