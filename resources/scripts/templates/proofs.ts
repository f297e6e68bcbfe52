/** 公示情况证明 for one, for dispatch staff, for a whole notice; 异议记录 (Q18). */
import type { ISectionOptions, Paragraph, Table, TableCell } from 'docx';
import {
  cell,
  gap,
  heading,
  label,
  labelTable,
  lead,
  listTable,
  signature,
  signers,
  text,
  title,
  upright,
  value,
} from './parts.ts';

/** Only where something was objected: what, how it was looked into, and what came of it. */
const OBJECTIONS: readonly (Paragraph | Table)[] = [
  text('{#有异议}'),
  text('异议核实情况如下：'),
  text('{#异议}'),
  text('{序号}. {受理日期}收到对{反映对象}的异议（{反映方式}）：{反映内容}。核实情况：{核实情况}。结论：{核实结论}。'),
  text('{/异议}'),
  text('{/有异议}'),
];

const PERSON =
  '（{性别}，{出生日期}出生，身份证号：{身份证号}）{#现职称}，现职称{现职称}{/现职称}，拟申报{年度}年度{申报系列}{申报级别}职称，资格名称：{申报资格}，评审委员会：{评委会}';

export const PUBLICITY_PROOF: readonly ISectionOptions[] = [
  upright([
    title('公示情况证明'),
    text(`我单位{姓名}同志${PERSON}。`),
    text(
      '按照职称申报评审工作要求，我单位于{公示起止}对该同志的申报情况进行了公示。公示内容：{公示内容}。公示地点和方式：{公示地点}。监督电话：{监督电话}。',
    ),
    text('公示期计{工作日数}个工作日：{工作日明细}。'),
    text('公示结果：{公示结论}。{#可以推荐}我单位同意推荐该同志申报。{/可以推荐}'),
    ...OBJECTIONS,
    text('特此证明。'),
    text('附件：公示通知，公示照片{照片张数}张'),
    ...signers('经办人', '审核人', '负责人'),
    ...signature('{单位名称}（公章）', '{落款日期}'),
  ]),
];

/** One of the two seals of 双盖章, 42 mm wide, beside the names of those who answer for it. */
function reviewed(side: string): TableCell {
  return value(
    `${side}：\n经审核原件，申报材料真实，公示情况属实。\n\n审核人（签字）：\n\n负责人（签字）：\n\n\n\n（公章）\n\n\n　　　　年　　月　　日`,
  );
}

export const PUBLICITY_PROOF_DISPATCH: readonly ISectionOptions[] = [
  upright([
    title('劳务派遣人员公示情况证明'),
    text(
      `{姓名}同志${PERSON}。该同志系{派遣单位}派遣至{用工单位}工作的人员，现按照“双公示、双审核、双盖章”的要求证明如下：`,
    ),
    heading('一、公示情况'),
    labelTable(
      [26, 65, 65],
      [
        [label(''), label('劳务派遣公司'), label('用人单位')],
        [label('单位名称'), value('{派遣单位}'), value('{用工单位}')],
        [label('公示起止'), value('{派遣单位公示起止}'), value('{用工单位公示起止}')],
        [label('计入的\n工作日'), value('{派遣单位工作日明细}'), value('{用工单位工作日明细}')],
        [label('公示地点\n和方式'), value('{派遣单位公示地点}'), value('{用工单位公示地点}')],
        [label('公示内容'), value('{公示内容}', 2)],
        [label('监督电话'), value('{监督电话}', 2)],
        [label('公示结果'), value('{公示结论}。', 2)],
      ],
    ),
    ...OBJECTIONS,
    heading('二、审核意见'),
    labelTable([78, 78], [[reviewed('劳务派遣公司'), reviewed('用人单位')]]),
    gap(),
    text('附件：双方公示通知，公示照片{照片张数}张，劳务派遣协议（派遣工作性质的内容及首尾页）'),
  ]),
];

export const NOTICE_PROOF: readonly ISectionOptions[] = [
  upright([
    title('公示情况证明'),
    text('按照职称申报评审工作要求，我单位对拟推荐申报{年度}年度职称的{人员概述}进行了公示，现将有关情况证明如下：'),
    lead('一、公示时间：{公示起止}，计{工作日数}个工作日：'),
    listTable(
      '工作日',
      [
        { head: '序号', words: '{序号}', width: 20 },
        { head: '日期', words: '{日期}', width: 68 },
        { head: '星期', words: '{星期}', width: 68 },
      ],
      12,
    ),
    text('二、公示内容：{公示内容}。'),
    text('三、公示地点和方式：{公示地点}。监督电话：{监督电话}。'),
    text('四、公示结果：{公示结论}。'),
    ...OBJECTIONS,
    lead('五、公示人员共{人数}人：'),
    listTable(
      '人员',
      [
        { head: '序号', words: '{序号}', width: 12 },
        { head: '姓名', words: '{姓名}', width: 24 },
        { head: '部门', words: '{部门}', width: 32 },
        { head: '现职称', words: '{现职称}', width: 26 },
        { head: '申报资格', words: '{申报资格}', width: 30 },
        { head: '公示结果', words: '{公示结果}', width: 32 },
      ],
      10.5,
    ),
    text('特此证明。'),
    text('附件：公示通知，公示照片{照片张数}张'),
    ...signers('经办人', '审核人', '负责人'),
    ...signature('{单位名称}（公章）', '{落款日期}'),
  ]),
];

export const OBJECTION_RECORD: readonly ISectionOptions[] = [
  upright([
    title('公示异议登记及核实记录'),
    text('公示时间：{公示起止}，计{工作日数}个工作日。公示地点和方式：{公示地点}。监督电话：{监督电话}。'),
    text('{#无异议}'),
    text('公示期间未收到异议。'),
    text('{/无异议}'),
    text('{#异议}'),
    labelTable(
      [26, 52, 26, 52],
      [
        [cell('第{序号}件', { font: 'heading', size: 12, columns: 4 })],
        [label('反映对象'), value('{反映对象}'), label('受理日期'), value('{受理日期}')],
        [label('反映人'), value('{反映人}'), label('反映方式'), value('{反映方式}')],
        [label('反映内容'), value('{反映内容}', 3)],
        [label('调查\n核实情况'), value('{核实情况}', 3)],
        [label('核实结论'), value('{核实结论}'), label('办结日期'), value('{办结日期}')],
      ],
    ),
    gap(),
    text('{/异议}'),
    ...signers('受理人', '核实人', '负责人'),
    ...signature('{单位名称}（公章）', '{落款日期}'),
  ]),
];
