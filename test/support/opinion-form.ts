/** The form and facts of mock 05, votes in order. */
import type { OpinionForm } from '#model/opinion-form.ts';
import type { OpinionFacts, OpinionPublicity } from '#model/opinion-text.ts';

export const EVALUATION =
  '陈志远同志2016年取得一级教师资格以来，一直在教学一线任课，每年均承担两个班的数学课并兼任教务处副主任。' +
  '近五年主持市级课题一项，所带2024届班级学业水平测试成绩居年级前列，指导青年教师三名。';

export const FORM: OpinionForm = {
  evaluation: EVALUATION,
  way: '推荐小组评议并投票',
  scope: '校学术委员会',
  invited: 24,
  attended: 24,
  inFavour: 23,
  against: 1,
  abstained: 0,
  meeting: '',
  meetingOn: '2026-09-08',
  recommendation: '同意推荐申报高级教师',
  head: '周正华（校长）',
  ownText: null,
};

export const CONCLUDED: OpinionPublicity = {
  postedOn: '2026-09-09',
  endsOn: '2026-09-16',
  place: '校园公告栏、校内办公网',
  workingDays: 5,
  openObjections: 0,
  isConcluded: true,
  outcome: 'no-objection',
  noticeId: null,
  other: null,
};

export const FACTS: OpinionFacts = {
  name: '陈志远',
  department: '教务处',
  title: '高级教师',
  presentTitle: '一级教师',
  presentSince: '2016-08',
  unitName: '昆明市松华中学',
  publicity: CONCLUDED,
};
