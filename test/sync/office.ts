/** A desk's sync side on a real encrypted archive and vault, with the applications kept as plainly as possible. */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { openFileVault, type VaultKeys } from '#vault/file-vault.ts';
import type { Db } from '#archive/db.ts';
import { deleteApplication, findApplication, putApplication } from '#core/applications/applications.repository.ts';
import { makeDigest } from '#core/applications/digest.ts';
import { enqueue, type NewAct } from '#core/outbox/outbox.service.ts';
import type { Publish } from '#core/event-bus.ts';
import {
  createSync,
  type Sync,
  type SyncApplications,
  type SyncOffice,
  type SyncTuning,
} from '#core/sync/sync.service.ts';
import { insertEnrolment, type Enrolment } from '#core/unit/unit.repository.ts';
import type { Application } from '#model/application.ts';
import type { Clock, Net } from '#ports/index.ts';
import { fakePorts, START } from '../support/fake-ports.ts';
import { openTempArchive, type TempArchive } from '../support/temp-archive.ts';

export const PERSON = { id: '0191f3a0-0000-7000-8000-000000000001', name: '李敏', role: 'reviewer' } as const;

export type TestOffice = Readonly<{
  office: SyncOffice;
  db: Db;
  temp: TempArchive;
  applications: SyncApplications & Readonly<{ committedIds: string[]; touchedIds: string[] }>;
  events: string[];
  errors: unknown[];
  sync: Sync;
  /** Stops sync and starts another on the same files, as after a crash. */
  restart(): Promise<TestOffice>;
  close(): Promise<void>;
}>;

export type OfficeOptions = Readonly<{ net: Net; clock?: Clock; tuning?: SyncTuning }>;

/** Wall time runs on from `START`; monotonic time is the machine's. */
export function runningClock(startsAt: number = START): Clock {
  const offset = startsAt - Date.now();
  return { now: () => Date.now() + offset, monotonic: () => performance.now() };
}

export async function openTestOffice(options: OfficeOptions): Promise<TestOffice> {
  return assemble(openTempArchive(), options, { content: randomBytes(32), name: randomBytes(32) });
}

async function assemble(temp: TempArchive, options: OfficeOptions, keys: VaultKeys): Promise<TestOffice> {
  const { archive, db } = temp;
  const ports = fakePorts({ profile: temp.dir });
  const errors: unknown[] = [];
  const events: string[] = [];
  const vault = await openFileVault({ dir: path.join(temp.dir, 'vault'), keys });
  const applications = createPlainApplications(db);
  const publish: Publish = (name) => void events.push(name);
  const log = { ...ports.log, error: (_event: string, error: unknown) => void errors.push(error) };
  const clock = options.clock ?? runningClock();
  const office: SyncOffice = {
    archive,
    vault,
    person: PERSON,
    ports: { ...ports, clock, net: options.net, log },
    publish,
    applications,
  };
  const sync = createSync(office, { random: () => 0.01, ...options.tuning });
  return {
    office,
    db,
    temp,
    applications,
    events,
    errors,
    sync,
    async restart() {
      await sync.stop();
      vault.close();
      return assemble(temp.reopen(), options, keys);
    },
    async close() {
      await sync.stop();
      vault.close();
      temp.dispose();
    },
  };
}

function createPlainApplications(db: Db): TestOffice['applications'] {
  const committedIds: string[] = [];
  const touchedIds: string[] = [];
  return {
    committedIds,
    touchedIds,
    receive: (application) =>
      putApplication(db, application, { digest: makeDigest(application), findings: [], findingsKey: '' }),
    remove: (id) => deleteApplication(db, id),
    committed: (ids) => void committedIds.push(...(ids ?? [])),
    touched: (ids) => void touchedIds.push(...ids),
    count: () => db.prepare<{ n: number }>('SELECT count(*) AS n FROM application').get()?.n ?? 0,
    nameOf: (id) => findApplication(db, id)?.applicant.name ?? null,
    read: (id) => findApplication(db, id),
  };
}

/** Everything the desk holds, by id. */
export function allApplications({ db }: TestOffice): Application[] {
  const ids = db.prepare<{ id: string }>('SELECT id FROM application ORDER BY id').all();
  return ids.flatMap(({ id }) => findApplication(db, id) ?? []);
}

export type KeyPair = Readonly<{ publicKey: string; privateKey: string }>;

export function makeKeys(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { publicKey: publicKey.toString('base64url'), privateKey: privateKey.toString('base64url') };
}

export const UNIT = {
  id: '0191f3a0-0000-7000-8000-00000000aaaa',
  name: '昆明市第三十中学',
  creditCode: '12530100431204567A',
  kind: 'city-owned',
  county: '五华区',
  address: '昆明市五华区学府路1号',
  phone: '0871-65550000',
  head: '',
  contact: '',
  supervisor: '',
  formerNames: [],
} as const;

export function enrolWith(db: Db, device: KeyPair, serverKey: string, facts: Partial<Enrolment> = {}): Enrolment {
  const enrolment: Enrolment = {
    unit: UNIT,
    year: 2026,
    cityUrl: 'http://127.0.0.1:1',
    deviceId: randomUUID(),
    devicePrivateKey: device.privateKey,
    serverKey,
    epoch: 1,
    enrolledAt: START,
    ...facts,
  };
  insertEnrolment(db, enrolment);
  return enrolment;
}

/** Decides as review would, due at once unless told otherwise. */
export function decide(db: Db, application: Application, over: Partial<NewAct> = {}): string {
  const decision: NewAct = {
    commandId: randomUUID(),
    applicationId: application.id,
    act: 'return',
    payload: { opinion: '请补充学历证书扫描件。' },
    baseVersion: application.version,
    expect: { state: application.state, chancesUsed: application.chancesUsed, strikes: application.strikes },
    decidedAt: START,
    decidedById: PERSON.id,
    decidedBy: PERSON.name,
    sendsAt: 0,
    ...over,
  };
  db.transaction(() => enqueue(db, decision));
  return decision.commandId;
}

/** What was only logged must not pass for success. */
export function failOnUnseen(desk: TestOffice): void {
  const [unseen] = desk.errors;
  if (unseen !== undefined) throw unseen instanceof Error ? unseen : new Error('something was logged as a bug');
}

/** Waits until `isSo`; fails loudly rather than hanging. */
export async function until(isSo: () => boolean, what: string, timeoutMs = 4_000): Promise<void> {
  const endsAt = performance.now() + timeoutMs;
  while (!isSo()) {
    if (performance.now() > endsAt) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
