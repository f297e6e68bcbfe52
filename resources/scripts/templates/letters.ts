/** 返回修改告知书, 推荐报告, 情况说明. */
import type { ISectionOptions } from 'docx';
import { gap, lead, heading, listTable, receiver, run, signature, text, title, upright, type Column } from './parts.ts';

export const RETURN_LETTER: readonly ISectionOptions[] = [
  upright([
    title('职称申报材料{办理结果}告知书'),
    receiver('{姓名}同志：'),
    text(
      '你申报{年度}年度{申报系列}{申报级别}职称（资格名称：{申报资格}）的材料，经审核作“{办理结果}”处理，审核意见如下：',
    ),
    text('{#意见}'),
    text('{内容}'),
    text('{/意见}'),
    text('{#重置}'),
    text('重置流程后，申报年度、申报类别、评审委员会等须重新选择。'),
    text('{/重置}'),
    text(
      '请按以上意见逐条修改，并在申报系统中重新提交。返回修改和重置流程的机会总共4次，现剩{剩余机会}次。{#有截止日期}申报系统{截止日期}24:00关闭，逾期不再受理。{/有截止日期}',
    ),
    text('联系人：{联系人}，电话：{联系电话}。'),
    ...signature('{单位名称}', '{落款日期}'),
    gap(),
    text('申报人（签收）：　　　　　　　　　　年　　月　　日'),
  ]),
];

const ROSTER: readonly Column[] = [
  { head: '序号', words: '{序号}', width: 12 },
  { head: '姓名', words: '{姓名}', width: 22 },
  { head: '性别', words: '{性别}', width: 12 },
  { head: '学历学位', words: '{学历学位}', width: 26 },
  { head: '现职称', words: '{现职称}', width: 26 },
  { head: '申报系列、级别', words: '{申报系列}{申报级别}', width: 36 },
  { head: '申报资格', words: '{申报资格}', width: 28 },
];

export const UNIT_REPORT: readonly ISectionOptions[] = [
  upright([
    title('{年度}年度职称申报推荐报告'),
    receiver('{主送机关}：'),
    text('按照{年度}年度职称申报评审工作安排，我单位组织了申报人员的申报、审核和推荐工作，现将有关情况报告如下：'),
    heading('一、审核情况'),
    text(
      '我单位对申报人员的学历、资历、业绩成果等材料逐项核对原件，对申报材料的真实性、完整性负责。经审核，{人数}人符合申报条件。',
    ),
    heading('二、公示情况'),
    text('{#公示}'),
    text('{公示起止}在{公示地点}公示{公示人数}人，公示期不少于5个工作日。'),
    text('{/公示}'),
    text('公示结果：{公示结果}。'),
    heading('三、推荐意见'),
    lead('同意推荐以下{人数}人申报，请予审核：'),
    listTable(
      '汇总',
      [
        { head: '序号', words: '{序号}', width: 14 },
        { head: '评审委员会', words: '{评委会}', width: 58 },
        { head: '系列', words: '{系列}', width: 40 },
        { head: '级别', words: '{级别}', width: 24 },
        { head: '人数', words: '{人数}', width: 20 },
      ],
      12,
    ),
    gap(),
    listTable('人员', ROSTER, 10.5),
    gap(),
    text('特此报告。'),
    text('附件：推荐花名册，公示情况证明'),
    ...signature('{单位名称}（公章）', '{落款日期}'),
    text('（联系人：{联系人}，电话：{联系电话}）'),
  ]),
];

export const SITUATION_STATEMENT: readonly ISectionOptions[] = [
  upright([
    title('{年度}年度职称申报情况说明'),
    receiver('{主送机关}：'),
    text('我单位拟推荐{人员概述}申报{年度}年度{资格概述}任职资格。'),
    text([run('一、有关情况：'), run('{事由}', { isUnderlined: true }), run('。')]),
    text([run('二、政策依据：'), run('{政策依据}', { isUnderlined: true }), run('。')]),
    lead('三、申报名册（{人数}人）：'),
    listTable('人员', ROSTER, 10.5),
    gap(),
    text('以上人员的申报材料已经我单位审核原件，内容真实，并按规定公示。特此说明。'),
    ...signature('{单位名称}（公章）', '{落款日期}'),
    text('（联系人：{联系人}，电话：{联系电话}）'),
  ]),
];
