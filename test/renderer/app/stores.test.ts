import { describe, expect, it } from 'vitest';
import { createNavigation, publicityOf } from '../../../renderer/app/navigation-store.ts';
import { createUndoStore } from '../../../renderer/app/undo-store.ts';

const act = { commandId: 'c1', applicationId: 'a1', name: '段雪梅', decision: 'return', sendsAt: 1 } as const;

describe('where the person is', () => {
  it('keeps the open application while looking elsewhere', () => {
    const navigation = createNavigation();
    navigation.getState().open('a1');
    navigation.getState().go('settings');
    navigation.getState().go('queue');
    expect(navigation.getState().layers).toEqual([{ kind: 'workbench', applicationId: 'a1' }]);
  });
  it('goes back to the list by choosing the place one is in already', () => {
    const navigation = createNavigation();
    navigation.getState().open('a1');
    navigation.getState().go('queue');
    expect(navigation.getState().layers).toEqual([]);
  });
  it('looks at the filing from an opinion and comes back to it, however often', () => {
    const navigation = createNavigation();
    navigation.getState().openOpinion('a1', ['a1', 'a2']);
    for (let times = 0; times < 3; times += 1) {
      navigation.getState().open('a1');
      navigation.getState().openOpinion('a2', ['a1', 'a2']);
    }
    navigation.getState().open('a2');
    navigation.getState().close();
    expect(navigation.getState().layers).toEqual([{ kind: 'opinion', applicationId: 'a2', among: ['a1', 'a2'] }]);
    navigation.getState().close();
    expect(navigation.getState().layers).toEqual([]);
  });
  it('lands at the place of the guide that was meant, and later where the library begins', () => {
    const navigation = createNavigation();
    navigation.getState().open('a1');
    navigation.getState().goToLibrary('Q18');
    expect(navigation.getState()).toMatchObject({ place: 'library', librarySource: 'Q18' });
    navigation.getState().go('queue');
    navigation.getState().go('library');
    expect(navigation.getState()).toMatchObject({ place: 'library', librarySource: null });
    expect(navigation.getState().layers).toEqual([{ kind: 'workbench', applicationId: 'a1' }]);
  });
  it('comes to somebody’s notice, or to its planning', () => {
    expect(publicityOf('a1', 'n1')).toEqual({ tab: 'running', noticeId: 'n1' });
    expect(publicityOf('a1', null)).toEqual({ tab: 'plan', applicationIds: ['a1'] });
  });
  it('comes to the tab of 收发 that was meant', () => {
    const navigation = createNavigation();
    navigation.getState().goToSync('tasks');
    expect(navigation.getState()).toMatchObject({ place: 'sync', syncTab: 'tasks' });
  });
  it('brings people along to 公示 once, and forgets the notice that was open before', () => {
    const navigation = createNavigation();
    navigation.getState().goToPublicity({ tab: 'running', noticeId: 'n1' });
    navigation.getState().goToPublicity({ tab: 'plan', applicationIds: ['a1'] });
    expect(navigation.getState().publicity).toEqual({ tab: 'plan', noticeId: null, applicationIds: ['a1'] });
    navigation.getState().goToPublicity({ tab: 'plan' });
    expect(navigation.getState().publicity.applicationIds).toEqual([]);
  });
});

describe('the act that can be taken back', () => {
  it('gives way to the next one, with what was said of it', () => {
    const undo = createUndoStore();
    undo.getState().post(act);
    undo.getState().say('已发送，不能撤回。');
    undo.getState().post({ ...act, commandId: 'c2' });
    expect(undo.getState()).toMatchObject({ act: { commandId: 'c2' }, answer: null });
  });
  it('is not cleared by the end of an older one', () => {
    const undo = createUndoStore();
    undo.getState().post({ ...act, commandId: 'c2' });
    undo.getState().clear('c1');
    expect(undo.getState().act?.commandId).toBe('c2');
    undo.getState().clear('c2');
    expect(undo.getState().act).toBeNull();
  });
  it('makes its application wait for a decision again once it is taken back', () => {
    const undo = createUndoStore();
    undo.getState().post(act);
    undo.getState().post({ ...act, commandId: 'c2', applicationId: 'a2' });
    undo.getState().undone({ ...act, commandId: 'c2', applicationId: 'a2' });
    expect([...undo.getState().decided]).toEqual(['a1']);
    expect(undo.getState().act).toBeNull();
  });
});
