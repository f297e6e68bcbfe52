import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { reference } from '#contract/reference.contract.ts';
import { loadCalendar } from '#core/reference/calendar.repository.ts';
import { createReferenceHandlers } from '#core/reference/reference.handlers.ts';
import { createRouter, type Dispatch } from '#core/router.ts';
import type { Result } from '#model/result.ts';

type Method = keyof typeof reference;
type Output<M extends Method> = z.output<(typeof reference)[M]['output']>;

const SHIPPED = path.resolve('resources');
const NO_LOG = { info() {}, warn() {}, error() {} };
const bugs: unknown[] = [];
let resources: string;

beforeEach(async () => {
  resources = await mkdtemp(path.join(tmpdir(), 'resources-'));
});
afterEach(async () => {
  await rm(resources, { recursive: true });
  expect(bugs).toEqual([]);
});

/** The real router over the real handlers: inputs and outputs are checked as in the program. */
async function openDoor(dir: string, isUnlocked = true): Promise<Dispatch> {
  const { calendar } = await loadCalendar(path.join(dir, 'calendar'), NO_LOG);
  return createRouter(
    { reference },
    { reference: createReferenceHandlers(dir, calendar, () => expect.fail('no archive is open')) },
    {
      isUnlocked: () => isUnlocked,
      onBug: (error) => bugs.push(error),
    },
  );
}
function ask<M extends Method>(door: Dispatch, method: M, input: unknown): Promise<Result<Output<M>>> {
  return door(`reference.${method}`, input, { client: 'test' }) as Promise<Result<Output<M>>>;
}
async function answerTo<M extends Method>(door: Dispatch, method: M, input: unknown): Promise<Output<M>> {
  const answer = await ask(door, method, input);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
async function refusalOf(door: Dispatch, method: Method, input: unknown) {
  const answer = await ask(door, method, input);
  if (answer.ok) throw new Error('answered');
  return answer.error;
}
const addEdition = (year: string) =>
  cp(path.join(SHIPPED, 'reference/2022'), path.join(resources, 'reference', year), { recursive: true });

describe('the shipped library', () => {
  it('has the 2022 edition whole', async () => {
    const { editions } = await answerTo(await openDoor(SHIPPED), 'editions', {});
    expect(editions).toEqual([{ edition: '2022', damagedFile: null }]);
  });

  it('gives every entry for an empty query, as many of each kind as the guide prints', async () => {
    const { edition, total, hits } = await answerTo(await openDoor(SHIPPED), 'search', { query: '' });
    const countOf = (kind: string) => hits.filter((hit) => hit.kind === kind).length;
    expect({
      edition,
      isWhole: total === hits.length,
      title: countOf('title'),
      committee: countOf('committee'),
      planning: countOf('planning'),
      office: countOf('office'),
      question: countOf('question'),
      discipline: countOf('discipline'),
    }).toEqual({
      edition: '2022',
      isWhole: true,
      title: 26,
      committee: 58,
      planning: 57,
      office: 22,
      question: 19,
      discipline: 40,
    });
  });

  it.each([
    ['zxxjs', 'title:22'],
    ['五华区人社局', 'office:1'],
    ['67171226', 'office:5'],
    ['公示', 'question:Q18'],
  ])('%s finds %s first, with the places to highlight', async (query, id) => {
    const { hits } = await answerTo(await openDoor(SHIPPED), 'search', { query });
    expect(hits[0]?.id).toBe(id);
    expect(hits[0]?.matches[0]?.ranges.length).toBeGreaterThan(0);
  });

  it('searches only the kinds asked for and says how many there are beyond the limit', async () => {
    const { total, hits } = await answerTo(await openDoor(SHIPPED), 'search', {
      query: '',
      kinds: ['office'],
      limit: 5,
    });
    expect([total, hits.map((hit) => hit.id)]).toEqual([
      22,
      ['office:1', 'office:2', 'office:3', 'office:4', 'office:5'],
    ]);
  });

  it.each([
    ['Q18', 'question:Q18', null],
    ['五（三）4', 'section:五(三)4', null],
    ['Q14(3)', 'question:Q14', 2],
  ])('a link to %s lands on %s', async (source, id, block) => {
    expect(await answerTo(await openDoor(SHIPPED), 'passage', { source })).toMatchObject({
      edition: '2022',
      id,
      block,
    });
  });

  it('says so when a link leads nowhere', async () => {
    expect(await refusalOf(await openDoor(SHIPPED), 'passage', { source: 'Q20' })).toMatchObject({
      code: 'no-such-passage',
    });
  });

  it('shows the calendars newest first, each with its notice', async () => {
    const { years } = await answerTo(await openDoor(SHIPPED), 'calendars', {});
    expect(years.map(({ year }) => year)).toEqual([2026, 2025, 2024, 2023, 2022]);
    for (const { year, source, holidays } of years) {
      expect(source.title).toContain(String(year));
      expect(holidays).toContainEqual({ date: `${year}-10-01`, name: expect.stringContaining('国庆') });
    }
  });

  it('is closed while the archive is locked', async () => {
    expect(await refusalOf(await openDoor(SHIPPED, false), 'search', { query: '' })).toMatchObject({ code: 'locked' });
  });

  it.each([
    ['search', { query: '长'.repeat(101) }],
    ['search', { query: '', kinds: ['person'] }],
    ['search', { query: '', limit: 501 }],
    ['search', { query: '', edition: '../..' }],
    ['passage', { source: '' }],
    ['editions', { edition: '2022' }],
  ] as const)('%s refuses %j', async (method, input) => {
    expect(await refusalOf(await openDoor(SHIPPED), method, input)).toMatchObject({ code: 'invalid-input' });
  });
});

describe('a library with trouble', () => {
  it('without any edition it answers, and has no calendars', async () => {
    const door = await openDoor(resources);
    expect(await answerTo(door, 'editions', {})).toEqual({ editions: [] });
    expect(await answerTo(door, 'calendars', {})).toEqual({ years: [] });
    expect(await refusalOf(door, 'search', { query: '' })).toMatchObject({ code: 'no-such-edition' });
  });

  it('names the damaged file of an edition and goes on with the one before it', async () => {
    await addEdition('2022');
    await mkdir(path.join(resources, 'reference/2023'));
    await writeFile(path.join(resources, 'reference/2023/titles.json'), '{');
    const door = await openDoor(resources);
    expect(await answerTo(door, 'editions', {})).toMatchObject({
      editions: [
        { edition: '2023', damagedFile: expect.stringMatching(/^2023\/\w+\.json$/) },
        { edition: '2022', damagedFile: null },
      ],
    });
    expect(await answerTo(door, 'search', { query: '五华' })).toMatchObject({ edition: '2022' });
    expect(await refusalOf(door, 'search', { query: '', edition: '2023' })).toMatchObject({
      code: 'reference-damaged',
    });
  });

  it('says what is damaged when no edition can be used', async () => {
    await addEdition('2022');
    await writeFile(path.join(resources, 'reference/2022/offices.json'), '{"edition":"2022"');
    const error = await refusalOf(await openDoor(resources), 'passage', { source: 'Q18' });
    expect(error).toMatchObject({ code: 'reference-damaged', details: { file: '2022/offices.json', path: '' } });
  });

  it('says so when a year is asked for that is not there', async () => {
    expect(await refusalOf(await openDoor(SHIPPED), 'search', { query: '', edition: '1999' })).toMatchObject({
      code: 'no-such-edition',
    });
  });
});
