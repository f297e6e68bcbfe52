/** A finding as the core tells of it, to be changed as a test needs. */
import type { Found } from '../../../../renderer/features/application/finding-list.ts';

export function foundOf(key: string, over: Partial<Found> = {}): Found {
  return {
    key,
    rule: key,
    severity: 'look',
    audience: 'applicant',
    moduleId: null,
    recordId: null,
    field: null,
    attachmentId: null,
    fact: '毕业时间填2010-07，证书为2010-06',
    advice: '请改正',
    source: '五(二)2',
    canOverride: false,
    answer: null,
    ...over,
  };
}

export const ANSWER: NonNullable<Found['answer']> = {
  kind: 'dismissed',
  reason: '已与原件核对。',
  by: '李敏',
  at: Date.parse('2026-09-18T10:40+08:00'),
};
