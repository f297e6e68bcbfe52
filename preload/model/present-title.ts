/** 现有职称: of the titles that somebody filed the one obtained last. */
import type { Application, FiledRecord } from './application.ts';

export function presentTitle({ modules }: Pick<Application, 'modules'>): FiledRecord | null {
  const records = modules.find(({ id }) => id === 'current-title')?.records ?? [];
  const since = ({ fields }: FiledRecord): string => fields['obtainedOn'] ?? '';
  return records.toSorted((a, b) => (since(a) < since(b) ? 1 : -1))[0] ?? null;
}
