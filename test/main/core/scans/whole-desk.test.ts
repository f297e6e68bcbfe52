/** Files of every kind that an office has, through the whole desk with real jobs: in by tokens, out by addresses. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDesk, type Desk } from '#core/desk.ts';
import { makeFile, planFiles } from '../../../support/corpus/files.ts';
import { expectOk, until } from '../../../support/desk-client.ts';
import { fakePorts, type FakePorts } from '../../../support/fake-ports.ts';
import { clientOf, PASSPHRASE } from '../../../support/real-desk.ts';

const PERSON = '段雪梅';

let ports: FakePorts;
let desk: Desk;
beforeAll(async () => {
  ports = fakePorts();
  desk = await openDesk(ports);
});
afterAll(async () => {
  await desk.close();
  ports.dispose();
});

async function pictureAt(address: string | null) {
  const response = await desk.serve(new Request(`http://desk.invalid${address ?? '/none'}`));
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  const { format, width, height } = await sharp(bytes).metadata();
  expect(response.headers.get('content-type')).toBe(`image/${format}`);
  return { bytes, format, longSide: Math.max(width, height) };
}

it('become pages with a copy within the rule, a thumbnail and an original that a browser shows', async () => {
  const api = clientOf(desk);
  expectOk(await api.access.setUp({ personName: '李敏', role: 'reviewer', passphrase: PASSPHRASE }));
  // one of each kind
  const specs = [...Map.groupBy(planFiles('whole desk'), ({ making }) => making.as).values()].flatMap(
    ([first]) => first ?? [],
  );
  const intakeId = randomUUID();
  expectOk(await api.scans.begin({ intakeId, applicationId: null, total: specs.length + 1 }));
  for (const [no, spec] of specs.entries()) {
    const { bytes } = await makeFile(spec);
    const token = ports.files.hold(spec.name, bytes);
    expect(expectOk(await api.scans.add({ intakeId, no, token, folder: PERSON }))).toEqual({ state: 'taken' });
  }
  const token = ports.files.hold('说明.docx', Buffer.from('PK\u0003\u0004 not a picture'));
  expectOk(await api.scans.add({ intakeId, no: specs.length, token, folder: PERSON }));

  const intake = await until(async () => {
    const found = expectOk(await api.scans.intakes({})).intakes.find(({ id }) => id === intakeId);
    return found?.state === 'done' ? found : null;
  }, 'the intake to be over');
  expect(intake).toMatchObject({ files: { taken: specs.length + 1 }, pages: { unreadable: 1 } });
  expect(intake.pages.ready).toBeGreaterThanOrEqual(specs.length);

  const { pages } = expectOk(await api.scans.pages({ view: 'all' }));
  expect(new Set(pages.map(({ original }) => original.format)).size).toBe(4);
  for (const { copy, pictures, rule, state } of pages) {
    expect(state).toBe('ready');
    const made = await pictureAt(pictures.copy);
    expect(made).toMatchObject({ format: 'jpeg', longSide: Math.max(copy?.width ?? 0, copy?.height ?? 0) });
    if (!copy?.isOverCap) expect(made.bytes.length).toBeLessThanOrEqual(rule.maxBytes);
    expect((await pictureAt(pictures.thumbnail)).longSide).toBeLessThanOrEqual(320);
    expect(['jpeg', 'png', 'webp', 'gif']).toContain((await pictureAt(pictures.original)).format);
  }
  const { files } = expectOk(await api.scans.report({ intakeId }));
  expect(files.at(-1)).toMatchObject({ state: 'unreadable', problem: 'unknown-format' });
  expect(ports.logLines.filter(({ level }) => level === 'error')).toEqual([]);

  await desk.close();
  for (const file of readdirSync(ports.paths.profile, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const kept = readFileSync(path.join(file.parentPath, file.name));
    expect(kept.includes(PERSON)).toBe(false);
    // how a JPEG or PNG begins
    expect([...kept.subarray(0, 3)]).not.toEqual([0xff, 0xd8, 0xff]);
    expect(kept.subarray(0, 4).toString('latin1')).not.toBe('\u0089PNG');
  }
}, 180_000);
