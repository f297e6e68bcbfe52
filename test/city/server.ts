/** The HTTP side: Fastify, the protocol's header on every answer, errors in its form, faults on demand. */
import Fastify, { type FastifyInstance } from 'fastify';
import * as z from 'zod';
import { PROTOCOL_HEADER, PROTOCOL_VERSION, type ErrorResponse } from '#protocol/protocol.ts';
import { Refusal, type CityContext } from './context.ts';
import { addAdminRoutes } from './routes/admin.ts';
import { addBlobRoute } from './routes/blobs.ts';
import { addChangesRoute } from './routes/changes.ts';
import { addCommandsRoute } from './routes/commands.ts';
import { addEnrolRoute } from './routes/enrol.ts';
import { addSessionRoutes } from './routes/session.ts';

const BODY_LIMIT_BYTES = 64 * 1024;
const PORTAL_PAGE =
  '<!doctype html><html><head><title>上网认证</title></head><body><h1>请先登录无线网络</h1></body></html>';

export function createServer(context: CityContext): FastifyInstance {
  const app = Fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true });
  app.addHook('onRequest', async (_request, reply) => {
    void reply.header(PROTOCOL_HEADER, PROTOCOL_VERSION);
  });
  addFaults(app, context);
  addErrors(app);
  addEnrolRoute(app, context);
  addSessionRoutes(app, context);
  addChangesRoute(app, context);
  addCommandsRoute(app, context);
  addBlobRoute(app, context);
  addAdminRoutes(app, context);
  return app;
}

function addFaults(app: FastifyInstance, { faults }: CityContext): void {
  const doomed = new WeakSet<object>();
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1/')) return;
    const fault = faults.take(request.url);
    if (!fault) return;
    if (fault.kind === 'html') {
      reply.removeHeader(PROTOCOL_HEADER);
      await reply.code(200).type('text/html; charset=utf-8').send(PORTAL_PAGE);
    } else if (fault.kind === 'nonsense') {
      await reply.code(200).type('application/json').send('{"hello":[1,2,3],"changes":"none"}');
    } else if (fault.kind === 'status') {
      await reply
        .code(fault.status)
        .header('retry-after', String(fault.retryAfterS))
        .send(errorBody(fault.status === 401 ? 'unauthorised' : 'busy', '系统繁忙，请稍后再试。'));
    } else {
      doomed.add(request);
    }
  });
  // the commands have been run and committed by now; only the answer never leaves
  app.addHook('onSend', async (request, reply) => {
    if (!doomed.has(request)) return;
    reply.hijack();
    request.raw.socket.destroy();
  });
}

function addErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(errorBody('not-found', 'no such address')));
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    if (error instanceof Refusal) {
      return reply.code(error.status).send(errorBody(error.code, error.message, error.attemptsLeft));
    }
    if (error instanceof z.ZodError) {
      const where = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
      return reply.code(400).send(errorBody('bad-request', where.slice(0, 500)));
    }
    const status = error.statusCode ?? 500;
    if (status === 413) return reply.code(413).send(errorBody('too-large', 'body too large'));
    if (status < 500) return reply.code(status).send(errorBody('bad-request', error.message.slice(0, 500)));
    process.stderr.write(`${error.stack ?? error.message}\n`);
    return reply.code(500).send(errorBody('internal', 'internal error'));
  });
}

function errorBody(
  code: z.infer<typeof ErrorResponse>['error']['code'],
  message: string,
  attemptsLeft: number | null = null,
): z.infer<typeof ErrorResponse> {
  return { error: { code, message, ...(attemptsLeft === null ? {} : { attemptsLeft }) } };
}
