/** The papers of one person by the names that stand on them. */
import type { PersonPaper } from '#model/paper.ts';

export const PAPER_TITLES: Readonly<Record<PersonPaper, string>> = {
  'bag-cover': '档案袋封面',
  'material-list': '申报材料目录',
  'evaluation-form': '专业技术职务任职资格评审表',
  'publicity-proof': '公示情况证明',
  'endorsed-copies': '申报材料复印件',
  'return-letter': '退回修改意见',
};
