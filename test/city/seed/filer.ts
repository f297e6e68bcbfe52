/** Collects the records and attachments of one application while its modules are written. */
import type { Attachment, FiledModule, FiledRecord } from '#model/application.ts';
import { MODULE_IDS, moduleDef, type ModuleId } from '#model/modules.ts';
import type { Random } from '../../support/people.ts';
import type { ScanSource, ScanSpec } from '../scans/spec.ts';

export type Paper = readonly [name: string, spec: ScanSpec];
export type Filer = Readonly<{
  newId(): string;
  /** A record with the scans that prove it; every field of the module is there, unknown ones empty. */
  record(moduleId: ModuleId, fields: Readonly<Record<string, string>>, papers?: readonly Paper[]): void;
  /** A scan that belongs to the module as a whole. */
  attach(moduleId: ModuleId, paper: Paper): void;
  modules(): readonly FiledModule[];
  attachments(): readonly Attachment[];
}>;

export function createFiler(random: Random, source: ScanSource): Filer {
  const records = new Map<ModuleId, FiledRecord[]>(MODULE_IDS.map((id) => [id, []]));
  const attachments: Attachment[] = [];
  const newId = (): string => makeUuid(random);

  function attachTo(moduleId: ModuleId, recordId: string | null, [name, spec]: Paper): string {
    const { sha256, sizeBytes } = source(spec);
    const attachment: Attachment = { id: newId(), moduleId, recordId, name, sha256, sizeBytes, mime: 'image/jpeg' };
    attachments.push(attachment);
    return attachment.id;
  }

  return {
    newId,
    record(moduleId, fields, papers = []) {
      const id = newId();
      const known = new Set(moduleDef(moduleId).fields.map((field) => field.key));
      const stray = Object.keys(fields).find((key) => !known.has(key));
      if (stray !== undefined) throw new Error(`module ${moduleId} has no field ${stray}`);
      const all = Object.fromEntries([...known].map((key) => [key, fields[key] ?? '']));
      const attachmentIds = papers.map((paper) => attachTo(moduleId, id, paper));
      records.get(moduleId)?.push({ id, fields: all, attachmentIds });
    },
    attach(moduleId, paper) {
      attachTo(moduleId, null, paper);
    },
    modules: () => MODULE_IDS.map((id) => ({ id, records: records.get(id) ?? [] })),
    attachments: () => attachments,
  };
}

/** RFC 9562 version 8: free form, here from the seed's random numbers. */
export function makeUuid(random: Random): string {
  const hex = Array.from({ length: 4 }, () =>
    Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
  const variant = '89ab'[Math.floor(random() * 4)] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
