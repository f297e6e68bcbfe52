import { describe, expect, it } from 'vitest';
import { MODULE_IDS, type ModuleId } from '#model/modules.ts';
import {
  createWorkbenchStore,
  nextUnseen,
  startModule,
} from '../../../../renderer/features/application/workbench-store.ts';

describe('an application opens', () => {
  it.each<[string, ModuleId[], ModuleId[], ModuleId]>([
    ['at the beginning, when nothing was seen', [], [], 'basic'],
    ['on what was changed since it was seen', ['paper'], ['basic'], 'paper'],
    ['on the first of what was changed', ['education', 'paper'], [], 'education'],
    ['on the first that was not seen', [], ['basic', 'current-title', 'study'], 'education'],
    ['at the beginning again, when all was seen', [], [...MODULE_IDS], 'basic'],
  ])('%s', (_when, changed, seen, expected) => {
    expect(startModule(changed, seen)).toBe(expected);
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
  it('starts with the module’s first scan and no decision', () => {
    const state = createWorkbenchStore('education', false).getState();
    expect(state).toMatchObject({ moduleId: 'education', attachmentId: null, isPanelOpen: false, decision: null });
  });

  it('forgets the scan when another module is opened, and follows a scan to its module', () => {
    const store = createWorkbenchStore('education', true);
    store.getState().openScan('a1', 'work');
    expect(store.getState()).toMatchObject({ moduleId: 'work', attachmentId: 'a1' });
    store.getState().openModule('paper');
    expect(store.getState()).toMatchObject({ moduleId: 'paper', attachmentId: null });
  });

  it('opens the panel with the decision that was chosen, and keeps it when the panel is shut', () => {
    const store = createWorkbenchStore('education', false);
    store.getState().choose('return');
    expect(store.getState()).toMatchObject({ decision: 'return', isPanelOpen: true });
    store.getState().openPanel(false);
    expect(store.getState()).toMatchObject({ decision: 'return', isPanelOpen: false });
  });
});
