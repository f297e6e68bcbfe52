/** The texts of 「模板」: what each is for, and what is wrong with a file, with the place in it. */
import type { TemplateReason } from '#model/paper.ts';
import type { TemplateProblem } from './types.ts';

/** What it is, and what is to be done about it; `text`: as it stands in the file. */
const REASONS: Readonly<Record<TemplateReason, (text: string) => string>> = {
  'not-docx': () => '不是.docx文件。请在Word或WPS里另存为“Word文档（.docx）”再选。',
  encrypted: () => '文件设了密码。请去掉密码另存一份再选。',
  damaged: () => '文件损坏，打不开。请在Word或WPS里打开，另存一份再选。',
  'too-large': () => '文件超过5MB。请去掉里面的大图片。',
  macros: () => '文件里有宏。请另存为不带宏的“Word文档（.docx）”。',
  external: (text) => `文件会从别处取内容${at(text)}。请断开链接，或改为插入在文件里。`,
  unclosed: (text) => `“${text}”少了右边的“}”。`,
  unopened: (text) => `“${text}”少了左边的“{”。`,
  'full-width': (text) => `“${text}”用了全角的括号。请改成“{”“}”。`,
  'section-unclosed': (text) => `“${text}”只有开头。请在后面补上对应的“{/…}”。`,
  'section-unopened': (text) => `“${text}”只有结尾。请在前面补上对应的“{#…}”。`,
  'section-crossed': (text) => `“${text}”和别的段落交叉了。里面的要先结束。`,
  'wrong-kind': (text) => `“${text}”的写法不对。请照填写项表：列表和条件写成“{#…}…{/…}”，其他写成“{…}”。`,
  'nested-list': (text) => `“${text}”：列表里面不能再放列表。`,
  'outside-list': (text) => `“${text}”只能放在它的列表里面。`,
  picture: () => '有图片，PDF上不画。',
  'text-box': (text) => `有文本框${at(text)}，PDF上不画。`,
  object: () => '有嵌入的对象，PDF上不画。',
  equation: () => '有公式，PDF上不画。',
  field: (text) => `有域${at(text)}，PDF上只照现在的字写。`,
  symbol: () => '有特殊符号，PDF上不画。',
  footnote: () => '有脚注，PDF上不画。',
  comment: () => '有批注，PDF上不画。',
  'tracked-change': () => '有修订痕迹。PDF上按接受全部修订来写。',
  columns: () => '有分栏，PDF上不分栏。',
  'nested-table': () => '表格里套了表格，里面的不画框。',
  borders: () => '有特殊的边框，PDF上画成细线。',
  colour: () => '有颜色，PDF上一律黑色。',
  strike: () => '有删除线，PDF上不画。',
  raised: () => '有上标或下标，PDF上按平常的字写。',
  sheet: () => '纸张不是A4或A3，PDF上按A4。',
  'other-header': () => '首页或偶数页有另外的页眉页脚，PDF上每页一样。',
  'header-layout': () => '页眉页脚里有表格或图片，PDF上只写字。',
};

function at(text: string): string {
  return text === '' ? '' : `（“${text}”）`;
}

export function templateProblemWords({ code, reason, text }: TemplateProblem): string {
  if (reason !== null) return REASONS[reason](text);
  switch (code) {
    case 'unknown-placeholder':
      return `“${text}”不是填写项。请照填写项表改正，或去掉括号。`;
    case 'missing-placeholder':
      return `缺“${text}”。没有它，材料不完整，请补上。`;
    case 'broken-placeholder':
      return `“${text}”写得不完整。`;
    case 'not-drawn':
      return `“${text}”在PDF上不画。`;
    case 'unreadable':
      return '文件打不开。';
  }
}

/** As it is written in the file. */
export function placeholderForm({ name, is }: Readonly<{ name: string; is: 'text' | 'list' | 'condition' }>): string {
  return is === 'text' ? `{${name}}` : `{#${name}}…{/${name}}`;
}
