import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import { ok } from '#model/result.ts';
import type { Caller } from '../router.ts';
import type { Access } from './access.service.ts';

export function createAccessHandlers(access: Access): Handlers<AppContract, Caller>['access'] {
  return {
    status: async () => ok(await access.status()),
    setUp: (person) => access.setUp(person),
    unlock: ({ personId, passphrase }) => access.unlock(personId, passphrase),
    recover: (recovery) => access.recover(recovery),
    renewRecoveryCode: ({ passphrase }) => access.renewRecoveryCode(passphrase),
    lock: async () => {
      await access.lock();
      return ok(null);
    },
  };
}
