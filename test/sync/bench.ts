/** A desk and a scripted city side by side, with the questions that the tests of sync keep asking. */
import { actsById, type ActView } from '#core/outbox/outbox.service.ts';
import type { Application } from '#model/application.ts';
import { makeApplication } from './application.ts';
import {
  enrolWith,
  failOnUnseen,
  makeKeys,
  openTestOffice,
  until,
  type OfficeOptions,
  type TestOffice,
} from './office.ts';
import { createScriptedCity, type ScriptedCity } from './scripted-city.ts';

export type Bench = {
  readonly city: ScriptedCity;
  desk: TestOffice;
  deliveryOf(commandId: string): ActView | undefined;
  isOnline(): Promise<void>;
  network(name: string): Promise<void>;
  delivered(commandId: string): Promise<void>;
  drained(): Promise<void>;
  cursor(): string | undefined;
  /** 'kind:count:code', newest first */
  log(): string[];
  restart(): Promise<void>;
  /** Closes, and fails when anything went wrong unseen. */
  close(): Promise<void>;
};

export async function openBench(
  options: Partial<OfficeOptions> & Readonly<{ isEnrolled?: boolean }> = {},
): Promise<Bench> {
  const city = createScriptedCity();
  const desk = await openTestOffice({ net: city.net, ...options });
  if (options.isEnrolled !== false) enrolWith(desk.db, makeKeys(), city.keys.publicKey);
  const bench: Bench = {
    city,
    desk,
    deliveryOf: (commandId) => actsById(bench.desk.db, [commandId], bench.desk.office.ports.clock.now()).get(commandId),
    isOnline: () => until(() => isQuiet(bench.desk), 'online'),
    network: (name) => until(() => bench.desk.sync.status().network === name, name),
    delivered: (commandId) => until(() => bench.deliveryOf(commandId)?.delivery === 'effective', 'effective'),
    drained: () => until(() => bench.desk.sync.status().pending.count === 0, 'drained'),
    cursor: () => bench.desk.db.prepare<{ cursor: string }>('SELECT cursor FROM pull_state').get()?.cursor,
    log: () => bench.desk.sync.log({ offset: 0, limit: 100 }).entries.map((e) => `${e.kind}:${e.count}:${e.code}`),
    async restart() {
      bench.desk = await bench.desk.restart();
      bench.desk.sync.start();
    },
    async close() {
      await bench.desk.close();
      failOnUnseen(bench.desk);
    },
  };
  return bench;
}

/** With `count` applications at the city that the desk has already. */
export async function openAndPull<T extends Application[]>(
  count: T['length'],
): Promise<{ bench: Bench; applications: T }> {
  const bench = await openBench();
  const applications = Array.from({ length: count }, () => makeApplication()) as T;
  bench.city.put(...applications);
  bench.desk.sync.start();
  await bench.isOnline();
  return { bench, applications };
}

function isQuiet(desk: TestOffice): boolean {
  const { network, phase } = desk.sync.status();
  return network === 'online' && phase === 'idle';
}

export function waitForAbort(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
