import { describe, expect, it } from 'vitest';
import { plainDate } from '#model/beijing-time.ts';
import {
  authorityWords,
  degreeRecordValidUntil,
  educationKindOf,
  employerKindOf,
  filingFrom,
  isDegreeRecordValid,
  planRecognition,
  recognitionAuthority,
  recognitionMaterials,
  type EducationKind,
} from '#model/recognition.ts';

describe('when a graduate can be recognised (Q12, Q13)', () => {
  // Start in the hiring form, the level meant, its earliest day, and the days of the filing month.
  it.each([
    ['bachelor', '2025-07-15', 'assistant', '2026-07-15', '2026-07-15', '2026-07-31'],
    ['junior-college', '2025-08-01', 'junior', '2026-08-01', '2026-10-01', '2026-10-31'],
    ['master', '2026-02-10', 'assistant', '2026-02-10', '2026-04-01', '2026-04-30'],
    ['bachelor', '2025-10-20', 'assistant', '2026-10-20', '2026-10-20', '2026-10-31'],
    ['bachelor', '2024-02-29', 'assistant', '2025-02-28', '2025-04-01', '2025-04-30'],
    ['doctor', '2026-11-30', 'middle', '2026-11-30', '2027-01-01', '2027-01-31'],
    ['technical-middle', '2024-12-31', 'junior', '2025-12-31', '2026-01-01', '2026-01-31'],
  ] as const)('%s from %s: %s from %s, filed %s to %s', (education, startsOn, level, earliestOn, from, to) => {
    const plan = planRecognition(education, plainDate(startsOn)).find((candidate) => candidate.level === level);
    expect(plan).toMatchObject({ level, earliestOn, filing: { from, to } });
  });

  it.each([
    ['secondary', [['junior', false]]],
    ['junior-college', [['junior', false]]],
    ['technical-middle', [['junior', false]]],
    ['technical-senior', [['junior', false]]],
    [
      'bachelor',
      [
        ['junior', true],
        ['assistant', false],
      ],
    ],
    [
      'technician',
      [
        ['junior', true],
        ['assistant', false],
      ],
    ],
    ['double-bachelor', [['assistant', true]]],
    ['master', [['assistant', true]]],
    ['doctor', [['middle', true]]],
  ] as readonly (readonly [EducationKind, readonly (readonly [string, boolean])[]])[])(
    '%s gives %o (level, at once)',
    (education, levels) => {
      const plans = planRecognition(education, plainDate('2026-01-05'));
      expect(plans.map(({ level, isDirect }) => [level, isDirect])).toEqual(levels);
    },
  );

  it.each([
    ['2026-01-31', '2026-01-31', '2026-01-31'],
    ['2026-02-01', '2026-04-01', '2026-04-30'],
    ['2026-10-31', '2026-10-31', '2026-10-31'],
    ['2026-11-01', '2027-01-01', '2027-01-31'],
    ['2026-12-31', '2027-01-01', '2027-01-31'],
  ])('from %s on one files %s to %s', (day, from, to) => {
    expect(filingFrom(plainDate(day))).toEqual({ from, to });
  });
});

describe('an education as filed', () => {
  it.each([
    ['大学本科', '学士', 'bachelor'],
    ['本科', '', 'bachelor'],
    ['研究生', '教育硕士', 'master'],
    ['硕士研究生', '', null],
    ['博士研究生', '工学博士', 'doctor'],
    ['大学本科', '双学士', 'double-bachelor'],
    ['大专', '', 'junior-college'],
    ['专科', '无', 'junior-college'],
    ['中专', '', 'secondary'],
    ['中等职业学校', '', 'secondary'],
    ['技工院校高级工班', '', 'technical-senior'],
    ['技工院校中级工班', '', 'technical-middle'],
    ['预备技师（技师）班', '', 'technician'],
    ['高中', '', null],
    ['', '', null],
  ])('「%s」 with degree 「%s」 is %s', (level, degree, kind) => {
    expect(educationKindOf(level, degree)).toBe(kind);
  });
});

describe('who decides (Q12(1))', () => {
  it.each([
    ['junior', 'city-owned', 'staff', 'city-department', '相应系列的市级行政主管部门'],
    ['assistant', 'county-owned', 'staff', 'county-bureau', '五华区人社局'],
    ['assistant', 'non-public', 'staff', 'county-bureau', '五华区人社局'],
    ['junior', 'city-owned', 'dispatch', 'county-bureau', '五华区人社局'],
    ['middle', 'county-owned', 'staff', 'city-bureau', '市人社局'],
    ['middle', 'city-owned', 'staff', 'city-bureau', '市人社局'],
    ['middle', 'freelance-agency', 'freelancer', 'city-bureau', '市人社局'],
  ] as const)('%s at a unit %s, %s: %s', (level, unitKind, employment, authority, words) => {
    expect(recognitionAuthority(level, unitKind, employment)).toBe(authority);
    expect(authorityWords(authority, '五华区')).toBe(words);
  });

  it('is not said for the first levels of freelancers', () => {
    expect(recognitionAuthority('junior', 'freelance-agency', 'freelancer')).toBeNull();
  });
});

describe('materials (Q14)', () => {
  it.each([
    ['91', ['id-card', 'degree-record', 'degree-query', 'hiring-form']],
    ['12', ['id-card', 'degree-record', 'degree-query', 'appointment-form']],
    ['52', ['id-card', 'degree-record', 'degree-query', 'hiring-form', 'appointment-form']],
  ])('of an employer with a credit code %s…', (category, materials) => {
    expect(recognitionMaterials(employerKindOf(category))).toEqual(materials);
  });

  it.each([
    ['2026-01-10', '2026-07-10', true],
    ['2026-01-10', '2026-07-11', false],
    ['2026-01-10', '2026-01-10', true],
    ['2026-01-10', '2026-01-09', false],
    ['2025-08-31', '2026-02-28', true],
    ['2025-08-31', '2026-03-01', false],
  ])('hold a degree record of %s to be valid on %s: %s (6 months)', (issuedOn, on, isValid) => {
    expect(isDegreeRecordValid(plainDate(issuedOn), plainDate(on))).toBe(isValid);
  });

  it('name the last day of a degree record', () => {
    expect(degreeRecordValidUntil(plainDate('2026-04-30'))).toBe('2026-10-30');
  });
});
