/** Phrases to begin with: what units ask for most often, after the guide's 五(二), Q14 and Q19. */
import type { ModuleId } from '#model/modules.ts';

export const STARTER_PHRASES: readonly (readonly [ModuleId | null, string])[] = [
  ['education', '毕业证书、学位证书扫描件不清晰，请按原件重新扫描上传。'],
  ['education', '学历证书电子注册备案表已过有效期，请重新申请后上传（指南第14问）。'],
  ['current-title', '聘任时间与聘任文件不一致，请核对后改正。'],
  ['study', '学习经历与毕业证书的起止时间不一致，请核对后改正。'],
  ['work', '工作经历的时间不连续，请补填中断期间的情况。'],
  ['main-work', '请写明本人所起的作用和完成情况，并上传业绩证明。'],
  ['award', '请补传获奖证书的原件扫描件。'],
  ['paper', '请补传论文的封面、目录、版权页和正文扫描件。'],
  ['continuing-education', '学时没有填写，请按证书如实填写并上传证书。'],
  ['assessment', '近五年年度考核表不齐，请补传原件扫描件。'],
  ['basic', '请补传职称申报承诺书（指南第19问）。'],
  [null, '附件请按材料内容命名，方便核对。'],
];
