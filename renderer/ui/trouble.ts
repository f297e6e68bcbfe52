/** Every error says what happened, what it means for the work and what to do (ux 5.3). */
import type { Failure } from '#model/result.ts';

export type Trouble = Readonly<{ happened: string; meaning: string; advice: string }>;

const SUPPORT = '0871-63108336';

const COMMON: Readonly<Record<string, Trouble>> = {
  unreachable: {
    happened: '程序没有应答。',
    meaning: '这一步没有办成，已保存的工作都在。',
    advice: '请再试一次；还不行，请重新打开程序。',
  },
  locked: { happened: '已锁定。', meaning: '这一步没有办成，工作都已保存。', advice: '请解锁后再办。' },
  'disk-full': {
    happened: '没能保存：磁盘已满。',
    meaning: '屏幕上的内容没有丢，已保存的工作都在。',
    advice: '请清出200MB后再试一次。',
  },
  'not-found': { happened: '这一条已经不在了。', meaning: '别处刚刚办过，没有丢东西。', advice: '请看最新的列表。' },
};

/** The text for a failure: the feature's own words first, then those for what can happen to any call. */
export function troubleOf(failure: Failure, own: Readonly<Record<string, Trouble>> = {}): Trouble {
  return own[failure.code] ?? COMMON[failure.code] ?? defect(failure.incident);
}

/** Only for real defects: the incident's number finds it in the log. */
export function defect(incident?: string): Trouble {
  const number = incident === undefined ? '' : `：${incident}`;
  return {
    happened: '程序出了差错，已停在安全的地方。',
    meaning: '您的工作都已保存。',
    advice: `请再试一次；若再出现，把编号告诉技术支持${SUPPORT}${number}。`,
  };
}

export function troubleText({ happened, meaning, advice }: Trouble): string {
  return happened + meaning + advice;
}
