/** One application from its scenario: person, past, facts, then form and scans, and what is wrong with them. */
import type { Application } from '#model/application.ts';
import {
  completePerson,
  createRandom,
  inventPerson,
  makeIdNumber,
  type Person,
  type Random,
} from '../../support/people.ts';
import type { ScanSource } from '../scans/spec.ts';
import { CAREERS, COMMITTEES, windowOf, type Career } from './careers.ts';
import type { Filed } from './edits.ts';
import { planFacts, type Facts } from './facts.ts';
import { faultOf, type Around } from './faults.ts';
import { createFiler, makeUuid } from './filer.ts';
import { tellPast, type Course, type Past } from './history.ts';
import { fillModules } from './modules.ts';
import { SCENARIOS, type Scenario } from './scenarios.ts';
import { beijingDay } from '../clock.ts';

export type Plan = Readonly<{
  /** names the random sequence: the same name, index and day give the same application */
  seed: string;
  /** 'YYYY-MM-DD' in Beijing */
  day: string;
  unitName: string;
  /** everybody on the unit's lists */
  colleagues: string;
}>;

/** The first ones are the people of `SCENARIOS`; from then on its rows repeat under other names. */
export function buildApplication(plan: Plan, index: number, source: ScanSource): Application {
  const { id, scenario, past, facts, filed } = fileAll(plan, index, source);
  const { state, chancesUsed, strikes } = scenario;
  return {
    id,
    year: facts.year,
    state,
    ...past,
    ...filed,
    window: windowOf(facts.committee, plan.day),
    chancesUsed,
    strikes,
  };
}

type Begun = Readonly<{ random: Random; id: string; scenario: Scenario; past: Past; facts: Facts }>;

function fileAll(plan: Plan, index: number, source: ScanSource): Begun & Readonly<{ filed: Filed }> {
  const begun = begin(plan, index);
  const { random, scenario, facts } = begun;
  const filer = createFiler(random, source);
  fillModules(filer, random, facts);
  const right: Filed = {
    applicant: applicantOf(facts),
    filing: filingOf(facts),
    modules: filer.modules(),
    attachments: filer.attachments(),
  };
  const around: Around = {
    factsOf: (name) => begin(plan, rowOf(index, name)).facts,
    filedBy: (name) => fileAll(plan, rowOf(index, name), source).filed,
  };
  const filed = scenario.faults.reduce((sofar, key) => faultOf(key).filed?.(sofar, around) ?? sofar, right);
  return { ...begun, filed };
}

/** Everything about a person that needs no scans. */
function begin(plan: Plan, index: number): Begun {
  const random = createRandom(`${plan.seed}/${plan.day}/${index}`);
  const { scenario, person, career } = planPerson(plan, index, random);
  const newId = (): string => makeUuid(random);
  const id = newId();
  const { day, unitName: unit, colleagues } = plan;
  const bend = (usual: Course): Course =>
    scenario.faults.reduce((sofar, key) => faultOf(key).past?.(sofar, day) ?? sofar, usual);
  const past = tellPast({ random, newId, day, scenario, kind: career.kind, title: career.title, unit, bend });
  const { employment, flaw, hasDegreeRecord } = scenario;
  const submittedOn = beijingDay(past.history[0]?.at ?? past.submittedAt);
  const year = yearOf(plan);
  const about = { person, career, employment, flaw, unit, year, submittedOn, colleagues };
  const right = planFacts(random, { ...about, hasDegreeRecord: hasDegreeRecord || career.kind === 'recognition' });
  const factsOf = (name: string): Facts => begin(plan, rowOf(index, name)).facts;
  const facts = scenario.faults.reduce((sofar, key) => faultOf(key).facts?.(sofar, { factsOf }) ?? sofar, right);
  return { random, id, scenario, past, facts };
}

function planPerson(
  plan: Plan,
  index: number,
  random: Random,
): Readonly<{ scenario: Scenario; person: Person; career: Career }> {
  const row = SCENARIOS[index % SCENARIOS.length] as Scenario;
  const career: Career = CAREERS[row.career];
  const [from, to] = row.age ?? career.age;
  const year = yearOf(plan);
  const isNamed = index < SCENARIOS.length && plan.seed === 'sample';
  const born = isNamed
    ? completePerson(random, row, index, { from, to, year })
    : inventPerson(random, index, { from, to, year });
  const person = row.bornOn === null ? born : withBirthday(born, row.bornOn, index);
  return { scenario: { ...row, name: person.name }, person, career };
}

function withBirthday(person: Person, monthAndDay: string, order: number): Person {
  const birthday = `${person.birthday.slice(0, 4)}-${monthAndDay}`;
  return { ...person, birthday, idNumber: makeIdNumber(person.idNumber.slice(0, 6), birthday, person.sex, order) };
}

/** The index of the row of this name in the same round of rows. */
function rowOf(index: number, name: string): number {
  const row = SCENARIOS.findIndex((scenario) => scenario.name === name);
  if (row === -1) throw new Error(`no row named ${name}`);
  return index - (index % SCENARIOS.length) + row;
}

function yearOf({ day }: Plan): number {
  return Number(day.slice(0, 4));
}

function applicantOf({ person, department, employment }: Facts): Application['applicant'] {
  const { name, idNumber, sex, birthday, phone } = person;
  return { name, idNumber, sex, birthday, phone, department, employment };
}

function filingOf({ career, specialty, committee }: Facts): Application['filing'] {
  const { kind, series, level, title, isEngineering } = career;
  return { kind, series, level, title, specialty, isEngineering, committee: COMMITTEES[committee].name };
}
