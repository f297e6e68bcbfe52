import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCrossIndex, identityHash, personalScansOf, type CrossPart } from '#core/findings/cross.ts';
import { completeApplication, withScan } from '../../../support/complete-application.ts';

const onBug = (rule: string, error: unknown): never => {
  throw new Error(`${rule} broke`, { cause: error });
};
const diploma = (hash: string) =>
  ({ label: '毕业证书', hash, attachmentId: `scan-${hash}`, moduleId: 'education' }) as const;
function part(id: string, over: Partial<CrossPart> = {}): CrossPart {
  return { id, name: `人${id}`, title: '高级教师', year: 2026, identity: `of-${id}`, personalScans: [], ...over };
}
function indexOf(...parts: readonly CrossPart[]) {
  const index = createCrossIndex();
  for (const one of parts) index.set(one);
  return (id: string) => index.findings(id, onBug).map(({ rule, fact }) => `${rule} ${fact}`);
}

describe('identity.duplicate (五(二)3(1))', () => {
  it('names the other application, to both, however the number is typed', () => {
    const factsOf = indexOf(
      part('a', { identity: identityHash('53010219200508011X') }),
      part('b', { identity: identityHash(' 53010219200508011x'), title: '一级教师' }),
    );
    expect(factsOf('a')).toEqual(['identity.duplicate 本单位本年度另有申报用同一身份证号（人b 一级教师）']);
    expect(factsOf('b')).toEqual(['identity.duplicate 本单位本年度另有申报用同一身份证号（人a 高级教师）']);
  });

  it('does not mind another year', () => {
    expect(indexOf(part('a', { identity: '1' }), part('b', { identity: '1', year: 2025 }))('a')).toEqual([]);
  });
});

describe('scan.shared (一(一))', () => {
  it('names who has the same picture', () => {
    const factsOf = indexOf(
      part('a', { personalScans: [diploma('x')] }),
      part('b', { personalScans: [diploma('x'), diploma('y')] }),
    );
    expect(factsOf('a')).toEqual(['scan.shared 毕业证书与人b的是同一张图片']);
    expect(factsOf('b')).toEqual(['scan.shared 毕业证书与人a的是同一张图片']);
  });

  it('does not mind one person’s two applications', () => {
    const same = { identity: '1', personalScans: [diploma('x')] };
    expect(indexOf(part('a', same), part('b', same))('a')).toEqual([
      'identity.duplicate 本单位本年度另有申报用同一身份证号（人b 高级教师）',
    ]);
  });

  it('names three and no more', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => part(id, { personalScans: [diploma('x')] }));
    expect(indexOf(...many)('f')).toEqual(['scan.shared 毕业证书与人a、人b、人c等人的是同一张图片']);
  });

  it('is about papers that only one person can have', () => {
    const labels = personalScansOf(withScan(completeApplication(), 'award', '优秀教师奖状.jpg')).map(
      ({ label }) => label,
    );
    expect(labels).toEqual(['身份证', '身份证', '职称申报承诺书', '职称证书', '毕业证书', '学位证书']);
  });
});

/** Things happening to a handful of applications: come or changed with these papers, or gone. */
const Happening = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  identity: fc.constantFrom('1', '2', '3', ''),
  scans: fc.subarray(['x', 'y', 'z']),
  isGone: fc.boolean(),
});

describe('whoever changes', () => {
  it('names all others about whom something else is to be said', () => {
    fc.assert(
      fc.property(fc.array(Happening, { maxLength: 30 }), (happenings) => {
        const index = createCrossIndex();
        const ids = ['a', 'b', 'c', 'd', 'e'];
        for (const { id, identity, scans, isGone } of happenings) {
          const said = (one: string) => JSON.stringify(index.findings(one, onBug).map(({ key, fact }) => [key, fact]));
          const before = new Map(ids.map((one) => [one, said(one)]));
          const touched = isGone
            ? index.delete(id)
            : index.set(part(id, { identity, personalScans: scans.map(diploma) }));
          const changed = ids.filter((one) => one !== id && said(one) !== before.get(one));
          expect(touched).toEqual(expect.arrayContaining(changed));
        }
      }),
    );
  });

  it('names nobody when it came again as it was', () => {
    const index = createCrossIndex();
    index.set(part('a', { personalScans: [diploma('x')] }));
    expect(index.set(part('b', { personalScans: [diploma('x')] }))).toEqual(['a']);
    expect(index.set(part('b', { personalScans: [diploma('x')] }))).toEqual([]);
  });
});
