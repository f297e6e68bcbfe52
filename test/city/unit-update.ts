/** What a unit changes of itself; another name keeps the one before, with the day it ended (五(四)7). */
import type { Unit, UnitUpdate } from '#protocol/protocol.ts';

export function applyUnitUpdate(unit: Unit, { renamedOn, ...facts }: UnitUpdate): Unit {
  const isRenamed = facts.name !== unit.name && renamedOn !== null;
  const formerNames = isRenamed ? [...unit.formerNames, { name: unit.name, until: renamedOn }] : unit.formerNames;
  return { ...unit, ...facts, formerNames };
}
