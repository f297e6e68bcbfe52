import { describe, expect, it } from 'vitest';
import { createResemblance } from '#core/opinion/resemblance.ts';
import { EVALUATION } from '../../../support/opinion-form.ts';

/** Evaluations and names that a test may change under it, and how often all of them were read. */
function open(given: Record<string, string>) {
  const held = new Map(Object.entries(given));
  const names = new Map([...held.keys()].map((id) => [id, `名${id}`]));
  let readings = 0;
  const resemblance = createResemblance({
    evaluations(id) {
      if (id === undefined) readings += 1;
      return [...held].flatMap(([one, evaluation]) =>
        id === undefined || one === id ? [{ id: one, evaluation }] : [],
      );
    },
    nameOf: (id) => names.get(id) ?? null,
  });
  return { resemblance, held, names, readings: () => readings };
}

describe('whose evaluation another resembles', () => {
  it('is the one most alike, never the person, nor somebody who has left the unit', () => {
    const { resemblance, names } = open({
      a: EVALUATION,
      b: `${EVALUATION}获市级优秀教师。`,
      c: `${EVALUATION}指导。`,
      d: '另一段话',
    });
    expect(resemblance.closest('a', EVALUATION)).toMatchObject({ name: '名c' });
    names.delete('c');
    expect(resemblance.closest('a', EVALUATION)).toMatchObject({ name: '名b' });
    names.delete('b');
    expect(resemblance.closest('a', EVALUATION)).toBeNull();
  });

  it('follows what changes by reading that one alone', () => {
    const { resemblance, held, readings } = open({ a: EVALUATION, b: '' });
    expect(resemblance.closest('a', EVALUATION)).toBeNull();
    held.set('b', EVALUATION);
    resemblance.changed('b');
    expect(resemblance.closest('a', EVALUATION)).toEqual({ name: '名b', percent: 100 });
    held.delete('b');
    resemblance.changed('b');
    expect(resemblance.closest('a', EVALUATION)).toBeNull();
    expect(readings()).toBe(1);
  });

  it('is found among 2,000 in less than an autosave may take', () => {
    const works = ['教学', '科研', '管理', '服务', '创新', '课题', '竞赛', '指导', '实验', '论文'];
    const text = (n: number) =>
      Array.from({ length: 60 }, (_, at) => works[(n * 7 + at * at * (1 + (n % 9))) % 10]).join('同');
    const { resemblance } = open(Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`p${n}`, text(n)])));
    resemblance.closest('p0', EVALUATION);
    const took = Array.from({ length: 9 }, (_, n) => {
      const began = performance.now();
      resemblance.closest(`p${n}`, text(n));
      return performance.now() - began;
    });
    expect(took.toSorted((a, b) => a - b)[4]).toBeLessThan(20);
  });
});
