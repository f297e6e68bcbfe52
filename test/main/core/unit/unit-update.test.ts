import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUnitFacts, receiveUnit, replayUnit, type UnitFactsDesk } from '#core/unit/unit-update.ts';
import { readEnrolment } from '#core/unit/unit.service.ts';
import { outboxPage, settleEffective, markSending } from '#core/outbox/outbox.service.ts';
import type { UnitUpdate } from '#protocol/protocol.ts';
import { enrolWith, makeKeys, PERSON, UNIT } from '../../../sync/office.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { START } from '../../../support/fake-ports.ts';
import { openTempArchive, type TempArchive } from '../../../support/temp-archive.ts';

const FACTS: UnitUpdate = {
  name: UNIT.name,
  kind: UNIT.kind,
  county: UNIT.county,
  address: UNIT.address,
  phone: UNIT.phone,
  head: '周正华',
  contact: '李敏',
  supervisor: '昆明市教育体育局',
  renamedOn: null,
};

let temp: TempArchive;
let told: string[];
let desk: UnitFactsDesk;
beforeEach(() => {
  temp = openTempArchive();
  enrolWith(temp.db, makeKeys(), makeKeys().publicKey);
  told = [];
  desk = open();
});
afterEach(() => temp.dispose());

function open(): UnitFactsDesk {
  return createUnitFacts({
    archive: temp.archive,
    person: PERSON,
    clock: { now: () => START, monotonic: () => 0 },
    publish: (name) => void told.push(name),
    sync: { nudge: () => void told.push('nudge') },
  });
}

function update(over: Partial<UnitUpdate> = {}, commandId: string = randomUUID()) {
  return desk.update({ commandId, facts: { ...FACTS, ...over } });
}

const unit = () => readEnrolment(temp.db)?.unit;
const acts = () => outboxPage(temp.db, { offset: 0, limit: 10 }, START).acts;

describe('what the unit says of itself', () => {
  it('is changed here at once, kept field by field, and waits for the city', () => {
    expectOk(update());
    expect(unit()).toMatchObject({ head: '周正华', contact: '李敏', supervisor: '昆明市教育体育局', formerNames: [] });
    expect(
      desk
        .history()
        .changes.map(({ field, before, after, person, delivery }) => [field, before, after, person, delivery]),
    ).toEqual([
      ['contact', '', '李敏', '李敏', 'due'],
      ['head', '', '周正华', '李敏', 'due'],
      ['supervisor', '', '昆明市教育体育局', '李敏', 'due'],
    ]);
    expect(acts()).toMatchObject([{ act: 'unit', applicationId: null, payload: FACTS }]);
    expect(told).toEqual(['unit.changed', 'nudge']);
  });

  it('keeps the name of before when it is renamed under the same code (五(四)7)', () => {
    expect(update({ name: '昆明市翠湖中学' })).toMatchObject({ ok: false, error: { code: 'rename-undated' } });
    expect(update({ name: '昆明市翠湖中学', renamedOn: '2099-01-01' })).toMatchObject({
      error: { code: 'rename-undated' },
    });
    expectOk(update({ name: '昆明市翠湖中学', renamedOn: '2026-08-20' }));
    expect(unit()).toMatchObject({
      name: '昆明市翠湖中学',
      creditCode: UNIT.creditCode,
      formerNames: [{ name: UNIT.name, until: '2026-08-20' }],
    });
  });

  it.each<[string, Partial<UnitUpdate>, readonly string[]]>([
    ['a name', { name: '  ' }, ['name']],
    ['a superior of a city-owned unit', { supervisor: '' }, ['supervisor']],
    ['head and telephone', { head: '', phone: '' }, ['head', 'phone']],
  ])('is not taken without %s', (_what, over, missing) => {
    expect(update(over)).toMatchObject({ ok: false, error: { code: 'facts-incomplete', details: { missing } } });
    expect(acts()).toEqual([]);
  });

  it('needs no superior where there is none (Q3 c), and says so when nothing is new', () => {
    expectOk(update({ kind: 'non-public', supervisor: '' }));
    expect(update({ kind: 'non-public', supervisor: '' })).toMatchObject({ error: { code: 'nothing-changed' } });
  });

  it('is changed once by the same act sent twice, and again after a crash from the journal alone', () => {
    const commandId = randomUUID();
    expectOk(update({}, commandId));
    expectOk(update({}, commandId));
    expect(acts()).toHaveLength(1);
    for (const entry of temp.archive.journal.entries()) replayUnit(temp.archive, entry);
    expect(acts()).toHaveLength(1);
    expect(temp.archive.audit.firstBroken()).toBeNull();
  });

  it('is not undone by the city’s older record while ours has not arrived, and yields to a newer one after', () => {
    expectOk(update());
    receiveUnit(temp.db, { ...UNIT, head: '旧负责人' });
    expect(unit()?.head).toBe('周正华');
    const [act] = acts();
    if (!act) throw new Error('no act');
    markSending(temp.db, act, 1, '{}');
    const receipt = { number: '20260901-0001', commandId: act.commandId, applicationId: null, version: null };
    settleEffective(
      temp.db,
      { ...receipt, payloadHash: 'a'.repeat(64), cursor: '1', serverTime: START, signature: 'x' },
      START,
    );
    receiveUnit(temp.db, { ...UNIT, head: '新负责人' });
    expect(unit()?.head).toBe('新负责人');
    expect(desk.history().changes[0]?.delivery).toBe('effective');
  });
});
