import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { theme } from '../../../renderer/app/theme.ts';

const css = readFileSync(path.join(import.meta.dirname, '../../../renderer/app/base.css'), 'utf8');

function property(name: string): string {
  const value = new RegExp(`--${name}:\\s*([^;]+);`).exec(css)?.[1];
  if (value === undefined) throw new Error(`no --${name}`);
  return value.length === 4 ? value.replaceAll(/[\da-f]/gi, '$&$&') : value;
}

/** WCAG 2.2 */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(property(a)), luminance(property(b))].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours', () => {
  it.each([
    ['ink', 'paper'],
    ['ink-2', 'paper'],
    ['ink-2', 'sel'],
    ['ink-3', 'paper'],
    ['ink-3', 'ground'],
    ['pri', 'paper'],
    ['pri', 'sel'],
    ['red', 'red-bg'],
    ['red', 'sel'],
    ['amber', 'amber-bg'],
    ['amber', 'sel'],
    ['green', 'green-bg'],
    ['green', 'sel'],
    ['band-ink', 'band'],
    ['undo-key', 'undo'],
    ['scan-ink-2', 'scan-bar'],
  ])('%s can be read on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
  it('of a control stand out from the paper', () => {
    expect(contrast('ctl', 'paper')).toBeGreaterThanOrEqual(3);
  });
  it('are the same in the style sheet and in the component library', () => {
    const { token } = theme;
    expect([
      token?.colorPrimary,
      token?.colorError,
      token?.colorWarning,
      token?.colorSuccess,
      token?.colorBorder,
    ]).toEqual(['pri', 'red', 'amber', 'green', 'ctl'].map(property));
  });
});
