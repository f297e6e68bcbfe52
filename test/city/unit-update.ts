/** What a unit changes of itself; another name keeps the one before, with the day it ended (五(四)7). */
import type { PlainDate } from '#model/beijing-time.ts';
import { renamed } from '#model/unit-facts.ts';
import type { Unit, UnitUpdate } from '#protocol/protocol.ts';

export function applyUnitUpdate(unit: Unit, { renamedOn, ...facts }: UnitUpdate): Unit {
  return { ...unit, ...facts, formerNames: renamed(unit, facts.name, renamedOn as PlainDate | null) };
}
