/** Every text of 资料库 (ux 3.14). */
import { TITLE_LEVELS } from '#model/application.ts';
import type { CommitteeLevel, ContactKind } from '#model/reference.ts';
import type { Trouble } from '../../ui/trouble.ts';
import type { Snippet } from './marks.ts';
import { snippetOf } from './marks.ts';
import type { LibraryTab, Shelf } from './shelves.ts';
import type { Hit } from './types.ts';

export const NOTICE = '与当年通知不一致时，以通知为准';

export const TAB_WORDS: Readonly<Record<LibraryTab, string>> = {
  all: '全部',
  titles: '职称系列',
  committees: '评委会',
  planning: '申报时间',
  offices: '人社局电话',
  recognition: '考核定职',
  questions: '指南问答',
  sections: '填报说明',
  disciplines: '工程技术专业',
  calendar: '日历',
};

type Head = Readonly<{ note: string; source: string }>;

/** What stands above a shelf, and the place of the guide it is taken from. */
export const HEADS: Readonly<Partial<Record<Shelf, Head>>> = {
  titles: { note: '各系列的职称，从正高到员级', source: 'Q1' },
  planning: { note: '评审时间。网上申报比它早2至3个月，以评委会当年的通知为准。', source: 'Q5' },
  disciplines: { note: '申报这些专业，申报类型都勾选“工程技术”。', source: 'Q19' },
};

export const KIND_WORDS: Readonly<Record<Hit['kind'], string>> = {
  title: '职称系列',
  committee: '评委会',
  planning: '申报时间',
  office: '人社局电话',
  contact: '联系方式',
  question: '指南问答',
  section: '填报说明',
  discipline: '工程技术专业',
};

export const COMMITTEE_LEVEL_WORDS: Readonly<Record<CommitteeLevel, string>> = { high: '高级', middle: '中级' };
export const CONTACT_WORDS: Readonly<Record<ContactKind, string>> = { phone: '电话', web: '网址', mail: '邮箱' };

export function nothingWords(query: string): string {
  return `没有找到“${query}”。换个简称，或按系列查。`;
}

/** What an entry is called in a list, and the field it stands in. */
export function nameOf(hit: Hit): Readonly<{ path: string; text: string }> {
  switch (hit.kind) {
    case 'planning':
      return { path: 'committee', text: hit.item.committee };
    case 'question':
      return { path: 'title', text: hit.item.title };
    case 'section':
      return { path: 'title', text: hit.item.title };
    case 'title':
    case 'committee':
    case 'office':
    case 'contact':
    case 'discipline':
      return { path: 'name', text: hit.item.name };
  }
}

/** One line about an entry: the field that was found, else what it is about. */
export function summaryOf(hit: Hit): Snippet {
  const name = nameOf(hit).path;
  const found = hit.matches.find(
    ({ path }) => path !== name && path !== 'id' && !path.startsWith('phones') && path !== 'value',
  );
  return found ? snippetOf(found.text, found.ranges) : snippetOf(aboutOf(hit), []);
}

function aboutOf(hit: Hit): string {
  switch (hit.kind) {
    case 'title': {
      const ladder = hit.item.ladders[0] ?? {};
      return TITLE_LEVELS.flatMap((level) => ladder[level] ?? []).join(' ');
    }
    case 'committee':
      return hit.item.body;
    case 'planning':
      return `${hit.item.due}评审 ${hit.item.body}`;
    case 'office':
      return hit.item.address;
    case 'contact':
      return CONTACT_WORDS[hit.item.kind];
    case 'question':
      return hit.item.id;
    case 'section':
      return hit.item.path.join('，');
    case 'discipline':
      return '申报类型勾选“工程技术”';
  }
}

export const LIBRARY_TROUBLES: Readonly<Record<string, Trouble>> = {
  'no-such-edition': {
    happened: '本机没有指南的资料。',
    meaning: '审核不受影响，只是资料库暂时是空的。',
    advice: '请重新安装程序；急用时可打0871-63108336。',
  },
  'reference-damaged': {
    happened: '资料库有一个文件坏了，读不出来。',
    meaning: '审核不受影响，只是资料库暂时不能用。',
    advice: '请重新安装程序；急用时可打0871-63108336。',
  },
  'no-such-passage': {
    happened: '这一版指南里没有这一条。',
    meaning: '别的内容都在。',
    advice: '可以换一个词再查。',
  },
};
