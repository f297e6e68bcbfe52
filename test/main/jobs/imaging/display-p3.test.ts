import sharp from 'sharp';
import { expect, it } from 'vitest';
import { displayP3ToSrgb, isDisplayP3 } from '#jobs/imaging/display-p3.ts';

it('gives the colours that littleCMS gives', async () => {
  // every pair of colours that both spaces have names for
  const colours = [120, 150, 180, 210].flatMap((red) =>
    [120, 150, 180].flatMap((green) => [130, 170].map((blue) => [red, green, blue])),
  );
  const srgb = Buffer.from(colours.flat());
  const raw = { width: colours.length, height: 1, channels: 3 } as const;
  const inP3 = await sharp(srgb, { raw }).withIccProfile('p3').png().toBuffer();
  const data = await sharp(inP3, { ignoreIcc: true }).raw().toBuffer();
  expect(data).not.toEqual(srgb);

  const back = displayP3ToSrgb({ ...raw, data, dpi: 100, isDpiKnown: false }).data;
  expect(Math.max(...back.map((value, at) => Math.abs(value - (srgb[at] ?? 0))))).toBeLessThanOrEqual(2);
});

it('is known by the name in its profile', () => {
  expect(isDisplayP3(Buffer.from('Display P3', 'utf16le').swap16())).toBe(true);
  expect(isDisplayP3(Buffer.from('sRGB IEC61966-2.1'))).toBe(false);
});
