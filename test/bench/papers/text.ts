/** What every program of the bench makes a file of: pages of one scan, five lines of Chinese and, now and then, a bookmark. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

const KB = 1024;
export const LEAST_BYTES = 246 * KB;
export const MOST_BYTES = 300 * KB;
/** A4 at 200 dpi */
export const SCAN = { width: 1654, height: 2339, dpi: 200 };
/** Every other scan is grey. */
export const isGrey = (no: number): boolean => no % 2 === 1;
export const FONT_SIZE = 10.5;
const PAGES_A_BOOKMARK = 10;

export function scansIn(folder: string): readonly string[] {
  const names = readdirSync(folder);
  return names
    .filter((name) => name.endsWith('.jpg'))
    .toSorted()
    .map((name) => path.join(folder, name));
}

const SENTENCES = [
  '经审核原件，申报材料真实，申报人符合申报条件，同意推荐。',
  '任现职以来承担高三语文教学，指导青年教师三名，获市级优质课一等奖。',
  '毕业证书、学位证书、教师资格证书、继续教育登记表复印件与原件一致。',
  '近五年年度考核均为合格以上等次，其中二〇二三年度、二〇二四年度为优秀。',
  '于公告栏、内网公示五个工作日，期间未收到异议，公示情况证明附后。',
  '主持完成省级课题《乡村学校整本书阅读策略研究》，排名第一，已结题。',
  '单位推荐评审小组应到九人，实到九人，同意九票，反对零票，弃权零票。',
  '云南省昆明市五华区、盘龙区、官渡区、西山区、呈贡区、安宁市、晋宁区。',
  '地质矿产勘查、水利水电工程、卫生技术、农艺、畜牧兽医、图书资料系列。',
  '段䶮、和·阿丽、李㛃、赵𬀩、钱锺书、孙喆、周镕、吴堃、郑犇、王燊等同志。',
] as const;

/** Different on each page, so that nothing can be reused. */
export function linesOf(page: number): readonly string[] {
  return Array.from({ length: 5 }, (_, n) => {
    const sentence = SENTENCES[(page * 3 + n) % SENTENCES.length] ?? '';
    return `${page + 1}.${n + 1} ${sentence}`;
  });
}

export function bookmarkOf(page: number): string | null {
  return page % PAGES_A_BOOKMARK === 0 ? `第${page / PAGES_A_BOOKMARK + 1}部分` : null;
}
