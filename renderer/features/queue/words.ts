/** Every text of the queue (ux 3.2). */
import type { QueueView } from './queue-store.ts';

export const VIEW_WORDS: readonly Readonly<{ view: QueueView; label: string }>[] = [
  { view: 'to-review', label: '待审核' },
  { view: 'urgent', label: '快到期' },
  { view: 'ready', label: '可通过' },
  { view: 'resubmitted', label: '修改后再报' },
  { view: 'with-applicant', label: '等申报人修改' },
  { view: 'undelivered', label: '已决定未送达' },
  { view: 'all', label: '全部' },
];

/** What the column 「问题」 can be narrowed to. */
export const PROBLEM_WORDS = { blocking: '有必须解决的', look: '有需核对的', none: '没有这两种' } as const;

export const EMPLOYMENT_WORDS = {
  staff: '在编在岗',
  'off-staff': '编外聘用',
  dispatch: '劳务派遣',
  'worker-in-technical-post': '工勤转专技岗',
  'manager-in-technical-post': '管理转专技岗',
  seconded: '借调',
  postdoc: '企业博士后',
  freelancer: '自由职业',
  'civil-servant': '公务员（含参公管理）',
  retired: '离退休人员',
} as const;

export const STATE_WORDS = {
  'unit-review': '待单位审核',
  'with-applicant': '等申报人修改',
  'superior-review': '主管部门审核中',
  'city-review': '市级审核中',
  accepted: '电子材料已通过',
  withdrawn: '申报人已撤回',
  closed: '本年度不再受理',
} as const;
