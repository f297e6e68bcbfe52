import { describe, expect, it } from 'vitest';
import { MODULE_IDS, type ModuleId } from '#model/modules.ts';
import type { Found } from '../../../../renderer/features/application/finding-list.ts';
import {
  createBenchKeeper,
  createWorkbenchStore,
  nextUnseen,
  startOf,
} from '../../../../renderer/features/application/workbench-store.ts';
import { ANSWER, foundOf } from './found.ts';

const BLOCKING = foundOf('b', { severity: 'blocking', moduleId: 'work' });

describe('an application opens', () => {
  it.each<[string, Found[], ModuleId[], ModuleId[], ModuleId]>([
    ['on the first that must be settled', [foundOf('l', { moduleId: 'study' }), BLOCKING], ['paper'], [], 'work'],
    ['not on one that was answered', [{ ...BLOCKING, answer: ANSWER }], ['paper'], [], 'paper'],
    ['not on one that no module shows', [{ ...BLOCKING, moduleId: null }], [], [], 'basic'],
    ['on what was changed since it was seen', [], ['paper'], ['basic'], 'paper'],
    ['on the first of what was changed', [], ['education', 'paper'], [], 'education'],
    ['on the first that was not seen', [], [], ['basic', 'current-title', 'study'], 'education'],
    ['at the beginning again, when all was seen', [], [], [...MODULE_IDS], 'basic'],
  ])('%s', (_when, findings, changed, seen, expected) => {
    const start = startOf(findings, changed, seen);
    expect(start.moduleId).toBe(expected);
    expect(start.key).toBe(expected === 'work' ? 'b' : null);
  });
});

describe('the next unseen module', () => {
  const allBut = (...ids: ModuleId[]) => new Set(MODULE_IDS.filter((id) => !ids.includes(id)));
  it.each<[string, ModuleId, ReadonlySet<ModuleId>, ModuleId | null]>([
    ['is the following one', 'basic', new Set(), 'current-title'],
    ['leaves out what was seen', 'basic', new Set<ModuleId>(['current-title', 'education']), 'study'],
    ['goes round at the end', 'assessment', new Set(), 'basic'],
    ['goes round to one before', 'paper', allBut('study'), 'study'],
    ['is none when all are seen', 'paper', allBut(), null],
    ['is none when only the open one is left', 'paper', allBut('paper'), null],
  ])('%s', (_what, from, seen, expected) => {
    expect(nextUnseen(from, seen)).toBe(expected);
  });
});

describe('what is being looked at', () => {
  const open = (moduleId: ModuleId = 'education', key: string | null = null) => createWorkbenchStore({ moduleId, key });

  it('starts with the module’s first scan, seen whole, and nothing open below', () => {
    expect(open().getState()).toMatchObject({ sheetId: null, fit: 'page', stop: null, layer: 'none' });
    expect(open('work', 'b').getState().stop).toEqual({ key: 'b', turn: 0 });
  });

  it('forgets the scan when another module is opened, and follows a scan to its module', () => {
    const store = open();
    store.getState().openSheet('a1', 'work');
    expect(store.getState()).toMatchObject({ moduleId: 'work', sheetId: 'a1' });
    store.getState().openModule('paper');
    expect(store.getState()).toMatchObject({ moduleId: 'paper', sheetId: null });
  });

  it('stops at a finding in its module, its proof to the width, and each time anew', () => {
    const store = open('basic');
    store.getState().stopAt(BLOCKING, 'proof');
    expect(store.getState()).toMatchObject({ moduleId: 'work', sheetId: 'proof', fit: 'width' });
    const turn = store.getState().stop?.turn ?? 0;
    store.getState().stopAt(BLOCKING, 'proof');
    expect(store.getState().stop).toEqual({ key: 'b', turn: turn + 1 });
  });

  it('leaves the papers as they lie for a finding about the whole application', () => {
    const store = open('basic');
    store.getState().openSheet('a1', 'paper');
    store.getState().stopAt(foundOf('whole'), null);
    expect(store.getState()).toMatchObject({ moduleId: 'paper', sheetId: 'a1', fit: 'page' });
  });

  it('shows one thing below at a time, and sends the keyboard to the cards each time they are opened', () => {
    const store = open();
    store.getState().openLayer('problems');
    store.getState().decide();
    expect(store.getState()).toMatchObject({ layer: 'decision', cardsTurn: 1 });
    store.getState().openLayer('none');
    store.getState().decide();
    expect(store.getState().cardsTurn).toBe(2);
  });
});

describe('coming back to the desk', () => {
  it('finds the same application as it was left, another one and a closed one anew', () => {
    const keeper = createBenchKeeper();
    const make = () => createWorkbenchStore({ moduleId: 'basic', key: null });
    const first = keeper.storeOf('a', make);
    expect(keeper.storeOf('a', make)).toBe(first);
    expect(keeper.storeOf('b', make)).not.toBe(first);
    expect(keeper.storeOf('a', make)).not.toBe(first);
    const again = keeper.storeOf('a', make);
    keeper.forget();
    expect(keeper.storeOf('a', make)).not.toBe(again);
  });
});
