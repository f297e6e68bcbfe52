/** What a record is called when several stand in one module. */
import type { FiledRecord } from '#model/application.ts';
import { moduleDef, type ModuleId } from '#model/modules.ts';
import { valueOf } from './filing-facts.ts';
import { quote, titled } from './words.ts';

/** The field that people know a record by, and how it is written. */
const NAMES: Readonly<Partial<Record<ModuleId, readonly [field: string, write: (value: string) => string]>>> = {
  'current-title': ['title', quote],
  education: ['school', quote],
  study: ['school', quote],
  work: ['unit', quote],
  'main-work': ['name', quote],
  project: ['name', titled],
  patent: ['name', quote],
  award: ['name', quote],
  book: ['name', titled],
  paper: ['name', titled],
  'continuing-education': ['name', quote],
  assessment: ['year', (year) => `${year}年度`],
};

/** 「“云岭师范大学”」「《…》」, or 「第2条」; '' for the only record of a module that has no names. */
export function recordName(moduleId: ModuleId, record: FiledRecord, records: readonly FiledRecord[]): string {
  const [field, write] = NAMES[moduleId] ?? [];
  const value = field === undefined ? '' : valueOf(record, field);
  if (write && value !== '') return write(value);
  return records.length < 2 ? '' : `第${records.indexOf(record) + 1}条`;
}

export function fieldLabel(moduleId: ModuleId, key: string): string {
  return moduleDef(moduleId).fields.find((field) => field.key === key)?.label ?? key;
}
