import { describe, expect, it } from 'vitest';
import { composeReturn, LINE_LIMIT, linesFromFindings, MAX_LINES, type ReturnLine } from '#model/return-letter.ts';
import {
  addOwnLine,
  editLine,
  excludeFinding,
  includeAll,
  includeLine,
  listLines,
  unwritten,
} from '../../../../renderer/features/application/return-list.ts';
import { ANSWER, foundOf } from './found.ts';

const PERIOD = foundOf('period', { moduleId: 'education', severity: 'blocking' });
const SHEET = foundOf('sheet', { moduleId: 'assessment', fact: '缺2023年度考核表', advice: '请补传' });
const COVER = foundOf('cover', { moduleId: 'paper', severity: 'hint', fact: '封面模糊', advice: '请重扫' });
const NOTICE = foundOf('notice', { audience: 'unit' });
const ALL = [PERIOD, SHEET, COVER, NOTICE];
const { lines: LINES } = linesFromFindings(ALL, []);
const OWN = { id: 'own:1', moduleId: 'education', text: '请补第2页。' } as const;

function line(id: string): ReturnLine {
  return LINES.find((other) => other.id === `finding:${id}`)!;
}

describe('the list of what is to be corrected', () => {
  it('numbers what stands in the letter as the letter does, and nothing else', () => {
    const lines = [
      ...includeLine(LINES, 'finding:period', false),
      ...addOwnLine([], OWN)!,
      ...addOwnLine([], { ...OWN, id: 'own:2', text: ' ' })!,
    ];
    const listed = listLines(lines, [], ALL);
    expect(listed.map(({ line: { id }, number }) => [id, number])).toEqual([
      ['finding:period', null],
      ['finding:sheet', 1],
      ['finding:cover', null],
      ['own:1', 2],
      ['own:2', null],
    ]);
    expect(composeReturn('return', lines).split('\n')).toHaveLength(1 + listed.filter(({ number }) => number).length);
    expect(listed.map(({ severity }) => severity)).toEqual(['blocking', 'look', 'hint', null, null]);
  });

  it('tells what was put right from what somebody said does not count', () => {
    const now = [{ ...PERIOD, answer: ANSWER }, COVER, NOTICE];
    const { lines, solved } = linesFromFindings(now, LINES);
    const listed = listLines(lines, solved, now);
    expect(listed.map(({ line: { id }, solved: why }) => [id, why])).toEqual([
      ['finding:period', 'answered'],
      ['finding:sheet', 'corrected'],
      ['finding:cover', null],
    ]);
  });
});

describe('what the letter leaves out', () => {
  const left = (lines: readonly ReturnLine[], findings = ALL) => unwritten(lines, findings).map(({ key }) => key);

  it('is nothing at first: hints are offered, and what the unit has to do is not the applicant’s', () => {
    expect(left(LINES)).toEqual([]);
  });

  it('is what was unticked, or has no line', () => {
    expect(left(includeLine(LINES, 'finding:sheet', false))).toEqual(['sheet']);
    expect(left([line('sheet')])).toEqual(['period']);
  });

  it('is not what was answered', () => {
    const findings = [PERIOD, { ...SHEET, answer: ANSWER }, COVER];
    expect(left(includeLine(LINES, 'finding:sheet', false), findings)).toEqual([]);
  });
});

describe('a person', () => {
  it('puts everything in at once, but not what is put right', () => {
    const merged = linesFromFindings(
      [PERIOD, COVER],
      LINES.map((l) => ({ ...l, isIncluded: l.findingKey === 'sheet' })),
    );
    const unticked = { ...merged, lines: merged.lines.map((l) => ({ ...l, isIncluded: false })) };
    const included = (keys: ReadonlySet<string> | null) =>
      includeAll(unticked, keys)
        .filter(({ isIncluded }) => isIncluded)
        .map(({ findingKey }) => findingKey);
    expect(included(null)).toEqual(['period', 'cover']);
    expect(included(new Set(['period']))).toEqual(['period']);
  });

  it('writes a line of one’s own, as long as the draft has room', () => {
    expect(addOwnLine(LINES, OWN)?.at(-1)).toEqual({ ...OWN, findingKey: null, isIncluded: true, isEdited: true });
    const full = Array.from({ length: MAX_LINES }, (_, n) => ({ ...line('sheet'), id: `own:${n}` }));
    expect(addOwnLine(full, OWN)).toBeNull();
  });

  it('rewords a line, which then follows its finding no longer and keeps to what can be kept', () => {
    const lines = editLine(LINES, 'finding:sheet', { text: '请补2023年的考核表。' });
    const { lines: later } = linesFromFindings([PERIOD, { ...SHEET, fact: '缺2022年度考核表' }, COVER], lines);
    expect(composeReturn('return', later)).toContain('年度考核：请补2023年的考核表。');
    expect(editLine(LINES, 'finding:sheet', { text: '长'.repeat(LINE_LIMIT + 1) })[1]?.text).toHaveLength(LINE_LIMIT);
    expect(editLine(addOwnLine([], OWN)!, OWN.id, { moduleId: null })[0]).toMatchObject({
      moduleId: null,
      text: OWN.text,
    });
  });

  it('answers a finding: its line goes, words of one’s own stay unticked', () => {
    const answered = [{ ...PERIOD, answer: ANSWER }, { ...SHEET, answer: ANSWER }, COVER];
    const edited = editLine(LINES, 'finding:sheet', { text: '请补考核表。' });
    const { lines } = linesFromFindings(answered, excludeFinding(excludeFinding(edited, 'period'), 'sheet'));
    expect(lines.map(({ findingKey, text, isIncluded }) => [findingKey, text, isIncluded])).toEqual([
      ['sheet', '请补考核表。', false],
      ['cover', '封面模糊，请重扫。', false],
    ]);
  });
});
