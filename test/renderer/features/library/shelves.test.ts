import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openReference } from '#core/reference/reference.service.ts';
import {
  copyablesOf,
  countShown,
  rowAfter,
  shelfOf,
  shelve,
  LIBRARY_TABS,
  type Shelves,
} from '../../../../renderer/features/library/shelves.ts';
import type { Hit } from '../../../../renderer/features/library/types.ts';
import { nameOf, summaryOf } from '../../../../renderer/features/library/words.ts';

let search: (query: string) => readonly Hit[];
beforeAll(async () => {
  const library = await openReference(path.resolve('resources/reference'));
  search = (query) => {
    const answer = library.search('2022', query);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
});
const ids = (shelves: Shelves, shelf: keyof Shelves) => shelves[shelf].map(({ id }) => id);
const first = (query: string) => {
  const hit = search(query)[0];
  if (!hit) throw new Error('nothing found');
  return hit;
};

describe('the shelves of the whole guide', () => {
  it('show the numbers that the guide prints, and none for 考核定职', () => {
    const shelves = shelve(search(''));
    expect(LIBRARY_TABS.map((shelf) => [shelf, countShown(shelves, shelf, false)])).toEqual([
      ['titles', 26],
      ['committees', 58],
      ['planning', 57],
      ['offices', 22],
      ['recognition', null],
      ['questions', 19],
      ['sections', shelves.sections.length],
      ['disciplines', 40],
    ]);
  });

  it('tell 考核定职 by Q12 to Q14, and keep these among the questions', () => {
    const shelves = shelve(search(''));
    expect(ids(shelves, 'recognition')).toEqual(['question:Q12', 'question:Q13', 'question:Q14']);
    expect(ids(shelves, 'questions')).toContain('question:Q12');
  });

  it('put every entry on the shelf its kind belongs to', () => {
    const hits = search('');
    const shelves = shelve(hits);
    const all = LIBRARY_TABS.filter((shelf) => shelf !== 'recognition').flatMap((shelf) => shelves[shelf]);
    expect(all.length).toBe(hits.length);
    for (const hit of hits) expect(shelves[shelfOf(hit)]).toContain(hit);
  });
});

describe('the shelves of a search', () => {
  it('stand in the order of print, not of likeness', () => {
    const committees = shelve(search('中小学')).committees.map(({ item }) =>
      'level' in item ? `${item.level}:${item.number}` : '',
    );
    const inPrint = shelve(search('')).committees.map(({ item }) =>
      'level' in item ? `${item.level}:${item.number}` : '',
    );
    expect(committees.length).toBeGreaterThan(3);
    expect(committees).toEqual(inPrint.filter((id) => committees.includes(id)));
  });

  it('count what was found, other telephones too', () => {
    const shelves = shelve(search('12333'));
    expect([countShown(shelves, 'offices', true), countShown(shelves, 'titles', true)]).toEqual([1, 0]);
  });
});

describe('what Ctrl+C copies', () => {
  it.each([
    ['五华区人社局', ['0871-65189551']],
    ['68158354', ['0871-68367604', '0871-68158354']],
    ['12333', ['12333']],
    ['zxxjs', []],
  ])('for %s is %j', (query, phones) => {
    expect(copyablesOf(first(query))).toEqual(phones);
  });
});

describe('an entry in one line', () => {
  it('shows the field that was found, with its mark', () => {
    const hit = first('茭菱路');
    const { text, ranges } = summaryOf(hit);
    expect(nameOf(hit).text).toBe('西山区人力资源和社会保障局');
    expect(ranges.map(([start, end]) => text.slice(start, end))).toEqual(['茭菱路']);
  });

  it('says what it is about where the name was found', () => {
    expect(summaryOf(first('kuaijirenyuan'))).toEqual({
      text: '正高级会计师 高级会计师 会计师 助理会计师',
      ranges: [],
    });
  });

  it('is never empty', () => {
    for (const hit of search('')) {
      expect(nameOf(hit).text).not.toBe('');
      expect(hit.kind === 'section' && hit.item.path.length === 0 ? '-' : summaryOf(hit).text).not.toBe('');
    }
  });
});

describe('the moving row', () => {
  it.each([
    ['ArrowDown', 0, 3, 1],
    ['ArrowDown', 2, 3, 2],
    ['ArrowUp', 0, 3, 0],
    ['PageDown', 0, 58, 10],
    ['PageUp', 5, 58, 0],
    ['Home', 30, 58, 0],
    ['End', 0, 58, 57],
    ['End', -1, 0, undefined],
    ['a', 0, 3, undefined],
    ['Tab', 0, 3, undefined],
  ])('%s on row %i of %i goes to %s', (key, index, total, target) => {
    expect(rowAfter(key, index, total)).toBe(target);
  });
});
