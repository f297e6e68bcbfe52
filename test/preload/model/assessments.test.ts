import { describe, expect, it } from 'vitest';
import { gradeOf, reviewAssessments } from '#model/assessments.ts';

const good = (...years: number[]) => years.map((year) => ({ year: String(year), grade: '合格' }));
const nothing = {
  missing: [],
  notYetEmployed: [],
  repeated: [],
  notGood: [],
  beforeEmployment: [],
  otherYears: [],
  unreadable: [],
};

describe('assessments of the last five years (五(二)2)', () => {
  it.each([
    ['all five', good(2021, 2022, 2023, 2024, 2025), '2015-07', {}],
    ['in any order', good(2025, 2023, 2021, 2022, 2024), '2015-07', {}],
    ['one missing', good(2021, 2022, 2024, 2025), '2015-07', { missing: [2023] }],
    ['employed since July 2023', good(2023, 2024, 2025), '2023-07', { notYetEmployed: [2021, 2022] }],
    ['nothing filed', [], '2015-07', { missing: [2021, 2022, 2023, 2024, 2025] }],
    ['first month unknown', good(2023, 2024, 2025), null, { missing: [2021, 2022] }],
    ['first month unreadable', good(2023, 2024, 2025), '参加工作', { missing: [2021, 2022] }],
    ['one twice', good(2021, 2022, 2023, 2024, 2024, 2025), '2015-07', { repeated: [2024] }],
    [
      'older and newer ones beside',
      good(2026, 2020, 2021, 2022, 2023, 2024, 2025, 2020),
      '2015-07',
      {
        otherYears: [2020, 2026],
      },
    ],
    [
      'one before the first month',
      good(2022, 2023, 2024, 2025),
      '2023-07',
      {
        notYetEmployed: [2021],
        beforeEmployment: [2022],
      },
    ],
  ])('for 2026: %s', (_, filed, firstMonth, found) => {
    expect(reviewAssessments(2026, filed, firstMonth)).toMatchObject({ ...nothing, ...found });
  });

  it('names grades that are not good, and texts that are no grade', () => {
    const filed = [
      ...good(2021, 2022),
      { year: '2023', grade: '基本合格' },
      { year: '2024', grade: '优' },
      ...good(2025),
    ];
    const review = reviewAssessments(2026, filed, '2015-07');
    expect(review.notGood).toEqual([2023, 2024]);
    expect(review.years.map(({ grades }) => grades[0])).toEqual([
      { text: '合格', grade: 'good' },
      { text: '合格', grade: 'good' },
      { text: '基本合格', grade: 'poor' },
      { text: '优', grade: 'unknown' },
      { text: '合格', grade: 'good' },
    ]);
  });

  it('reads a year as people write it, and keeps what is none', () => {
    const filed = ['2021年', '2022年度', ' ２０２３ ', '2024 年度', '去年', '25'].map((year) => ({
      year,
      grade: '优秀',
    }));
    expect(reviewAssessments(2026, filed, '2015-07')).toMatchObject({ missing: [2025], unreadable: ['去年', '25'] });
  });
});

describe('a grade', () => {
  it.each([
    ['优秀', 'good'],
    ['合格', 'good'],
    ['称职', 'good'],
    [' 合格等次', 'good'],
    ['基本合格', 'poor'],
    ['基本称职', 'poor'],
    ['不合格', 'poor'],
    ['不称职', 'poor'],
    ['不定等次', 'poor'],
    ['不确定等次', 'poor'],
    ['未定等次', 'poor'],
    ['', 'unknown'],
    ['未参加考核', 'unknown'],
    ['等次', 'unknown'],
  ])('「%s」 is %s', (text, grade) => {
    expect(gradeOf(text)).toBe(grade);
  });
});
