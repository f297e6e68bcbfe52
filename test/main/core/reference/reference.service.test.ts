import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openReference, type ReferenceLibrary } from '#core/reference/reference.service.ts';
import type { ReferenceHit, SearchOptions } from '#model/reference-search.ts';

let library: ReferenceLibrary;
beforeAll(async () => {
  library = await openReference(join(import.meta.dirname, '../../../../resources/reference'));
});

function search(query: string, options?: SearchOptions): readonly ReferenceHit[] {
  const answer = library.search('2022', query, options);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
const ids = (query: string, options?: SearchOptions) => search(query, options).map((hit) => hit.id);
/** What a match would highlight, joined field by field. */
const highlighted = (hit: ReferenceHit | undefined) =>
  hit?.matches.map(
    ({ path, text, ranges }) => `${path}: ${ranges.map(([from, to]) => text.slice(from, to)).join('…')}`,
  );

describe('finding by any word', () => {
  it.each([
    ['中小学教师', 'title:22'],
    ['zxxjs', 'title:22'],
    ['zhongxiaoxuejiaoshi', 'title:22'],
    ['zhongxxjs', 'title:22'],
    ['zhxxjsh', 'title:22'],
    ['ZXXJS', 'title:22'],
    ['ｚｘｘｊｓ', 'title:22'],
    ['农业技术推广研究员', 'title:6'],
    ['kuaijishi', 'title:17'],
    ['shehui', 'title:2'],
    ['lvshi', 'title:26'],
    ['五华 人社', 'office:1'],
    ['五华区人社局', 'office:1'],
    ['市卫健委', 'committee:high:2'],
    ['高级经济师评委会', 'committee:high:9'],
    ['西山区 3楼', 'office:3'],
    ['0871-67171226', 'office:5'],
    ['087167171226', 'office:5'],
    ['0871—67171226', 'office:5'],
    ['67171226', 'office:5'],
    ['公示', 'question:Q18'],
    ['Q18', 'question:Q18'],
    ['五（三）4', 'section:五(三)4'],
    ['船舶', 'discipline:船舶与海洋'],
    ['12333', 'contact:12333'],
    ['轨道 高级', undefined],
  ])('%s finds %s first', (query, id) => {
    expect(ids(query)[0]).toBe(id);
  });

  it.each([
    ['gongzhengyuan', 'committee:middle:3'],
    ['图书资料（群众文化）', 'committee:high:8'],
    ['茭菱路', 'office:2'],
    ['IE10 以上', 'section:五(一)1'],
    ['3年', 'section:一(一)1'],
    ['627005', 'office:22'],
    ['627005', 'committee:middle:13'],
    ['rsj.km.gov.cn', 'contact:http://rsj.km.gov.cn'],
    ['劳务派遣 协议', 'question:Q18'],
  ])('%s finds %s', (query, id) => {
    expect(ids(query)).toContain(id);
  });

  it('wants every word, in whatever field', () => {
    expect(ids('西山区 68158354')).toEqual(['office:3']);
    expect(ids('68158354 盘龙')).toEqual([]);
  });

  it.each(['没有这个词', 'xqzwvk', '0000000000', '）（', '局社人', '人社厅局'])('finds nothing for %s', (query) => {
    expect(search(query)).toEqual([]);
  });

  it('puts what is called so before what mentions it', () => {
    const kinds = search('卫生技术').map((hit) => hit.matches[0]?.path);
    const firstScope = kinds.findIndex((path) => path === 'scope');
    expect(kinds.slice(0, firstScope === -1 ? undefined : firstScope)).toContain('name');
    expect(kinds.lastIndexOf('name')).toBeLessThan(firstScope === -1 ? kinds.length : firstScope);
    expect(ids('机械')[0]).toBe('discipline:机械');
  });

  it('takes a short form after everything that says it in full', () => {
    const found = ids('艺术', { kinds: ['title'] });
    expect(found).toEqual(['title:23', 'title:12']);
  });

  it('keeps to the kinds asked for', () => {
    expect(ids('艺术', { kinds: ['committee'] })).toEqual([
      'committee:high:10',
      'committee:middle:23',
      'committee:middle:46',
    ]);
    expect(search('艺术', { kinds: [] })).toEqual([]);
  });
});

describe('an empty query', () => {
  it('gives a kind whole, in the guide’s order', () => {
    expect(ids(' 　', { kinds: ['office'] })).toEqual(Array.from({ length: 22 }, (_, index) => `office:${index + 1}`));
    expect(ids('', { kinds: ['committee'] }).slice(10, 12)).toEqual(['committee:high:11', 'committee:middle:1']);
  });

  it('gives everything, each with an id of its own', () => {
    const all = ids('');
    expect(all).toHaveLength(26 + 57 + 58 + 22 + 19 + 30 + 40 + 5);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('highlights', () => {
  it.each([
    ['中小学', 'title:22', ['name: 中小学']],
    ['zxx', 'title:22', ['name: 中小学']],
    ['xiaoxu', 'title:22', ['name: 小学']],
    [
      '副主任 主管',
      'title:4',
      expect.arrayContaining(['ladders.1.associate-senior: 副主任', 'ladders.1.middle: 主管']),
    ],
    ['67604', 'office:3', ['phones.0: 67604']],
    ['087168367604', 'office:3', ['phones.0: 0871-68367604']],
    ['北京路915', 'office:22', ['address: 北京路915']],
    ['超过3次', 'section:五(四)1', ['blocks.0.text: 超过 3 次']],
    ['(4)网络', 'question:Q5', ['blocks.7.text: (4)网络']],
    ['(1)条件', 'question:Q5', ['blocks.0.text: ⑴条件']],
    ['呈贡区人社局', 'office:6', ['name: 呈贡区人…社…局']],
    ['职称 称评 评审', 'committee:middle:1', ['name: 职称评审']],
  ])('%s marks the words in %s', (query, id, marks) => {
    expect(highlighted(search(query).find((hit) => hit.id === id))).toEqual(marks);
  });

  it('stay inside the text, in order and apart, whatever is typed', () => {
    const words = fc.constantFrom(
      '中',
      '师',
      '级',
      '(',
      '０',
      '1',
      'z',
      's',
      'hi',
      '一',
      '评审',
      '0871',
      '-',
      ' ',
      '　',
      'Q',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (parts) => {
        for (const { matches } of search(parts.join(''))) {
          for (const { text, ranges } of matches) {
            expect(ranges.length).toBeGreaterThan(0);
            ranges.reduce((last, [from, to]) => {
              expect(from).toBeGreaterThan(last);
              expect(to).toBeGreaterThan(from);
              expect(to).toBeLessThanOrEqual(text.length);
              return to;
            }, -1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('speed', () => {
  // the best of many runs: what else the machine is doing must not count
  it.each([
    '中小学教师',
    'zxxjs',
    'z',
    '0871',
    '的',
    '职称 评审 中级',
    'gongchengjishu',
    '',
    'zhongxiaoxuejiaoshizhongjizhicheng',
  ])('answers %j in 5 ms', (query) => {
    const times = Array.from({ length: 20 }, () => {
      const start = performance.now();
      search(query);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(5);
  });
});
