/** The unit and this computer's place at the city. */
import { generateKeyPairSync } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod';
import type { Archive } from '#archive/archive.ts';
import type { Db } from '#archive/db.ts';
import type { unit as unitContract } from '#contract/unit.contract.ts';
import { checkCreditCode } from '#model/credit-code.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Ports } from '#ports/index.ts';
import { EnrolRequest, EnrolResponse, type Unit as UnitFacts } from '#protocol/protocol.ts';
import { askCity, isSecureAddress, plainAddress, type CityFailure } from '../city/city.service.ts';
import type { Publish } from '../event-bus.ts';
import type { Person } from '../office.ts';
import { insertEnrolment, selectEnrolment, updateEpoch, type Enrolment } from './unit.repository.ts';

export type { Enrolment } from './unit.repository.ts';

type EnrolInput = z.output<typeof unitContract.enrol.input>;
type EnrolCode = (typeof unitContract.enrol.errors)[number];
export type Enrolled = Readonly<{ unit: UnitFacts; year: number }>;

export type Unit = Readonly<{
  enrolment(): Enrolment | null;
  /** Binds this computer to the unit's account; the device's key pair is made here and never leaves. */
  enrol(input: EnrolInput): Promise<Result<Enrolled, EnrolCode>>;
  /** Gives up an enrolment under way. */
  stop(): void;
}>;

type Deps = Readonly<{
  archive: Archive;
  person: Person;
  ports: Ports;
  publish: Publish;
  /** told once the enrolment is stored: the first pull can start */
  onEnrolled: () => void;
}>;

export function createUnit(deps: Deps): Unit {
  const { archive, person, ports, publish, onEnrolled } = deps;
  const { db } = archive;
  const stopping = new AbortController();

  async function enrol(input: EnrolInput): Promise<Result<Enrolled, EnrolCode>> {
    if (selectEnrolment(db)) return fail('already-enrolled');
    const creditCode = checkCreditCode(input.creditCode);
    if (!creditCode.ok) return fail('bad-credit-code');
    if (!isSecureAddress(input.cityUrl)) return fail('insecure-address');
    const device = newDevice();
    const cityUrl = plainAddress(input.cityUrl);
    const request = EnrolRequest.parse({
      creditCode: creditCode.value.code,
      account: input.account,
      password: input.password,
      deviceId: device.id,
      deviceKey: device.publicKey,
      deviceName: `${process.platform}-${device.id.slice(-6)}`,
    });
    const answer = await askCity(
      { net: ports.net, clock: ports.clock, url: cityUrl },
      { method: 'POST', path: 'v1/enrol', body: JSON.stringify(request), signal: stopping.signal },
      EnrolResponse,
    );
    if (!answer.ok) return refusalOf(answer.failure);
    const { unit, year, serverKey, epoch } = answer.value;
    if (selectEnrolment(db)) return fail('already-enrolled', 'enrolled meanwhile');
    db.transaction(() => {
      const enrolledAt = ports.clock.now();
      insertEnrolment(db, {
        unit,
        year,
        cityUrl,
        deviceId: device.id,
        devicePrivateKey: device.privateKey,
        serverKey,
        epoch,
        enrolledAt,
      });
      archive.audit.record({
        personId: person.id,
        act: 'unit.enrol',
        subject: unit.id,
        detail: { deviceId: device.id, year },
      });
    });
    publish('unit.changed', {});
    onEnrolled();
    return ok({ unit, year });
  }

  return { enrolment: () => selectEnrolment(db), enrol, stop: () => stopping.abort() };
}

/** Read by sync, which speaks to the city in this computer's name. */
export function readEnrolment(db: Db): Enrolment | null {
  return selectEnrolment(db);
}

/** The city's own record of the unit changed. */
export { receiveUnit as storeUnit } from './unit-update.ts';

export function storeEpoch(db: Db, epoch: number): void {
  updateEpoch(db, epoch);
}

function newDevice(): Readonly<{ id: string; publicKey: string; privateKey: string }> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { id: uuidv7(), publicKey: publicKey.toString('base64url'), privateKey: privateKey.toString('base64url') };
}

function refusalOf(failure: CityFailure): Result<never, EnrolCode> {
  if (failure.kind !== 'refused') {
    // a wrong certificate may be a wrong city: the password was not sent, and will not be
    const isElsewhere = failure.kind === 'not-the-city' || failure.kind === 'certificate';
    return fail(isElsewhere ? 'not-the-city' : 'city-unreachable', 'no answer from the city');
  }
  if (failure.code === 'account-locked') return fail('account-locked', 'the account is locked');
  if (failure.code === 'bad-credentials') {
    return fail('bad-credentials', 'the city does not know this account', { attemptsLeft: failure.attemptsLeft });
  }
  return fail('city-unreachable', 'the city could not answer');
}
