import { describe, expect, it } from 'vitest';
import { createBatchStore } from '../../../../renderer/features/batch/batch-store.ts';
import { previewLines, stepped } from '../../../../renderer/features/batch/preview-rows.ts';

const will = (id: string) => ({ id, name: id, title: '一级教师', text: '' });
const out = (id: string) => ({ id, name: id, code: 'last-chance' as const, detail: '' });

describe('the preview as one list', () => {
  const lines = previewLines({ will: [will('a')], single: [out('b')], cannot: [out('c'), out('d')] });

  it('puts what will be done first, then what needs a person, then what cannot be done', () => {
    expect(lines.map((line) => (line.kind === 'head' ? `${line.group} ${line.count}` : line.row.id))).toEqual([
      'will 1',
      'a',
      'single 1',
      'b',
      'cannot 2',
      'c',
      'd',
    ]);
  });
  it('never stops the keyboard on the head of a group', () => {
    expect([stepped(lines, 1, 1), stepped(lines, 3, -1), stepped(lines, 1, -1), stepped(lines, 6, 10)]).toEqual([
      3, 1, 1, 6,
    ]);
  });
  it('says that nobody can be done rather than nothing', () => {
    const [head, ...others] = previewLines({ will: [], single: [], cannot: [] });
    expect([head, others]).toEqual([{ kind: 'head', group: 'will', count: 0 }, []]);
  });
});

describe('what is planned for many', () => {
  it('keeps what was unticked until another batch is planned', () => {
    const store = createBatchStore();
    const plan = { kind: 'approve', applicationIds: ['a', 'b'], opinion: '同意推荐。' } as const;
    store.getState().begin(plan);
    store.getState().tick(['a', 'b'], false);
    store.getState().tick(['b'], true);
    expect([...(store.getState().plan?.unticked ?? [])]).toEqual(['a']);
    store.getState().begin({ ...plan, kind: 'return' });
    expect(store.getState().plan).toMatchObject({ kind: 'return', unticked: new Set() });
  });
});
