/** 任现职前, 任现职后: what was done before the present title and since, told apart by the months that were filed. */
import type { Application, FiledRecord } from '#model/application.ts';
import type { ModuleId } from '#model/modules.ts';
import { parseGivenDay } from '#model/months.ts';
import { filed, recordsOf } from '../filed.ts';
import { isOpenEnd } from '../given-days.ts';

/** What is shown under both headings, in the guide's order, with the field that says when it was done. */
const DONE_ON = {
  'main-work': 'to',
  project: 'to',
  patent: 'grantedOn',
  award: 'awardedOn',
} as const satisfies Partial<Record<ModuleId, string>>;
export type AchievementModule = keyof typeof DONE_ON;
export const ACHIEVEMENT_MODULES: readonly AchievementModule[] = ['main-work', 'project', 'patent', 'award'];

export type Achievements = Readonly<Record<AchievementModule, readonly FiledRecord[]>>;

/** `undated`: nobody can say on which side of the title it lies. */
export type SplitAchievements = Readonly<{ before: Achievements; after: Achievements; undated: Achievements }>;

/** Null where no title is held, or nobody filed since when: then there is nothing to split by. */
export function splitAchievements(application: Application, held: FiledRecord | undefined): SplitAchievements | null {
  const since = parseGivenDay(filed(held, 'appointedOn')) ?? parseGivenDay(filed(held, 'obtainedOn'));
  if (!since) return null;
  const side = (id: AchievementModule, record: FiledRecord) => {
    const end = filed(record, DONE_ON[id]);
    const done = parseGivenDay(end);
    if (done) return done.last < since.first ? 'before' : 'after';
    return isOpenEnd(end) && parseGivenDay(filed(record, 'from')) ? 'after' : 'undated';
  };
  const those = (wanted: ReturnType<typeof side>) =>
    pickAchievements(application, (id, record) => side(id, record) === wanted);
  return { before: those('before'), after: those('after'), undated: those('undated') };
}

export function allAchievements(application: Application): Achievements {
  return pickAchievements(application, () => true);
}

function pickAchievements(
  application: Application,
  isWanted: (id: AchievementModule, record: FiledRecord) => boolean,
): Achievements {
  const of = (id: AchievementModule) => recordsOf(application, id).filter((record) => isWanted(id, record));
  return { 'main-work': of('main-work'), project: of('project'), patent: of('patent'), award: of('award') };
}
