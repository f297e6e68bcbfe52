import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { applications as contract, QUEUE_VIEWS } from '#contract/applications.contract.ts';
import { makeDigest } from '#core/applications/digest.ts';
import { createQueueIndex, type QueueEntry, type QueueIndex, type QueueQuery } from '#core/applications/queue-index.ts';
import type { Application } from '#model/application.ts';
import { plainDate } from '#model/beijing-time.ts';
import { START } from '../../../support/fake-ports.ts';
import { makeApplication } from '../../../sync/application.ts';

const DAY = 86_400_000;
let index: QueueIndex;
beforeEach(() => {
  index = createQueueIndex(QUEUE_VIEWS);
});

type Over = Readonly<{
  name?: string;
  daysLeft?: number | null;
  views?: QueueEntry['views'];
  findings?: QueueEntry['row']['findings'];
}>;

const NO_FINDINGS = { blocking: 0, look: 0, hint: 0 };
const NO_MARKS: QueueEntry['marks'] = {
  decision: null,
  seen: new Map(),
  hasDraft: false,
  hasOpinionDraft: false,
  opinion: null,
  notice: null,
  answers: new Map(),
};

function entryOf(
  application: Application,
  { daysLeft = null, views = new Set(['all', 'to-review']), findings = NO_FINDINGS }: Over,
): QueueEntry {
  const digest = makeDigest(application);
  const latestStart =
    daysLeft === null
      ? ({ kind: 'no-window' } as const)
      : ({ kind: 'date', date: plainDate('2026-09-21'), daysLeft } as const);
  const { id, version, name, department, title, committee, state, closesAt, strikes, submission } = digest;
  const row = {
    id,
    version,
    name,
    department,
    title,
    committee,
    state,
    closesAt,
    opinion: 'none' as const,
    strikes,
    submission,
    latestStart,
    publicity: { kind: 'none' } as const,
    chancesLeft: 4,
    seen: { done: 0, total: 14 },
    hasDraft: false,
    pending: null,
    delivery: null,
    findings,
  };
  const forms = { hasOpinion: false, opinionAt: null, publicity: null, noticeId: null };
  return { digest, row, forms, views, content: [], findings: [], marks: NO_MARKS };
}

function add(application: Partial<Application>, over: Over = {}): void {
  const made = makeApplication(application);
  const named = over.name === undefined ? made : { ...made, applicant: { ...made.applicant, name: over.name } };
  index.set(entryOf(named, over));
}

function find(query: Partial<QueueQuery>): string[] {
  return index.find({ ...contract.ids.input.parse({}), ...query }).map(({ digest }) => digest.name);
}

describe('the order of the queue', () => {
  beforeEach(() => {
    add(
      { submittedAt: START - 1 * DAY, window: { isProvincial: false, opensAt: null, closesAt: START + 9 * DAY } },
      { name: '赵慧', daysLeft: 8 },
    );
    add(
      { submittedAt: START - 3 * DAY, window: { isProvincial: false, opensAt: null, closesAt: null } },
      { name: '曾伟' },
    );
    add(
      { submittedAt: START - 2 * DAY, window: { isProvincial: false, opensAt: null, closesAt: START + 5 * DAY } },
      { name: '单红', daysLeft: 2 },
    );
    add(
      { submittedAt: START - 2 * DAY, window: { isProvincial: false, opensAt: null, closesAt: START + 3 * DAY } },
      { name: '安芳' },
    );
  });

  it.each([
    // those that need a notice by a date, then by the closing of the window; no window last
    ['latest-start', ['单红', '赵慧', '安芳', '曾伟']],
    ['closes', ['安芳', '单红', '赵慧', '曾伟']],
    // as a Chinese list is ordered; one instant by name
    ['submitted', ['曾伟', '安芳', '单红', '赵慧']],
  ] as const)('by %s', (sort, expected) => {
    expect(find({ sort })).toEqual(expected);
    expect(find({ sort, descending: true })).toEqual(expected.toReversed());
  });

  it('by name is by pinyin, not by code points', () => {
    expect(find({ sort: 'name' })[0]).toBe('安芳');
    expect(find({ sort: 'name' }).at(-1)).toBe('赵慧');
  });

  it('does not jump between people of one name, whatever order they came in', () => {
    const twins = [makeApplication(), makeApplication(), makeApplication()].map((made) =>
      entryOf({ ...made, applicant: { ...made.applicant, name: '李红' } }, {}),
    );
    const idsIn = (entries: readonly QueueEntry[]) => {
      const own = createQueueIndex(QUEUE_VIEWS);
      entries.forEach((entry) => own.set(entry));
      return own.find({ ...contract.ids.input.parse({}), sort: 'name' }).map(({ digest }) => digest.id);
    };
    expect(idsIn(twins.toReversed())).toEqual(idsIn(twins));
  });
});

describe('finding in the queue', () => {
  beforeEach(() => {
    const dispatch = makeApplication();
    index.set(
      entryOf(
        {
          ...dispatch,
          applicant: { ...dispatch.applicant, name: '和·阿丽', employment: 'dispatch', department: '信息中心' },
        },
        {},
      ),
    );
    add(
      { filing: { ...makeApplication().filing, level: 'senior', committee: '云南省正高级评委会' } },
      { name: '曾文静' },
    );
    add({}, { name: '单雪梅', views: new Set(['all', 'with-applicant']) });
  });

  it.each<[string, Partial<QueueQuery>, string[]]>([
    ['a view', {}, ['曾文静', '和·阿丽']],
    ['another view', { view: 'with-applicant' }, ['单雪梅']],
    ['a search, only in the view', { search: 'sxm' }, []],
    ['the same search in all', { view: 'all', search: 'sxm' }, ['单雪梅']],
    ['a level', { view: 'all', levels: ['senior'] }, ['曾文静']],
    ['either of two levels', { view: 'all', levels: ['senior', 'associate-senior'] }, ['曾文静', '单雪梅', '和·阿丽']],
    ['a committee', { view: 'all', committees: ['云南省正高级评委会'] }, ['曾文静']],
    ['how people are employed', { view: 'all', employments: ['dispatch'] }, ['和·阿丽']],
    ['a department', { view: 'all', departments: ['信息中心'] }, ['和·阿丽']],
    ['filters together', { view: 'all', levels: ['senior'], employments: ['dispatch'] }, []],
    ['filter and search together', { levels: ['associate-senior'], search: '阿丽 信息' }, ['和·阿丽']],
  ])('by %s', (_what, query, expected) => {
    expect(find(query).toSorted()).toEqual(expected.toSorted());
  });

  it('counts every view before search and filters, and anew after a change', () => {
    expect(index.counts()).toMatchObject({ 'to-review': 2, 'with-applicant': 1, all: 3, urgent: 0 });
    const first = index.find(contract.ids.input.parse({ view: 'with-applicant' }))[0];
    index.delete(first?.digest.id ?? '');
    expect(index.counts()).toMatchObject({ 'to-review': 2, 'with-applicant': 0, all: 2 });
    expect(find({ view: 'all' })).toHaveLength(2);
  });
});

it('finds the same after any changes as an index made anew', () => {
  const pool = Array.from({ length: 8 }, () => makeApplication());
  const step = fc.record({
    at: fc.nat(7),
    daysLeft: fc.option(fc.integer({ min: -5, max: 5 })),
    isGone: fc.boolean(),
    asks: fc.boolean(),
  });
  const query = contract.ids.input.parse({ view: 'all' });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const lived = createQueueIndex(QUEUE_VIEWS);
      const held = new Map<string, QueueEntry>();
      for (const { at, daysLeft, isGone, asks } of steps) {
        const application = pool[at] as Application;
        const entry = entryOf(application, { daysLeft });
        if (isGone) {
          lived.delete(application.id);
          held.delete(application.id);
        } else {
          lived.set(entry);
          held.set(application.id, entry);
        }
        if (asks) lived.find(query);
      }
      const anew = createQueueIndex(QUEUE_VIEWS);
      for (const entry of held.values()) anew.set(entry);
      expect(lived.find(query)).toEqual(anew.find(query));
      expect(lived.counts()).toEqual(anew.counts());
      expect(lived.size()).toBe(held.size);
    }),
  );
});

describe('the order after changes', () => {
  const SORTS = ['latest-start', 'name', 'closes', 'submitted'] as const;
  const NAMES = ['赵慧', '曾伟', '单红', '安芳', '李红', '李红'];
  const people = Array.from({ length: 12 }, (_, i) => makeApplication({ submittedAt: START - (i % 4) * DAY }));
  const change = fc.record({
    person: fc.nat({ max: people.length - 1 }),
    kind: fc.constantFrom('set', 'delete', 'look'),
    name: fc.constantFrom(...NAMES),
    daysLeft: fc.option(fc.nat({ max: 3 })),
    views: fc.subarray(['all', 'to-review', 'ready'] as const),
    sort: fc.constantFrom(...SORTS),
  });

  it('is that of a queue made anew, whatever changed and whenever somebody looked', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const kept = createQueueIndex(QUEUE_VIEWS);
        const entries = new Map<string, QueueEntry>();
        for (const { person, kind, name, daysLeft, views, sort } of changes) {
          const made = people[person] as Application;
          if (kind === 'look') kept.find({ ...contract.ids.input.parse({}), view: 'all', sort });
          else if (kind === 'delete') {
            kept.delete(made.id);
            entries.delete(made.id);
          } else {
            const named = { ...made, applicant: { ...made.applicant, name } };
            const entry = entryOf(named, { daysLeft, views: new Set(views) });
            kept.set(entry);
            entries.set(made.id, entry);
          }
        }
        const anew = createQueueIndex(QUEUE_VIEWS);
        for (const entry of entries.values()) anew.set(entry);
        expect(kept.counts()).toEqual(anew.counts());
        for (const view of ['all', 'to-review', 'ready'] as const) {
          for (const sort of SORTS) {
            const query = { ...contract.ids.input.parse({}), view, sort };
            expect(kept.find(query)).toEqual(anew.find(query));
          }
        }
      }),
    );
  });
});
