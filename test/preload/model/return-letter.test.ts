import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#model/finding.ts';
import { MODULE_IDS } from '#model/modules.ts';
import {
  composeReturn,
  linesFromFindings,
  lineText,
  MAX_LINES,
  moveLine,
  removeLine,
  type ReturnLine,
} from '#model/return-letter.ts';

type Found = Finding & { answer: object | null };

function found(key: string, over: Partial<Found> = {}): Found {
  return {
    key,
    rule: key,
    severity: 'look',
    audience: 'applicant',
    moduleId: 'education',
    recordId: null,
    field: null,
    attachmentId: null,
    fact: '毕业时间填2010-07，证书为2010-06',
    advice: '请改正',
    source: '五(二)2',
    canOverride: false,
    answer: null,
    ...over,
  };
}

function ownLine(id: string, over: Partial<ReturnLine> = {}): ReturnLine {
  return { id, moduleId: null, findingKey: null, text: '请补充。', isIncluded: true, isEdited: true, ...over };
}

const PERIOD = found('education.period');
const SHEET = found('assessment.missing:2023', {
  severity: 'blocking',
  moduleId: 'assessment',
  fact: '缺2023年度考核表',
  advice: '请补传原件扫描件',
});
const COVER = found('paper.cover', {
  severity: 'hint',
  moduleId: 'paper',
  fact: '期刊封面较模糊',
  advice: '请重新扫描',
});
const { lines: BOTH } = linesFromFindings([SHEET, COVER, PERIOD], []);

describe('a letter of return (五(三)4; ux 3.4)', () => {
  it('says everything by module, numbered, as the person ordered it', () => {
    expect(composeReturn('return', BOTH)).toBe(
      '请修改以下2处后重新提交：\n' +
        '1. 学历情况：毕业时间填2010-07，证书为2010-06，请改正。\n' +
        '2. 年度考核：缺2023年度考核表，请补传原件扫描件。',
    );
    const moved = moveLine(BOTH, 'finding:assessment.missing:2023', -1);
    expect(composeReturn('reset', moved)).toBe(
      '请重新选择后，修改以下2处再提交：\n' +
        '1. 年度考核：缺2023年度考核表，请补传原件扫描件。\n' +
        '2. 学历情况：毕业时间填2010-07，证书为2010-06，请改正。',
    );
    expect(composeReturn(null, BOTH)).toMatch(/^1\. 学历情况：/);
  });

  it('is empty when nothing is ticked or written', () => {
    expect(composeReturn('return', [])).toBe('');
    expect(composeReturn('return', [ownLine('a', { text: ' \n' }), ownLine('b', { isIncluded: false })])).toBe('');
  });

  it.each([
    ['no stop at the end', { text: '请补充封面' }, '1. 请补充封面。'],
    ['a module', { moduleId: 'paper', text: '请补充封面。' }, '1. 撰写论文：请补充封面。'],
    [
      'a module that the words name already',
      { moduleId: 'paper', text: '撰写论文情况：缺封面' },
      '1. 撰写论文情况：缺封面。',
    ],
    ['several lines', { text: '缺封面\n缺目录，\n2. 缺正文' }, '1. 缺封面；缺目录，2. 缺正文。'],
    ['a stop of another kind', { text: '是否有误？' }, '1. 是否有误？'],
  ] satisfies [string, Partial<ReturnLine>, string][])('an own line with %s', (_, line, text) => {
    expect(composeReturn(null, [ownLine('a', line)])).toBe(text);
  });

  it('joins fact and advice whatever they end with', () => {
    expect(lineText({ fact: '缺封面。', advice: '请补传；' })).toBe('缺封面，请补传。');
    expect(lineText({ fact: '缺封面', advice: '' })).toBe('缺封面。');
  });
});

describe('merging findings', () => {
  it('ticks what must be corrected or checked, offers hints, and leaves out what is not for the applicant', () => {
    const forUnit = found('window.closed', { audience: 'unit', severity: 'blocking' });
    const answered = found('history.gap', { answer: { kind: 'dismissed' } });
    const { lines, added } = linesFromFindings([COVER, forUnit, answered, SHEET, PERIOD], []);
    expect(lines.map(({ findingKey, isIncluded }) => [findingKey, isIncluded])).toEqual([
      ['education.period', true],
      ['assessment.missing:2023', true],
      ['paper.cover', false],
    ]);
    expect(added).toEqual(lines.map(({ id }) => id));
  });

  it('follows a finding whose words changed, never over a hand', () => {
    const [period, sheet] = [BOTH[0]!, BOTH[1]!];
    const edited = { ...sheet, text: '请补2023年的考核表。', isEdited: true };
    const again = [
      found('education.period', { fact: '毕业时间填2010-08' }),
      { ...SHEET, fact: '缺2022、2023年度考核表' },
    ];
    const { lines } = linesFromFindings(again, [edited, { ...period, isIncluded: false }]);
    expect(lines).toEqual([edited, { ...period, text: '毕业时间填2010-08，请改正。', isIncluded: false }]);
  });

  it('names what is solved and keeps it until somebody takes it out', () => {
    const { lines, solved, added } = linesFromFindings([PERIOD], BOTH);
    expect(lines.map(({ findingKey }) => findingKey)).toEqual(['education.period', 'assessment.missing:2023']);
    expect([solved, added]).toEqual([['finding:assessment.missing:2023'], []]);
    const left = removeLine([PERIOD], lines, 'finding:assessment.missing:2023');
    expect(linesFromFindings([PERIOD], left)).toEqual({ lines: left, solved: [], added: [] });
  });

  it('a removed line whose finding stands does not come back ticked', () => {
    const left = removeLine([PERIOD, SHEET], BOTH, 'finding:education.period');
    const { lines } = linesFromFindings([PERIOD, SHEET], left);
    expect(composeReturn('return', lines)).not.toContain('学历情况');
    expect(removeLine([PERIOD], [ownLine('mine')], 'mine')).toEqual([]);
  });

  it('keeps to the number of lines that a draft holds, the hints going first', () => {
    const many = Array.from({ length: MAX_LINES }, (_, n) => found(`material.name:${n}`));
    const { lines } = linesFromFindings([COVER, ...many], []);
    expect(lines).toHaveLength(MAX_LINES);
    expect(lines.map(({ findingKey }) => findingKey)).not.toContain('paper.cover');
  });
});

describe('whatever the findings and lines', () => {
  const keys = fc.constantFrom('a', 'b', 'c', 'd');
  const text = fc.string({ unit: fc.constantFrom('请', '补', '。', '，', '\n', '1', '. ', ' '), maxLength: 12 });
  const findings = fc.uniqueArray(
    fc.record({
      key: keys,
      severity: fc.constantFrom('blocking', 'look', 'hint'),
      audience: fc.constantFrom('applicant', 'unit'),
      moduleId: fc.constantFrom(null, ...MODULE_IDS),
      fact: text,
      answer: fc.constantFrom(null, null, {}),
    }),
    { selector: ({ key }) => key },
  );
  const drafts = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('1', '2', '3', '4', '5'),
      moduleId: fc.constantFrom(null, ...MODULE_IDS),
      findingKey: fc.option(keys),
      text,
      isIncluded: fc.boolean(),
      isEdited: fc.boolean(),
    }),
    { selector: ({ id }) => id },
  );
  const asFound = (given: { key: string }[]) => given.map(({ key, ...rest }) => found(key, rest));

  it('merging twice is merging once', () => {
    fc.assert(
      fc.property(findings, drafts, (given, draft) => {
        const once = linesFromFindings(asFound(given), draft);
        const twice = linesFromFindings(asFound(given), once.lines);
        expect(twice).toEqual({ ...once, added: [] });
      }),
    );
  });

  it('merging changes nothing that somebody wrote, and loses nothing that was ticked', () => {
    fc.assert(
      fc.property(findings, drafts, (given, draft) => {
        const { lines } = linesFromFindings(asFound(given), draft);
        const byId = new Map(lines.map((line) => [line.id, line]));
        for (const line of draft.filter(({ isEdited, findingKey }) => isEdited || findingKey === null)) {
          expect(byId.get(line.id) ?? line).toEqual(line);
        }
        for (const { id } of draft.filter(({ isIncluded }) => isIncluded)) expect(byId.has(id)).toBe(true);
      }),
    );
  });

  it('composing numbers every ticked line from 1 to n, in order, and loses none', () => {
    fc.assert(
      fc.property(drafts, fc.constantFrom('return', 'reset'), (draft, decision) => {
        const ticked = draft.filter(({ isIncluded, text: words }) => isIncluded && words.trim() !== '');
        const [head, ...items] = composeReturn(decision, draft).split('\n');
        expect(items.map((item) => Number.parseInt(item, 10))).toEqual(ticked.map((_, index) => index + 1));
        if (ticked.length > 0) expect(head).toContain(`以下${ticked.length}处`);
        const bare = (words: string) => words.replaceAll(/[\s。，；]/g, '');
        for (const [index, line] of ticked.entries()) expect(bare(items[index]!)).toContain(bare(line.text));
      }),
    );
  });
});
