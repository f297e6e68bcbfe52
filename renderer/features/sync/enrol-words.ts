import { checkCreditCode } from '#model/credit-code.ts';
import type { Failure } from '#model/result.ts';
import { troubleOf, type Trouble } from '../../ui/trouble.ts';

const LENGTH = 18;

/** While typing only what is certainly wrong is said; `isFinished` also says what is missing. */
export function creditCodeProblem(text: string, isFinished: boolean): string | null {
  const checked = checkCreditCode(text);
  if (checked.ok) return null;
  const { error } = checked;
  if (error.code !== 'wrong-length') return `信用代码第${error.details.position}位不对，请照证照核对。`;
  const { length } = error.details;
  if (length > LENGTH) return `信用代码有18位，现在是${length}位，请照证照核对。`;
  if (!isFinished) return null;
  return length === 0 ? '请填写。' : `信用代码有18位，还差${LENGTH - length}位。`;
}

export function addressProblem(text: string): string | null {
  const address = text.trim();
  if (address === '') return '请填写。';
  if (!URL.canParse(address) || !/^https?:\/\//i.test(address)) return '地址不完整，请照通知填，以https://开头。';
  return null;
}

const TROUBLES: Readonly<Record<string, Trouble>> = {
  'bad-credit-code': {
    happened: '信用代码校验不符。',
    meaning: '没有发出登录。',
    advice: '请照证照核对18位代码。',
  },
  'insecure-address': {
    happened: '这个地址不加密，没有登录。',
    meaning: '口令和申报材料不能走不加密的线路。',
    advice: '请改用以https://开头的地址。',
  },
  'city-unreachable': {
    happened: '连不上市系统，没有登录。',
    meaning: '填的内容还在屏幕上。',
    advice: '请看网络是否接好、地址对不对，再试一次；也可以以后再登录。',
  },
  'not-the-city': {
    happened: '对方不是市系统，或安全证书不对，已停止连接。',
    meaning: '口令没有保存。可能连到了假冒网站，或要先登录单位的上网页面。',
    advice: '请核对地址，换一个网络再试。',
  },
  'account-locked': {
    happened: '单位账号已被市系统锁定。',
    meaning: '暂时不能登录，本机的工作不受影响。',
    advice: '请联系市系统管理员解锁。',
  },
  'already-enrolled': {
    happened: '本机已经登录过市系统。',
    meaning: '不用再登录，没有改变什么。',
    advice: '请到“收发”看最近一次联系。',
  },
  'invalid-input': {
    happened: '有一栏填得不对。',
    meaning: '没有发出登录。',
    advice: '请核对地址和账号，再试一次。',
  },
};

export function enrolTrouble(failure: Failure): Trouble {
  if (failure.code !== 'bad-credentials') return troubleOf(failure, TROUBLES);
  const left = failure.details?.['attemptsLeft'];
  return {
    happened: '账号或口令不对。',
    meaning: typeof left === 'number' ? `还可以试${left}次，用完会锁定单位账号。` : '没有登录。',
    advice: '请核对信用代码、账号和口令。',
  };
}
