/** The notice as it is posted (Q18), and what it must not lack. */
import { describe, expect, it } from 'vitest';
import { missingNoticeFacts, noticeText, type NoticeContent, type NoticeFacts } from '#model/notice-text.ts';

const FACTS: NoticeFacts = {
  place: '校园公告栏张贴，校内办公网',
  shown: '申报人的学历、资历条件，学术、业绩成果等',
  contact: '教务处',
  phone: '0871-63100000',
  materialsAt: '教务处（行政楼203），工作时间',
};
const NOTICE: NoticeContent = {
  unitName: '昆明市松华中学',
  year: 2026,
  postedOn: '2026-09-18',
  endsOn: '2026-09-24',
  people: [
    { name: '段雪梅', department: '高二', title: '高级教师' },
    { name: '和·阿丽', department: '', title: '高级教师' },
  ],
  facts: FACTS,
};

describe('noticeText', () => {
  it('says who, from when to when, where, and to whom one objects', () => {
    expect(noticeText(NOTICE).split('\n')).toEqual([
      '关于2026年度职称申报人员的公示',
      '按照职称评审工作要求，现将拟推荐申报高级教师职称的段雪梅等2人予以公示。公示期为2026年9月18日至9月24日，共5个工作日。',
      '公示内容：申报人的学历、资历条件，学术、业绩成果等',
      '公示地点和方式：校园公告栏张贴，校内办公网',
      '申报材料查阅：教务处（行政楼203），工作时间',
      '公示期内如有异议，请以书面形式实名反映。受理：教务处，电话：0871-63100000',
      '拟推荐申报人员名单：',
      '1. 段雪梅 高二 高级教师',
      '2. 和·阿丽 高级教师',
      '昆明市松华中学',
      '2026年9月18日',
    ]);
  });

  it('names a single person, both years across New Year, and no date that was not counted', () => {
    const alone = { ...NOTICE, people: NOTICE.people.slice(0, 1), facts: { ...FACTS, contact: '', materialsAt: '' } };
    const text = noticeText({ ...alone, postedOn: '2025-12-30', endsOn: '2026-01-08' });
    expect(text).toContain('职称的段雪梅予以公示。公示期为2025年12月30日至2026年1月8日，共5个工作日。');
    expect(text).toContain('受理电话：0871-63100000');
    expect(text).not.toContain('材料查阅');
    expect(noticeText({ ...NOTICE, endsOn: null })).not.toContain('公示期为');
  });

  it('does not put several titles into one', () => {
    const people = [...NOTICE.people, { name: '保建伟', department: '总务处', title: '工程师' }];
    expect(noticeText({ ...NOTICE, people })).toContain('拟推荐申报有关职称的段雪梅等3人');
  });
});

describe('missingNoticeFacts', () => {
  it.each([
    [FACTS, []],
    [{ ...FACTS, contact: '', materialsAt: '' }, []],
    [{ ...FACTS, place: '  ', phone: '' }, ['place', 'phone']],
    [{ ...FACTS, shown: '' }, ['shown']],
  ] as const)('%j lacks %j', (facts, missing) => {
    expect(missingNoticeFacts(facts)).toEqual(missing);
  });
});
