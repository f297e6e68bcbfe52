/** What a notice begins with, whom one brings along, and the list to choose from. */
import { describe, expect, it } from 'vitest';
import {
  bringAlong,
  broughtWords,
  chosenOf,
  freshNotice,
  toggled,
} from '../../../../renderer/features/publicity/new-notice.ts';
import { isMentioned, pickerRows, tickedOf } from '../../../../renderer/features/publicity/picker-rows.ts';
import type { Board } from '../../../../renderer/features/publicity/types.ts';
import { TODAY, waitingPerson } from './made.ts';

const waiting = [
  waitingPerson(),
  waitingPerson({ id: 'a2', name: '和·阿丽' }),
  waitingPerson({ id: 'a3', name: '保建伟', committee: '五华区中小学教师中级职称评审委员会' }),
];
const board: Board = { today: TODAY, waiting, notices: [] };
const fresh = freshNotice(board, null);

describe('a new notice', () => {
  it('is for everybody who waits, from today', () => {
    expect(fresh).toMatchObject({ applicationIds: ['a1', 'a2', 'a3'], postedOn: TODAY });
    expect(fresh.facts.shown).not.toBe('');
  });
  it('keeps of an older draft only those who still wait', () => {
    expect(chosenOf(board, { ...fresh, applicationIds: ['a3', 'gone', 'a1'] }).map(({ id }) => id)).toEqual([
      'a1',
      'a3',
    ]);
  });
});

describe('people brought along from the queue', () => {
  it('are the notice when none was begun', () => {
    expect(bringAlong(board, null, fresh, ['a2']).draft.applicationIds).toEqual(['a2']);
  });
  it('join one that was begun, once, and nothing of it is lost', () => {
    const begun = { ...fresh, postedOn: '2026-09-21', applicationIds: ['a1'] };
    expect(bringAlong(board, begun, fresh, ['a2', 'a1']).draft).toEqual({ ...begun, applicationIds: ['a1', 'a2'] });
  });
  it('are counted when they wait for none', () => {
    const brought = bringAlong(board, null, fresh, ['a1', 'posted']);
    expect(broughtWords(brought)).toMatch(/^已加入1人。另有1人不在待安排里/);
    expect(broughtWords(bringAlong(board, null, fresh, ['posted']))).toMatch(/^没有加入/);
  });
});

describe('the list to choose from', () => {
  const rows = pickerRows(waiting);
  it('has a line for each committee above its people', () => {
    expect(rows.map(({ kind, id }) => (kind === 'person' ? id : kind))).toEqual([
      'committee',
      'a1',
      'a2',
      'committee',
      'a3',
    ]);
  });
  it('shows a committee as chosen in part', () => {
    const [first, , , second] = rows;
    const chosen = new Set(['a2']);
    expect([first, second].map((row) => row && tickedOf(row, chosen))).toEqual(['some', 'none']);
    expect(first && tickedOf(first, new Set(['a1', 'a2']))).toBe('all');
  });
  it('puts a whole committee on and off', () => {
    expect(toggled(['a3'], { ids: ['a1', 'a2'], isOn: true })).toEqual(['a3', 'a1', 'a2']);
    expect(toggled(['a3', 'a1', 'a2'], { ids: ['a1', 'a2'], isOn: false })).toEqual(['a3']);
  });
  it('finds by what stands on the row', () => {
    expect(waiting.filter((person) => isMentioned(person, '五华')).map(({ id }) => id)).toEqual(['a3']);
  });
});
