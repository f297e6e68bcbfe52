/**
 * What can be seen only beside other applications: the same person filing twice, the same picture of a
 * personal paper in two people's applications. Kept as maps, so that one that changes touches only those
 * it has something in common with.
 */
import { createHash } from 'node:crypto';
import type { Application } from '#model/application.ts';
import type { Finding } from '#model/finding.ts';
import type { ModuleId } from '#model/modules.ts';
import { tidyCode } from '#model/typed-text.ts';
import { runRules, type OnBug, type Rule } from './engine.ts';
import { baseName, PERSONAL_SCANS } from './tables/scan-names.ts';
import { listSome } from './words.ts';

/** A scan of a paper that only its holder can have; `hash`: enough of SHA-256 to tell pictures apart. */
export type PersonalScan = Readonly<{ label: string; hash: string; attachmentId: string; moduleId: ModuleId }>;

/** What one application brings into the comparison. `identity` '': not known, compared with nobody's. */
export type CrossPart = Readonly<{
  id: string;
  name: string;
  title: string;
  year: number;
  /** from `identityHash` */
  identity: string;
  personalScans: readonly PersonalScan[];
}>;

type Facts = Readonly<{
  /** other applications of the year under this ID number, by name and title */
  twins: readonly string[];
  shared: readonly Readonly<{ scan: PersonalScan; names: readonly string[] }>[];
}>;

/** Names shown of those who share something; whoever comes later changes nothing that was said. */
const NAMES_SHOWN = 3;
const HASH_LENGTH = 16;

export const CROSS_RULES: readonly Rule<Facts>[] = [
  {
    id: 'identity.duplicate',
    severity: 'look',
    source: '五(二)3(1)',
    audience: 'unit',
    find: ({ twins }) =>
      twins.length === 0
        ? []
        : [
            {
              moduleId: 'basic',
              field: 'idNumber',
              fact: `本单位本年度另有申报用同一身份证号（${listSome(twins, NAMES_SHOWN, '件')}）`,
              advice: '请核对是否重复申报，机会次数合并计算',
            },
          ],
  },
  {
    id: 'scan.shared',
    severity: 'look',
    source: '一(一)',
    audience: 'unit',
    find: ({ shared }) =>
      shared.map(({ scan, names }) => ({
        subject: `${scan.label}:${scan.hash}`,
        moduleId: scan.moduleId,
        attachmentId: scan.attachmentId,
        fact: `${scan.label}与${names.slice(0, NAMES_SHOWN).join('、')}${names.length > NAMES_SHOWN ? '等人' : ''}的是同一张图片`,
        advice: '请核对原件',
      })),
  },
];

/** The same number, however it is typed; the number itself is nowhere but in the application. */
export function identityHash(idNumber: string): string {
  const number = tidyCode(idNumber);
  return number === '' ? '' : createHash('sha256').update(number).digest('hex').slice(0, HASH_LENGTH);
}

/** ID cards, diplomas and the like, known by the words of their names. */
export function personalScansOf({ attachments }: Application): readonly PersonalScan[] {
  return attachments.flatMap(({ id, moduleId, name, sha256 }) => {
    const said = baseName(name);
    const kind = PERSONAL_SCANS.find(({ words }) => words.test(said));
    return kind ? [{ label: kind.label, hash: sha256.slice(0, HASH_LENGTH), attachmentId: id, moduleId }] : [];
  });
}

export type CrossIndex = Readonly<{
  /** Takes it in as it is now; the ids of others about whom something else may have to be said. */
  set(part: CrossPart): readonly string[];
  delete(id: string): readonly string[];
  clear(): void;
  findings(id: string, onBug: OnBug): readonly Finding[];
}>;

export function createCrossIndex(): CrossIndex {
  const parts = new Map<string, CrossPart>();
  /** who has a thing in common, in the order in which they came */
  const groups = new Map<string, string[]>();

  function others(key: string, id: string): readonly string[] {
    return (groups.get(key) ?? []).filter((other) => other !== id);
  }
  function leave(id: string): readonly string[] {
    const part = parts.get(id);
    parts.delete(id);
    return (part ? keysOf(part) : []).flatMap((key) => {
      const group = groups.get(key) ?? [];
      const at = group.indexOf(id);
      group.splice(at, 1);
      if (group.length === 0) groups.delete(key);
      return at < COUNTED ? group : [];
    });
  }
  function join(part: CrossPart): readonly string[] {
    parts.set(part.id, part);
    return keysOf(part).flatMap((key) => {
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(part.id);
      return group.length <= COUNTED ? group : [];
    });
  }
  function factsOf(part: CrossPart): Facts {
    const twins = others(twinKey(part), part.id).flatMap((id) => parts.get(id) ?? []);
    const shared = part.personalScans.map((scan) => {
      const holders = others(scanKey(scan), part.id).flatMap((id) => parts.get(id) ?? []);
      const names = holders.filter(({ identity }) => identity !== part.identity).map(({ name }) => name);
      return { scan, names };
    });
    return {
      twins: twins.map(({ name, title }) => `${name} ${title}`),
      shared: shared.filter(({ names }) => names.length > 0),
    };
  }

  return {
    set(part) {
      const before = parts.get(part.id);
      if (before && isSame(before, part)) return [];
      const touched = new Set([...leave(part.id), ...join(part)]);
      touched.delete(part.id);
      return [...touched];
    },
    delete: (id) => [...new Set(leave(id))],
    clear() {
      parts.clear();
      groups.clear();
    },
    findings(id, onBug) {
      const part = parts.get(id);
      if (!part || keysOf(part).every((key) => (groups.get(key)?.length ?? 0) < 2)) return NOTHING;
      return runRules(CROSS_RULES, factsOf(part), onBug);
    },
  };
}

const NOTHING: readonly Finding[] = [];
/** So many of a group can be among the names shown; whoever comes later changes nothing that is said. */
const COUNTED = 16;

function isSame(a: CrossPart, b: CrossPart): boolean {
  const scansOf = ({ personalScans }: CrossPart) =>
    personalScans.map((scan) => Object.values(scan).join(' ')).join('\n');
  const isSamePerson = a.name === b.name && a.title === b.title && twinKey(a) === twinKey(b);
  return isSamePerson && scansOf(a) === scansOf(b);
}

function keysOf(part: CrossPart): readonly string[] {
  const scans = part.personalScans.map(scanKey);
  return [...new Set(part.identity === '' ? scans : [twinKey(part), ...scans])];
}

function twinKey({ year, identity }: CrossPart): string {
  return `${year} ${identity}`;
}

function scanKey({ hash }: PersonalScan): string {
  return hash;
}
