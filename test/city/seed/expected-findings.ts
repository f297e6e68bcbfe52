/**
 * What the desk must find in the small seed when its day is 2026-09-18: for each row of `SCENARIOS`, in
 * its order, the ids of the rules that speak, once for each time they do, sorted.
 *
 * Written by hand from the rows, the faults and the guide, one rule after the other thought through for
 * each person; never copied from what the desk finds. Every scan counts as drawn for itself (scans
 * 'full'). Where the desk finds something else, the guide decides which of the two is wrong.
 *
 * What follows from the committees on that day, at unit review only:
 * closed two days ago (engineering): window.closed, and no deadline any more ·
 * last day 09-21 (health): deadline.closing, which is also said of those who are correcting ·
 * last day 09-30 (senior teachers, laboratory): a notice must be posted by 09-21, so without one
 * deadline.publicity · last day 10-18 or later: nothing · nothing announced (archives): window.unknown.
 */
export type ExpectedFindings = Readonly<{ name: string; rules: readonly string[] }>;

const LIST: readonly (readonly [name: string, ...rules: string[]])[] = [
  // may be approved: nothing blocks
  ['李国强'],
  ['刘志远'],
  // the opinion is younger than the resubmission
  ['何晓燕'],
  ['陈思源', 'eligible.off-staff'],
  ['赵丽华', 'deadline.closing'],
  ['王静怡'],
  ['周玉兰', 'deadline.closing'],
  ['杨景行'],
  // posted at the moment
  ['杨建国'],
  ['马琼仙'],
  ['木云鹏'],
  ['王慧', 'publicity.objection'],
  ['邓海波', 'deadline.publicity'],
  // to be looked at
  [
    '段雪梅',
    'assessment.missing',
    'commitment.missing',
    'deadline.publicity',
    'education.period',
    'identity.modules',
    'material.name',
  ],
  ['和·阿丽', 'deadline.publicity'],
  ['张文静', 'chances.last', 'scan.shared'],
  ['张文婧', 'scan.shared'],
  ['阿卜杜勒·艾合买提', 'eligible.dispatch', 'window.closed'],
  ['普永昌', 'opinion.outdated'],
  ['李䶮', 'achievement.before-title'],
  ['罗㛃', 'degree-record.undated', 'window.unknown'],
  ['徐立新', 'deadline.publicity', 'eligible.post-vacancy'],
  ['孙晓峰', 'chances.last', 'deadline.publicity', 'eligible.seconded'],
  ['马俊', 'chances.last'],
  // with the applicant: chances, strikes and the closed window are no longer the unit's to act on
  ['高红', 'assessment.missing'],
  ['罗春燕', 'record.no-scan'],
  ['谢家明', 'eligible.post-vacancy'],
  ['字桂英'],
  ['苏云霞'],
  // gone up
  ['李正东'],
  ['王芳'],
  ['何平'],
  ['钟开源', 'eligible.postdoc'],
  ['吉克·阿依莫'],
  ['吴佳琪'],
  ['彭雨欣'],
  ['冯绍华'],
  // over for this year
  ['董文辉', 'identity.duplicate'],
  ['田秀英', 'eligible.freelancer'],
  ['秦明德'],
  // nothing is wrong
  ['杨思颖'],
  ['李梦瑶'],
  ['张云龙'],
  ['陈海燕'],
  ['赵泽民'],
  ['周丽萍'],
  ['吴晓东'],
  ['白雪'],
  ['段志鹏'],
  ['和丽娟'],
  ['李俊杰'],
  ['刘雨晴'],
  ['普文华'],
  ['车慧敏'],
  ['余建平'],
  // identity and unit; a number that is wrong itself says nothing of birthday and sex
  ['毛建华', 'identity.number', 'identity.phone'],
  ['龚丽萍', 'identity.birthday', 'identity.modules'],
  ['邵伟', 'identity.sex', 'unit.full-name', 'unit.work'],
  ['董文辉', 'identity.duplicate'],
  // modules and materials
  ['侯春梅', 'material.missing', 'module.missing'],
  ['金永胜', 'field.missing', 'record.no-scan'],
  // study and work
  ['石秀兰', 'history.gap'],
  ['陶志刚', 'work.overlap', 'work.start'],
  ['顾晓云', 'committee.level', 'study.overlap'],
  // a title that nobody knows cannot be compared with the present one
  ['尹国华', 'date.future', 'title.not-in-ladder'],
  ['康明辉', 'education.study', 'years.appointed-before'],
  // titles and the years in them
  ['薛丽', 'title.not-following'],
  ['倪伟', 'title.not-higher'],
  ['汤雪琴', 'material.name', 'title.present-unknown'],
  // appointed in January two years ago: three years at the end of this one, of four; the unit's name of before 2019
  ['万晓军', 'unit.full-name', 'years.short'],
  // appointed in January three years ago, no day known: four years only if it was the first
  ['郝雪', 'discipline.engineering', 'years.ambiguous'],
  ['木春兰', 'series-change.level'],
  ['茶永福', 'series-change.one-year'],
  ['钱慧芬', 'committee.unknown', 'series.exam-only'],
  // recognition: a bachelor's degree gives the assistant level after a year; hired last August, filed in July
  ['崔静', 'recognition.level'],
  ['莫小雨', 'recognition.probation'],
  ['姜浩然', 'degree-record.expired', 'recognition.month'],
  // who they are and what they do
  ['方志明', 'eligible.civil-servant'],
  ['孟昭文', 'eligible.retired'],
  // born 1966-04-30, so 60 years and 4 months on 2026-08-30; the committee sits in October
  ['黎正华', 'discipline.engineering', 'eligible.retired'],
  // born 1975-03-15: past the age as a worker, far from it as a professional
  ['鲁金花', 'eligible.post-vacancy', 'eligible.retired'],
  ['韦秀珍', 'eligible.administrative'],
  ['贺建平', 'eligible.dispatch', 'publicity.dispatch'],
  // the committee; 馆员 is given by both
  ['熊桂兰', 'committee.series', 'degree-record.expired'],
  ['史文娟', 'committee.region'],
  // assessments
  ['常志鹏', 'assessment.grade', 'assessment.missing', 'assessment.repeated'],
  // opinion, notice and strikes
  ['石美玲', 'strikes.near'],
  ['吕红梅', 'opinion.outdated', 'publicity.outdated'],
  ['罗云芬', 'deadline.closing'],
];

export const EXPECTED_FINDINGS: readonly ExpectedFindings[] = LIST.map(([name, ...rules]) => ({ name, rules }));
