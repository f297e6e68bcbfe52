/** The settings there are, as data: what each is called, its choices and what it does (ux 3.16). */
import type { Settings } from './defaults.ts';

type Key = keyof Settings;
export type Choice<K extends Key> = Readonly<{ value: Settings[K]; label: string }>;
export type Setting<K extends Key = Key> = Readonly<{
  key: K;
  label: string;
  note: string;
  choices: readonly Choice<K>[];
}>;
export type Group = Readonly<{ title: string; settings: readonly AnySetting[] }>;
export type AnySetting = { [K in Key]: Setting<K> }[Key];

const minutes = <T extends number>(...values: readonly T[]) =>
  values.map((value) => ({ value, label: `${value}分钟` }));
const YES_NO = [
  { value: true, label: '是' },
  { value: false, label: '否' },
] as const;

export const GROUPS: readonly Group[] = [
  {
    title: '显示',
    settings: [
      {
        key: 'textSize',
        label: '字号',
        note: '整页一起变大，行距也随着变大。',
        choices: [
          { value: 'standard', label: '标准' },
          { value: 'large', label: '大' },
          { value: 'largest', label: '特大' },
        ],
      },
    ],
  },
  {
    title: '审核',
    settings: [
      {
        key: 'opensNext',
        label: '办完自动到下一件',
        note: '办完一件，打开同一视图里还没办的下一件。',
        choices: YES_NO,
      },
      {
        key: 'viewerKeys',
        label: '看图单键',
        note: '光标在扫描件上时，+ − 缩放，0整页，R转向，数字键归位。',
        choices: YES_NO,
      },
      {
        key: 'undoHoldMinutes',
        label: '发出前可撤回',
        note: '办好的决定先留在本机，过了这段时间才送出。离截止不到2小时时立即发送。',
        choices: [{ value: 0, label: '立即发送' }, ...minutes(5, 10, 30)],
      },
      {
        key: 'idleLockMinutes',
        label: '无操作锁定',
        note: '锁定前先保存，解锁后回到原处。',
        choices: minutes(5, 10, 20, 30),
      },
    ],
  },
];

/** Keys of a group that are not as they came. */
export function changedKeys(group: Group, settings: Settings, defaults: Settings): readonly Key[] {
  return group.settings.map(({ key }) => key).filter((key) => settings[key] !== defaults[key]);
}
