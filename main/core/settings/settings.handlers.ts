import type { Db } from '#archive/db.ts';
import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import { ok } from '#model/result.ts';
import type { Publish } from '../event-bus.ts';
import type { Caller } from '../router.ts';
import { readSettings, writeSettings, type Settings } from './settings.service.ts';

type Deps = Readonly<{ db: Db; publish: Publish }>;

export function createSettingsHandlers(office: () => Deps): Handlers<AppContract, Caller>['settings'] {
  return {
    get: () => ok(readSettings(office().db)),
    set: (changes) => {
      const { db, publish } = office();
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      const next = writeSettings(db, Object.fromEntries(given) as Partial<Settings>);
      publish('settings.changed', {});
      return ok(next);
    },
  };
}
