import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import { ok } from '#model/result.ts';
import type { Caller } from '../router.ts';
import type { Sync } from './sync.service.ts';

export function createSyncHandlers(office: () => { sync: Sync }): Handlers<AppContract, Caller>['sync'] {
  return {
    status: () => ok(office().sync.status()),
    now: () => office().sync.now(),
    outbox: (page) => ok(office().sync.outbox(page)),
    receipt: ({ commandId }) => office().sync.receipt(commandId),
    tasks: () => ok(office().sync.tasks()),
    resolveTask: ({ taskId, answer }) => office().sync.resolveTask(taskId, answer),
    log: (page) => ok(office().sync.log(page)),
  };
}
