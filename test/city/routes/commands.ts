/** POST /v1/commands. */
import type { FastifyInstance } from 'fastify';
import type * as z from 'zod';
import { CommandsRequest, type CommandsResponse } from '#protocol/protocol.ts';
import { isForked, runCommands } from '../commands.ts';
import { Refusal, type CityContext } from '../context.ts';
import { epochOf } from './enrol.ts';
import { authorise } from './session.ts';

/** 200 commands of 10,000 characters, and room for the rest */
const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

export function addCommandsRoute(app: FastifyInstance, context: CityContext): void {
  app.post('/v1/commands', { bodyLimit: BODY_LIMIT_BYTES }, (request): z.infer<typeof CommandsResponse> => {
    const { db, clock, keys } = context;
    const device = authorise(context, request);
    const { deviceId, epoch, firstSeq, commands } = CommandsRequest.parse(request.body);
    if (deviceId !== device.id) throw new Refusal(401, 'unauthorised', '登录的不是这台电脑。');
    const isInOrder = commands.every((command, index) => command.seq > (commands[index - 1]?.seq ?? 0));
    if (!isInOrder || commands[0]?.seq !== firstSeq)
      throw new Refusal(400, 'bad-request', 'commands are not in the order of seq');
    if (epoch !== epochOf(db) || isForked(db, device.id, commands)) {
      throw new Refusal(409, 'device-forked', '此电脑的数据与市系统不是同一段历史。');
    }
    const results = runCommands({ db, device, receiptKey: keys.privateKey, now: () => clock.now() }, commands);
    return { results, serverTime: clock.now() };
  });
}
