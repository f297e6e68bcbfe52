/** What each refusal of the core means here, and what to do (ux 5.3). One text for every code of the contract. */
import { plainDate } from '#model/beijing-time.ts';
import type { Failure } from '#model/result.ts';
import { troubleOf, troubleText, type Trouble } from '../../ui/trouble.ts';
import type { PublicityMethod } from './types.ts';
import { tooEarlyWords } from './words.ts';

export const FACT_WORDS: Readonly<Record<string, string>> = {
  place: '地点和方式',
  shown: '公示内容',
  contact: '受理部门或联系人',
  phone: '受理异议的电话',
  materialsAt: '材料在哪里看',
};

const TROUBLES: Readonly<Record<string, Trouble>> = {
  'already-concluded': {
    happened: '这份公示已经有人结束了。',
    meaning: '发布日没有改，其他内容都在。',
    advice: '要改，请先把已结束的人改回公示中。',
  },
  'already-approved': {
    happened: '已经有人凭这份公示通过了。',
    meaning: '这一步没有办成，公示照旧。',
    advice: '还没送出的，可以先在收发里撤回通过，再来改。',
  },
  'already-settled': {
    happened: '这件异议已经核实过了。',
    meaning: '这次没有再记，原来的结论还在。',
    advice: '请看最新的记录。',
  },
  'file-gone': {
    happened: '这个文件读不到了，可能已移走或改名。',
    meaning: '照片没有加上，别的都在。',
    advice: '请重新选一次。',
  },
  'not-a-picture': {
    happened: '这个文件不是JPG或PNG图片。',
    meaning: '照片没有加上，别的都在。',
    advice: '手机照片可改为“兼容性最佳”后重拍，或另存为JPG再选。',
  },
  'too-large': {
    happened: '这张照片太大。',
    meaning: '照片没有加上，别的都在。',
    advice: '请缩小到20MB以内再选。',
  },
};

const OWN: Readonly<Partial<Record<PublicityMethod, Readonly<Record<string, Trouble>>>>> = {
  notice: {
    'not-found': { happened: '这份公示已经不在了。', meaning: '别的公示都在。', advice: '请在左边另选一份。' },
  },
  post: {
    nobody: {
      happened: '选的人现在都不能公示。',
      meaning: '没有生成公示，写的内容都在。',
      advice: '请看每个人的原因，或提早发布日。',
    },
  },
  conclude: {
    nobody: {
      happened: '没有可以结束的人。',
      meaning: '公示照旧，没有改变。',
      advice: '请先核实异议，补齐劳务派遣的公示、审核和盖章。',
    },
  },
  raiseObjection: {
    'outside-notice': {
      happened: '收到异议的日期在发布之前，或在今天之后。',
      meaning: '异议没有记下，写的内容还在。',
      advice: '请改日期。',
    },
  },
  settleObjection: {
    'outside-notice': {
      happened: '核实的日期早于收到异议的日期，或在今天之后。',
      meaning: '结论没有记下，写的内容还在。',
      advice: '请改日期。',
    },
  },
};

/** Refusals that name a fact. */
function factualTrouble({ code, details }: Failure): Trouble | null {
  switch (code) {
    case 'calendar-missing':
      return calendarMissing(Number(details?.['year']));
    case 'notice-incomplete':
      return incomplete(details?.['missing']);
    case 'too-early':
      return typeof details?.['possibleFrom'] === 'string'
        ? { happened: tooEarlyWords(plainDate(details['possibleFrom'])), meaning: '公示照常进行。', advice: '' }
        : { happened: '公示期还没有满，现在不能结束。', meaning: '公示照常进行。', advice: '请等期满后再办。' };
    default:
      return null;
  }
}

export function calendarMissing(year: number): Trouble {
  const which = Number.isInteger(year) ? `${year}年` : '那一年的';
  return {
    happened: `${which}放假安排还没有装入。`,
    meaning: '算不出公示期满的日子，没有按周一至周五去猜。',
    advice: '请装入日历。',
  };
}

function incomplete(missing: unknown): Trouble {
  const keys = Array.isArray(missing) ? missing : [];
  const words = keys.map((key) => FACT_WORDS[String(key)]).filter((word) => word !== undefined);
  return {
    happened: words.length === 0 ? '公示内容还没有写全。' : `还没有写：${words.join('、')}。`,
    meaning: '没有办成，写的内容都在。',
    advice: '请补上再办。',
  };
}

export function publicityTrouble(method: PublicityMethod, failure: Failure): Trouble {
  return factualTrouble(failure) ?? troubleOf(failure, { ...TROUBLES, ...OWN[method] });
}

export function publicityRefusal(method: PublicityMethod, failure: Failure): string {
  return troubleText(publicityTrouble(method, failure));
}
