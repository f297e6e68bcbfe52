/** An invented application, complete enough for the wire. */
import { createHash, randomUUID } from 'node:crypto';
import type { Application, Attachment } from '#model/application.ts';
import { START } from '../support/fake-ports.ts';
import { createRandom, inventPerson } from '../support/people.ts';

const random = createRandom('sync');
let order = 0;

export function makeApplication(over: Partial<Application> = {}): Application {
  order += 1;
  const { name, idNumber, sex, birthday, phone } = inventPerson(random, order % 500, { from: 30, to: 50, year: 2026 });
  return {
    id: randomUUID(),
    version: 1,
    year: 2026,
    state: 'unit-review',
    applicant: { name, idNumber, sex, birthday, phone, department: '高二年级', employment: 'staff' },
    filing: {
      kind: 'review',
      series: '中小学教师',
      level: 'associate-senior',
      title: '高级教师',
      specialty: '数学',
      isEngineering: false,
      committee: '昆明市中小学高级教师评审委员会',
    },
    window: { isProvincial: false, opensAt: null, closesAt: START + 30 * 86_400_000 },
    chancesUsed: 0,
    strikes: 0,
    submittedAt: START - 86_400_000,
    submission: 1,
    modules: [],
    attachments: [],
    opinion: null,
    publicity: null,
    history: [],
    ...over,
  };
}

export type Scan = Readonly<{ attachment: Attachment; bytes: Uint8Array }>;

export function makeScan(sizeBytes: number, seed: string): Scan {
  const dice = createRandom(seed);
  const bytes = Uint8Array.from({ length: sizeBytes }, () => Math.floor(dice() * 256));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    bytes,
    attachment: {
      id: randomUUID(),
      moduleId: 'education',
      recordId: null,
      name: `${seed}.jpg`,
      sha256,
      sizeBytes,
      mime: 'image/jpeg',
    },
  };
}
