/** 公示通知 with the list of people (Q18). */
import type { ISectionOptions } from 'docx';
import { lying, listTable, receiver, signature, text, title, upright, type Column } from './parts.ts';

/** Of the list that is posted: no identity numbers. */
const PEOPLE: readonly Column[] = [
  { head: '序号', words: '{序号}', width: 9 },
  { head: '姓名', words: '{姓名}', width: 17 },
  { head: '性别', words: '{性别}', width: 10 },
  { head: '出生\n年月', words: '{出生年月}', width: 16 },
  { head: '部门', words: '{部门}', width: 20 },
  { head: '学历\n学位', words: '{学历学位}', width: 16 },
  { head: '所学专业', words: '{所学专业}', width: 20 },
  { head: '现职称', words: '{现职称}', width: 18 },
  { head: '取得\n时间', words: '{取得时间}', width: 16 },
  { head: '聘任\n时间', words: '{聘任时间}', width: 16 },
  { head: '从事专业', words: '{从事专业}', width: 18 },
  { head: '申报系列、\n级别、资格', words: '{申报系列}{申报级别}\n{申报资格}', width: 31 },
  { head: '学术、业绩成果', words: '{业绩成果}', width: 50, align: 'left' },
];

export const PUBLICITY_NOTICE: readonly ISectionOptions[] = [
  upright([
    title('关于{年度}年度职称申报人员的公示'),
    text('按照职称申报评审工作要求，经个人申报、单位审核，现将拟推荐申报{资格概述}任职资格的{人员概述}予以公示。'),
    text('一、公示时间：{公示起止}，共{工作日数}个工作日（{工作日明细}）。'),
    text('二、公示内容：{公示内容}。'),
    text('三、公示地点和方式：{公示地点}。{#材料查阅}申报材料查阅：{材料查阅}。{/材料查阅}'),
    text('四、公示期内如有异议，请以书面形式实名反映。{#受理部门}受理：{受理部门}。{/受理部门}监督电话：{监督电话}。'),
    text('特此公示。'),
    text('附件：拟推荐申报人员名单'),
    ...signature('{单位名称}', '{发布日期}'),
  ]),
  lying([receiver('附件'), title('{年度}年度拟推荐申报人员名单'), listTable('人员', PEOPLE, 9)]),
];
