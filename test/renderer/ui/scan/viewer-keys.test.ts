import { describe, expect, it } from 'vitest';
import { viewerAct, type ViewerKey } from '../../../../renderer/ui/scan/viewer-keys.ts';

const key = (over: Partial<ViewerKey>): ViewerKey => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...over,
});

describe('keys of the viewer', () => {
  it.each([
    ['the next page', key({ key: 'PageDown', code: 'PageDown' }), 'next'],
    ['the page before', key({ key: 'PageUp', code: 'PageUp' }), 'previous'],
    ['R by its place, in Chinese mode too', key({ key: 'Process', code: 'KeyR' }), 'turn'],
    ['S for the seals', key({ key: 's', code: 'KeyS' }), 'seal'],
    ['+ without Shift', key({ key: '=', code: 'Equal' }), 'in'],
    ['Ctrl and − as in a browser', key({ key: '-', code: 'Minus', ctrlKey: true }), 'out'],
    ['⌘ and 0', key({ key: '0', code: 'Digit0', metaKey: true }), 'page'],
    ['Ctrl+R is the browser’s own', key({ key: 'r', code: 'KeyR', ctrlKey: true }), null],
    ['Alt and a letter is a menu’s', key({ key: 'r', code: 'KeyR', altKey: true }), null],
    ['an arrow moves the page by itself', key({ key: 'ArrowDown', code: 'ArrowDown' }), null],
  ])('%s', (_what, event, act) => {
    expect(viewerAct(event, true)).toBe(act);
  });

  it('without single keys only what is no letter or digit acts', () => {
    expect(viewerAct(key({ code: 'KeyR', key: 'r' }), false)).toBeNull();
    expect(viewerAct(key({ code: 'Equal', key: '+' }), false)).toBeNull();
    expect(viewerAct(key({ code: 'PageDown', key: 'PageDown' }), false)).toBe('next');
    expect(viewerAct(key({ code: 'Equal', key: '+', ctrlKey: true }), false)).toBe('in');
  });
});
