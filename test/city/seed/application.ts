/** One application from its scenario: person, filing, window, modules, scans and past. */
import type { Application } from '#model/application.ts';
import { completePerson, createRandom, inventPerson, pick, type Person } from '../../support/people.ts';
import type { ScanSource } from '../scans/spec.ts';
import { CAREERS, COMMITTEES, windowOf, type Career } from './careers.ts';
import { createFiler, makeUuid } from './filer.ts';
import { tellPast } from './history.ts';
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

/** The first 40 are the people of `SCENARIOS`; from then on its rows repeat under other names. */
export function buildApplication(plan: Plan, index: number, source: ScanSource): Application {
  const random = createRandom(`${plan.seed}/${plan.day}/${index}`);
  const row = SCENARIOS[index % SCENARIOS.length] as Scenario;
  const career: Career = CAREERS[row.career];
  const year = Number(plan.day.slice(0, 4));
  const [from, to] = career.age;
  const person =
    index < SCENARIOS.length && plan.seed === 'sample'
      ? completePerson(random, row, index, { from, to, year })
      : inventPerson(random, index, { from, to, year });
  const scenario: Scenario = { ...row, name: person.name };
  const id = makeUuid(random);
  const specialty = pick(random, career.specialties);
  const department = pick(random, career.departments);
  const filer = createFiler(random, source);
  const past = tellPast({
    random,
    newId: filer.newId,
    day: plan.day,
    scenario,
    title: career.title,
    unit: plan.unitName,
  });
  const submittedOn = beijingDay(past.history[0]?.at ?? past.submittedAt);
  const { employment, flaw, lacksAssessment } = scenario;
  const { unitName: unit, colleagues } = plan;
  fillModules(filer, random, {
    person,
    career,
    specialty,
    department,
    employment,
    unit,
    year,
    submittedOn,
    flaw,
    lacksAssessment,
    colleagues,
  });
  return {
    id,
    year,
    state: scenario.state,
    ...past,
    applicant: applicantOf(person, department, scenario),
    filing: filingOf(career, specialty),
    window: windowOf(career.committee, plan.day),
    chancesUsed: scenario.chancesUsed,
    strikes: scenario.strikes,
    modules: filer.modules(),
    attachments: filer.attachments(),
  };
}

function applicantOf(person: Person, department: string, { employment }: Scenario): Application['applicant'] {
  const { name, idNumber, sex, birthday, phone } = person;
  return { name, idNumber, sex, birthday, phone, department, employment };
}

function filingOf(
  { kind, series, level, title, isEngineering, committee }: Career,
  specialty: string,
): Application['filing'] {
  return { kind, series, level, title, specialty, isEngineering, committee: COMMITTEES[committee].name };
}
