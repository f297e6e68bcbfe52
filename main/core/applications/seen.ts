/** What this person has looked at, as it stood then: a mark holds while its fingerprint matches. */
import { MODULES, type ModuleId } from '#model/modules.ts';
import type { Digest } from './digest.ts';

/** Modules looked at as they stand now. */
export function seenModules(digest: Digest, marks: ReadonlyMap<string, string>): readonly ModuleId[] {
  return MODULES.map((m) => m.id).filter((id) => marks.get(`module:${id}`) === digest.fingerprints[id]);
}

/** Modules looked at once and changed since: what a corrected application is opened on. */
export function changedModules(digest: Digest, marks: ReadonlyMap<string, string>): readonly ModuleId[] {
  return MODULES.map((m) => m.id).filter((id) => {
    const seen = marks.get(`module:${id}`);
    return seen !== undefined && seen !== digest.fingerprints[id];
  });
}
