/** Every text of unlocking and the first run (ux 3.1). */
import type { Failure } from '#model/result.ts';
import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';
import { troubleOf, type Trouble } from '../../ui/trouble.ts';

export type AccessStatus = z.output<AppContract['access']['status']['output']>;
export type PersonRow = AccessStatus['people'][number];
export type Role = PersonRow['role'];

export const ROLE_WORDS: Readonly<Record<Role, string>> = { clerk: '经办', reviewer: '审核', head: '负责人' };

const SUPPORT = '0871-63108336';
/** code points, as a person counts them; the core has the last word */
export const SHORTEST_PASSPHRASE = 8;

export function isLongEnough(passphrase: string): boolean {
  return [...passphrase.normalize('NFKC')].length >= SHORTEST_PASSPHRASE;
}

export function personWords({ name, role, isLocked }: PersonRow): string {
  const shown = name === '' ? '姓名要用恢复码解锁后才能看到' : `${name}（${ROLE_WORDS[role]}）`;
  return isLocked ? `${shown} 已锁定` : shown;
}

export const LOCKED_TEXT = '您的账户已锁定。本机的工作都已保存。请用恢复码解锁，并换一个新口令。';

const TROUBLES: Readonly<Record<string, Trouble>> = {
  'person-locked': {
    happened: '您的账户已锁定。',
    meaning: '本机的工作都已保存。',
    advice: '请用恢复码解锁，并换一个新口令。',
  },
  'unknown-person': { happened: '这台电脑上没有这个使用人。', meaning: '没有改变什么。', advice: '请重新选使用人。' },
  'archive-missing': {
    happened: '找不到档案文件。',
    meaning: '它可能被移走或删去，程序没有新建空的档案，也没有写入任何东西。',
    advice: `请把文件放回原处，再试一次；找不到时联系技术支持${SUPPORT}。`,
  },
  'archive-newer': {
    happened: '档案是用更新的版本建的，这个版本打不开。',
    meaning: '档案完好，没有写入任何东西。',
    advice: '请安装新版本再打开。',
  },
  'wrong-recovery-code': {
    happened: '恢复码不对。',
    meaning: '没有解锁，口令也没有改。',
    advice: '请照纸上的28个字符再输一遍，不分大小写，横线可以不输。',
  },
  'passphrase-too-short': { happened: '口令太短。', meaning: '没有保存。', advice: '请至少用8个字符。' },
  'already-set-up': {
    happened: '这台电脑上已经建过档案。',
    meaning: '没有改变什么。',
    advice: '请重新打开程序，用原来的口令解锁。',
  },
  'invalid-input': {
    happened: '有一栏填得不对。',
    meaning: '没有保存。',
    advice: '请看姓名和口令是否填好，再试一次。',
  },
};

const DAMAGED: Trouble = {
  happened: '档案打不开：文件已损坏，或被换成了较早的。',
  meaning: '为了不弄坏剩下的内容，没有写入任何东西。',
  advice: `请不要删除或移动任何文件，联系技术支持${SUPPORT}。`,
};

/** A sound archive that cannot be opened just now is not called damaged. */
const BY_REASON: Readonly<Record<string, Trouble>> = {
  'in-use': {
    happened: '档案正被另一个程序使用。',
    meaning: '档案完好，没有写入任何东西。',
    advice: '请关上另一个职称审核台，再试一次。',
  },
  'disk-full': {
    happened: '磁盘已满，档案打不开。',
    meaning: '档案完好，没有写入任何东西。',
    advice: '请清出200MB后再试一次。',
  },
  'other-account': {
    happened: '这份档案是在电脑的另一个系统账户下建的，口令在这里不起作用。',
    meaning: '档案完好，没有写入任何东西。',
    advice: '请换回原来的系统账户，或用恢复码解锁。',
  },
  keyring: {
    happened: '存口令的文件已损坏，没有解锁。',
    meaning: '为了不弄坏剩下的内容，没有写入任何东西。',
    advice: `请不要删除或移动任何文件，联系技术支持${SUPPORT}。`,
  },
};

export function accessTrouble(failure: Failure): Trouble {
  if (failure.code === 'wrong-passphrase') {
    const left = failure.details?.['attemptsLeft'];
    const rest = typeof left === 'number' ? `还可以试${left}次。` : '';
    return { happened: `口令不对，${rest}`, meaning: '3次不对会锁定您的账户。', advice: '' };
  }
  if (failure.code === 'archive-damaged') return BY_REASON[String(failure.details?.['reason'])] ?? DAMAGED;
  return troubleOf(failure, TROUBLES);
}

export const DAMAGED_TROUBLE = DAMAGED;

/** The recovery code uses 0 and 1 only, never O, I or L: what was typed for them is meant for them. */
export function endsLike(recoveryCode: string, typed: string): boolean {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
  return letters.length === 4 && recoveryCode.endsWith(letters);
}
