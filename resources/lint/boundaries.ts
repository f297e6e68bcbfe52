/** Who may import whom: one table, and the pure functions that read it. Paths are root-relative with '/'. */

type Rule = Readonly<{
  /** the layer: files below this path (a file's own path for single files); the longest match wins */
  at: string;
  /** path prefixes that may be imported, beside the layer itself */
  may: readonly string[];
  /** path prefixes that may be imported as types only */
  mayAsTypes?: readonly string[];
  /** packages, exact or by scope ('@x/'); 'node:' stands for Node's own modules */
  packages: readonly string[];
  packagesAsTypes?: readonly string[];
}>;

const CONTRACT = 'preload/contract/';
const MODEL = 'preload/model/';
const PORTS = 'main/ports/';
const PROTOCOL = 'resources/city-protocol/';
const ARCHIVE = 'main/archive/';
const VAULT = 'main/vault/';
const CORE_ROOT = [
  'main/core/desk.ts',
  'main/core/event-bus.ts',
  'main/core/office.ts',
  'main/core/router.ts',
  'main/core/services.ts',
] as const;
const SCREEN_PACKAGES = ['react', 'react-dom', 'antd', 'zustand', '@tanstack/'] as const;

export const RULES: readonly Rule[] = [
  { at: MODEL, may: [], packages: [] },
  { at: CONTRACT, may: [MODEL, PROTOCOL], packages: ['zod'] },
  { at: 'preload/bridge.ts', may: [], mayAsTypes: [CONTRACT, MODEL], packages: ['electron'] },
  { at: PROTOCOL, may: [MODEL], packages: ['zod', 'canonicalize', 'node:'] },
  { at: PORTS, may: [MODEL], packages: ['node:'] },
  {
    at: ARCHIVE,
    may: [MODEL, PORTS, 'main/archive/migrations/'],
    packages: ['better-sqlite3-multiple-ciphers', 'canonicalize', 'zod', 'node:'],
  },
  // a migration is frozen: nothing that grows may change what it does
  { at: 'main/archive/migrations/', may: [], mayAsTypes: ['main/archive/db.ts'], packages: [] },
  { at: VAULT, may: [MODEL, PORTS, ARCHIVE], packages: ['node:'] },
  {
    at: 'main/jobs/',
    may: [MODEL, PORTS],
    packages: [
      'sharp',
      '@embedpdf/pdfium',
      'libheif-js',
      'pdf-lib',
      '@cantoo/',
      'docxtemplater',
      'pizzip',
      'saxes',
      '@zip.js/',
      'xlsx',
      'zod',
      'node:',
    ],
  },
  {
    at: 'main/core/',
    may: [CONTRACT, MODEL, PORTS, PROTOCOL, ARCHIVE, VAULT, 'main/jobs/'],
    packages: ['zod', 'canonicalize', 'pinyin-pro', 'uuidv7', '@zip.js/', 'node:'],
  },
  { at: 'main/hosts/adapters/', may: [MODEL, PORTS], packages: ['node:'] },
  {
    at: 'main/hosts/electron/',
    may: [CONTRACT, MODEL, PORTS, 'main/hosts/adapters/', ...CORE_ROOT],
    packages: ['electron', 'node:'],
  },
  {
    at: 'main/hosts/loopback/',
    may: [CONTRACT, MODEL, PORTS, 'main/hosts/adapters/', ...CORE_ROOT],
    packages: ['node:'],
  },
  {
    at: 'renderer/app/',
    may: ['renderer/features/', 'renderer/client/', 'renderer/ui/', 'renderer/drawer/', MODEL],
    mayAsTypes: [CONTRACT],
    packages: SCREEN_PACKAGES,
    packagesAsTypes: ['zod'],
  },
  {
    at: 'renderer/features/',
    may: ['renderer/client/', 'renderer/ui/', 'renderer/drawer/', MODEL],
    mayAsTypes: [CONTRACT],
    packages: SCREEN_PACKAGES,
    packagesAsTypes: ['zod'],
  },
  { at: 'renderer/client/', may: [MODEL], mayAsTypes: [CONTRACT, 'preload/bridge.ts'], packages: ['react'] },
  { at: 'renderer/ui/', may: [MODEL], packages: ['react', 'antd'] },
  { at: 'renderer/drawer/', may: [MODEL], packages: ['dexie'] },
];

/** package.json `imports`: every layer that has a subpath is reached by it and not by a relative path. */
const SUBPATHS: Readonly<Record<string, string>> = {
  '#contract/': CONTRACT,
  '#model/': MODEL,
  '#core/': 'main/core/',
  '#archive/': ARCHIVE,
  '#vault/': VAULT,
  '#jobs/': 'main/jobs/',
  '#ports/': PORTS,
  '#protocol/': PROTOCOL,
};

/**
 * What is wrong with `from` importing `specifier`, as a sentence, or null.
 * Files outside the table (tools, configs) are free, except that only tests import tests.
 */
export function objection(from: string, specifier: string, isTypeOnly: boolean): string | null {
  if (from.startsWith('test/')) return null;
  const target = resolve(from, specifier);
  const rule = ruleOf(from);
  if (target === null) {
    return rule && !allowsPackage(rule, specifier, isTypeOnly)
      ? `${rule.at} may not use the package '${specifier}'.`
      : null;
  }
  if (target.startsWith('test/')) return 'Only tests import from test/.';
  if (specifier.startsWith('../../../')) return 'Reach other layers by their # subpath, not by ../../..';
  if (!rule) return null;
  return acrossLayers(rule, specifier, target, isTypeOnly) ?? insideLayer(from, target);
}

function acrossLayers(rule: Rule, specifier: string, target: string, isTypeOnly: boolean): string | null {
  if (ruleOf(target)?.at === rule.at) return null;
  if (!isTypeOnly && rule.mayAsTypes?.some((prefix) => target.startsWith(prefix))) {
    return `${rule.at} may import ${target} as types only.`;
  }
  if (![...rule.may, ...(rule.mayAsTypes ?? [])].some((prefix) => target.startsWith(prefix))) {
    return `${rule.at} may not import ${target}.`;
  }
  const subpath = Object.entries(SUBPATHS).find(([, prefix]) => target.startsWith(prefix));
  if (subpath && !specifier.startsWith('#') && !rule.at.startsWith(subpath[1])) {
    return `Reach ${subpath[1]} as ${subpath[0]}…`;
  }
  return target.startsWith('renderer/features/') ? notTheFace(target) : null;
}

/** Core's domains know each other by their service; features by their index. */
function insideLayer(from: string, target: string): string | null {
  const theirDomain = folderBelow('main/core/', target);
  const ourDomain = folderBelow('main/core/', from);
  if (theirDomain && ourDomain && theirDomain !== ourDomain && !target.endsWith(`/${theirDomain}.service.ts`)) {
    return `Another domain is reached by its ${theirDomain}.service.ts only.`;
  }
  const ourFeature = folderBelow('renderer/features/', from);
  if (!ourFeature || folderBelow('renderer/features/', target) === ourFeature) return null;
  return target.startsWith('renderer/features/') ? notTheFace(target) : null;
}

function notTheFace(target: string): string | null {
  return /^renderer\/features\/[^/]+\/index\.ts$/.test(target)
    ? null
    : 'Another feature is reached by its index.ts only.';
}

function folderBelow(prefix: string, file: string): string | null {
  if (!file.startsWith(prefix)) return null;
  const [folder, rest] = file.slice(prefix.length).split('/', 2);
  return rest === undefined ? null : (folder ?? null);
}

function ruleOf(file: string): Rule | null {
  const matches = RULES.filter(({ at }) => file.startsWith(at));
  return matches.toSorted((a, b) => b.at.length - a.at.length)[0] ?? null;
}

function allowsPackage(rule: Rule, specifier: string, isTypeOnly: boolean): boolean {
  const names = isTypeOnly ? [...rule.packages, ...(rule.packagesAsTypes ?? [])] : rule.packages;
  return names.some((name) =>
    name.endsWith('/') || name.endsWith(':')
      ? specifier.startsWith(name)
      : specifier === name || specifier.startsWith(`${name}/`),
  );
}

/** Root-relative path of a `#` or relative specifier; null for a package. */
function resolve(from: string, specifier: string): string | null {
  const subpath = Object.entries(SUBPATHS).find(([prefix]) => specifier.startsWith(prefix));
  if (subpath) return subpath[1] + specifier.slice(subpath[0].length);
  if (!specifier.startsWith('.')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
