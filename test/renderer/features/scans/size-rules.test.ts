/** Size rules as the office reads and adds them. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SIZE_RULE } from '#model/scan.ts';
import { ruleFor } from '#core/scans/size.rules.ts';
import { inOrder, newRuleProblem, ruleSentence, ruleTitle } from '../../../../renderer/features/scans/size-rules.ts';

const KINDS = [{ id: 'diploma', label: '毕业证书' }];
const row = (committee: string | null, material: string | null, kb = 600) => ({
  committee,
  material,
  rule: { ...DEFAULT_SIZE_RULE, maxBytes: kb * 1024 },
});
const ALL = [row(null, null, 1), row('甲评委会', null, 2), row(null, 'diploma', 3), row('甲评委会', 'diploma', 4)];

describe('size rules', () => {
  it('are named by whom and what they are for', () => {
    expect(ALL.map((one) => ruleTitle(one, KINDS))).toEqual([
      '其余所有材料',
      '甲评委会 · 所有材料',
      '所有评委会 · 毕业证书',
      '甲评委会 · 毕业证书',
    ]);
    expect(ruleSentence(row('甲评委会', 'diploma', 300), KINDS)).toBe(
      '报到甲评委会的，毕业证书每张不超过300KB，不低于150dpi。',
    );
    expect(ruleSentence(row(null, 'diploma', 300), KINDS)).toBe(
      '不论报到哪个评委会，毕业证书每张不超过300KB，不低于150dpi。',
    );
  });

  it.each([
    ['甲评委会', 'diploma:1'],
    ['甲评委会', 'award:1'],
    ['乙评委会', 'diploma:1'],
    ['乙评委会', null],
  ])('stand as they count: of %s and %s the first that fits is the one it is made by', (committee, materialId) => {
    const first = inOrder(ALL).find(
      (one) =>
        (one.committee === null || one.committee === committee) &&
        (one.material === null || one.material === materialId?.split(':')[0]),
    );
    expect(first?.rule).toEqual(ruleFor(ALL, { committee, materialId }));
  });

  it('are not added without a subject, twice, or with a number nobody can keep', () => {
    expect(newRuleProblem(row(null, null), ALL)).toContain('请写明评委会或选一种材料');
    expect(newRuleProblem(row(null, 'diploma'), ALL)).toContain('上面已有这一条');
    expect(newRuleProblem(row('乙评委会', 'diploma', 5), ALL)).toContain('大小要在20KB到10240KB之间');
    expect(newRuleProblem(row('乙评委会', 'diploma'), ALL)).toBeNull();
  });
});
