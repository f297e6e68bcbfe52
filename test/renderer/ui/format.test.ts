import { describe, expect, it } from 'vitest';
import { formatMoment, formatSize } from '../../../renderer/ui/format.ts';
import { widthClassOf } from '../../../renderer/ui/text-scale.ts';

describe('sizes', () => {
  it.each([
    [1, '1KB'],
    [580 * 1024, '580KB'],
    [Math.round(4.1 * 1024 * 1024), '4.1MB'],
    [86 * 1024 * 1024, '86MB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(formatSize(bytes)).toBe(text);
  });
});

describe('a moment', () => {
  it('is told in Beijing time', () => {
    expect(formatMoment(Date.parse('2026-09-17T18:03:00Z'))).toBe('09-18 02:03');
  });
});

describe('the layout', () => {
  it.each([
    [1093, 'narrow'],
    [1199, 'narrow'],
    [1200, 'normal'],
    [1366, 'normal'],
    [1599, 'normal'],
    [1600, 'wide'],
    [1920, 'wide'],
  ])('at %i px is %s', (width, layout) => {
    expect(widthClassOf(width)).toBe(layout);
  });
});
