/** 单位信息 (五(三)2): what the unit says of itself, changed here at once and told to the city when there is a line. */
import type * as z from 'zod';
import type { Archive, JournalEntry } from '#archive/archive.ts';
import { isKept, noRoom } from '#archive/db.ts';
import type { unit as contract } from '#contract/unit.contract.ts';
import { beijingDateOf, type PlainDate } from '#model/beijing-time.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { missingUnitFields, renamed, unitChanges, type UnitChange } from '#model/unit-facts.ts';
import type { Clock } from '#ports/index.ts';
import type { Unit, UnitUpdate } from '#protocol/protocol.ts';
import type { Publish } from '../event-bus.ts';
import type { Person } from '../office.ts';
import { actsById, enqueue, hasUnsent, type NewAct } from '../outbox/outbox.service.ts';
import { insertUnitChanges, selectEnrolment, selectUnitChanges, updateUnit } from './unit.repository.ts';

type Input = z.output<typeof contract.update.input>;
type History = Pick<z.input<typeof contract.history.output>, 'changes'>;
type Code = (typeof contract.update.errors)[number];

export type UnitFactsDesk = Readonly<{
  update(input: Input): Result<{ unit: Unit }, Code>;
  history(): History;
}>;

type Deps = Readonly<{
  archive: Archive;
  person: Person;
  clock: Clock;
  publish: Publish;
  sync: Readonly<{ nudge(): void }>;
}>;

const UPDATED = 'unit';
type Update = Readonly<{ act: NewAct; unit: Unit; changes: readonly UnitChange[] }>;

export function createUnitFacts({ archive, person, clock, publish, sync }: Deps): UnitFactsDesk {
  const { db } = archive;
  return {
    update({ commandId, facts: typed }) {
      const unit = selectEnrolment(db)?.unit;
      if (!unit) return fail('not-enrolled');
      // the same act again (a lost answer, a double press) has the same outcome, once
      if (actsById(db, [commandId], clock.now()).size > 0) return ok({ unit });
      const { renamedOn, ...facts } = trimmed(typed);
      const missing = missingUnitFields(facts);
      if (missing.length > 0) return fail('facts-incomplete', 'facts are missing', { missing });
      const changes = unitChanges(unit, facts);
      if (changes.length === 0) return fail('nothing-changed');
      const day = facts.name === unit.name ? null : (renamedOn as PlainDate | null);
      if (facts.name !== unit.name && (day === null || day > beijingDateOf(clock.now()))) return fail('rename-undated');
      const now = clock.now();
      const update: Update = {
        act: {
          commandId,
          applicationId: null,
          act: 'unit',
          payload: { ...facts, renamedOn: day },
          baseVersion: 0,
          expect: null,
          decidedAt: now,
          decidedById: person.id,
          decidedBy: person.name,
          sendsAt: now,
        },
        unit: { ...unit, ...facts, formerNames: renamed(unit, facts.name, day) },
        changes,
      };
      if (!isKept(() => replayUnit(archive, archive.journal.append(UPDATED, update)))) {
        return noRoom();
      }
      publish('unit.changed', {});
      sync.nudge();
      return ok({ unit: update.unit });
    },
    history() {
      const rows = selectUnitChanges(db);
      const acts = actsById(
        db,
        rows.flatMap(({ commandId }) => commandId ?? []),
        clock.now(),
      );
      return {
        changes: rows.map(({ commandId, ...change }) => ({
          ...change,
          delivery: (commandId === null ? null : acts.get(commandId)?.delivery) ?? null,
        })),
      };
    },
  };
}

/** Brings the archive up to one entry of its journal. Harmless twice. */
export function replayUnit({ db, audit }: Archive, { kind, payload }: JournalEntry): void {
  if (kind !== UPDATED) return;
  const { act, unit, changes } = payload as Update;
  if (actsById(db, [act.commandId], act.decidedAt).size > 0) return;
  db.transaction(() => {
    enqueue(db, act);
    updateUnit(db, unit);
    insertUnitChanges(db, changes, { at: act.decidedAt, person: act.decidedBy, commandId: act.commandId });
    const fields = changes.map(({ field }) => field);
    audit.record({ personId: act.decidedById, act: 'unit.update', subject: unit.id, detail: { fields } });
  });
}

/** The city's own record; while ours has not left, it would only bring back what was just changed. */
export function receiveUnit(db: Parameters<typeof updateUnit>[0], unit: Unit): void {
  if (!hasUnsent(db, 'unit')) updateUnit(db, unit);
}

function trimmed(facts: UnitUpdate): UnitUpdate {
  const { name, county, address, phone, head, contact, supervisor } = facts;
  return {
    ...facts,
    name: name.trim(),
    county: county.trim(),
    address: address.trim(),
    phone: phone.trim(),
    head: head.trim(),
    contact: contact.trim(),
    supervisor: supervisor.trim(),
  };
}
