/**
 * Fields that must be filled in each record: what judging needs, not all that the form has. 「每一项都必须
 * 规范、准确填写」 (五(二)); but a witness, a department or an end that has not come yet are no reason to
 * stop an approval.
 */
import type { ModuleId } from '#model/modules.ts';

export const REQUIRED_FIELDS: Readonly<Record<ModuleId, readonly string[]>> = {
  basic: ['name', 'sex', 'birthday', 'idNumber', 'phone', 'nation', 'unit', 'workSince', 'post'],
  // 聘任时间: units that are not public need not appoint (see `canLackAppointment`)
  'current-title': ['title', 'series', 'obtainedOn', 'appointedOn', 'authority', 'certificateNo'],
  education: ['level', 'mode', 'school', 'major', 'from', 'to', 'certificateNo'],
  study: ['from', 'to', 'school'],
  work: ['from', 'unit', 'post'],
  summary: ['text'],
  'main-work': ['from', 'name', 'role', 'result'],
  project: ['name', 'source', 'role', 'from'],
  patent: ['name', 'number', 'kind', 'rank', 'grantedOn'],
  award: ['name', 'awardedOn', 'authority'],
  book: ['name', 'press', 'isbn', 'rank', 'publishedOn'],
  paper: ['name', 'journal', 'issue', 'rank', 'publishedOn'],
  'continuing-education': ['year', 'name', 'hours'],
  assessment: ['year', 'grade'],
};
