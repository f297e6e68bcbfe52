/** Small changes of what was filed, each giving a new whole: what faults are made of. */
import type { Application, Attachment, FiledRecord } from '#model/application.ts';
import type { ModuleId } from '#model/modules.ts';

export type Filed = Pick<Application, 'applicant' | 'filing' | 'modules' | 'attachments'>;
type Fields = Readonly<Record<string, string>>;

export function withApplicant(filed: Filed, change: Partial<Filed['applicant']>): Filed {
  return { ...filed, applicant: { ...filed.applicant, ...change } };
}

export function withFiling(filed: Filed, change: Partial<Filed['filing']>): Filed {
  return { ...filed, filing: { ...filed.filing, ...change } };
}

/** Of one record of a module, counted from its start or, negative, from its end. */
export function withFields(filed: Filed, moduleId: ModuleId, index: number, change: (fields: Fields) => Fields): Filed {
  const modules = filed.modules.map((module) => {
    if (module.id !== moduleId) return module;
    const place = index < 0 ? module.records.length + index : index;
    const records = module.records.map((record, at) =>
      at === place ? { ...record, fields: { ...record.fields, ...change(record.fields) } } : record,
    );
    return { ...module, records };
  });
  return { ...filed, modules };
}

export function withoutPapers(filed: Filed, isDropped: (paper: Attachment) => boolean): Filed {
  const dropped = new Set(filed.attachments.filter(isDropped).map(({ id }) => id));
  const modules = filed.modules.map((module) => ({
    ...module,
    records: module.records.map((record) => ({
      ...record,
      attachmentIds: record.attachmentIds.filter((id) => !dropped.has(id)),
    })),
  }));
  return { ...filed, modules, attachments: filed.attachments.filter(({ id }) => !dropped.has(id)) };
}

export function withPaper(filed: Filed, name: string, change: Partial<Attachment>): Filed {
  const place = filed.attachments.findIndex((paper) => paper.name === name);
  if (place === -1) throw new Error(`no scan ${name} to change`);
  return {
    ...filed,
    attachments: filed.attachments.map((paper, at) => (at === place ? { ...paper, ...change } : paper)),
  };
}

/** Counted from the module's start or, negative, from its end. */
export function recordAt(filed: Filed, moduleId: ModuleId, index: number): FiledRecord {
  const record = filed.modules.find(({ id }) => id === moduleId)?.records.at(index);
  if (!record) throw new Error(`no record ${index} in ${moduleId}`);
  return record;
}
