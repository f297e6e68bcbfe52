/** What happened to a notice, in one sentence each. */
import { formatMonthDay, parsePlainDate } from '#model/beijing-time.ts';
import { FACT_WORDS } from './trouble-words.ts';
import type { Notice } from './types.ts';

export type Change = Notice['changes'][number];

export function changeWords({ kind, detail }: Change): string {
  const of = (key: string) => detail[key] ?? '';
  const why = of('reason') === '' ? '' : `。原因：${of('reason')}`;
  switch (kind) {
    case 'posted':
      return `生成公示，${of('people')}人，${day(of('postedOn'))}发布，${day(of('endsOn'))}满`;
    case 'moved':
      return `发布日由${day(of('from'))}改为${day(of('to'))}，${day(of('endsOn'))}满${why}`;
    case 'amended':
      return `更正${beforeWords(detail)}`;
    case 'cancelled':
      return `撤销公示${why}`;
    case 'taken-off':
      return `移出${of('name')}${why}`;
    case 'objection-raised':
      return `登记对${of('name')}的异议，${day(of('receivedOn'))}收到`;
    case 'objection-settled':
      return `核实对${of('name')}的异议：${of('verdict') === 'upheld' ? '属实' : '不属实'}`;
    case 'concluded':
      return `结束公示，${of('people')}人`;
    case 'reopened':
      return `取消${of('name')}的公示结论${why}`;
    case 'dispatch':
      return `登记${of('name')}的双公示、双审核、双盖章`;
    case 'photo-added':
      return `加照片${of('name')}`;
    case 'photo-removed':
      return `去掉照片${of('name')}`;
    case 'sent-again':
      return '公示记录重新报送';
  }
}

function day(date: string): string {
  return parsePlainDate(date) === null ? '' : formatMonthDay(date);
}

/** 「，改前地点和方式“校门口”，受理异议的电话没有写」 */
function beforeWords(detail: Change['detail']): string {
  const parts = Object.entries(detail).flatMap(([key, text]) => {
    const word = FACT_WORDS[key];
    return word === undefined ? [] : text === '' ? `${word}没有写` : `${word}“${text}”`;
  });
  return parts.length === 0 ? '' : `，改前${parts.join('，')}`;
}
