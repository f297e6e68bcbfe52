/** /admin: the applicant's and the superiors' side, and faults; for tests and the demo, on loopback only. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { APPLICATION_STATES, type Application } from '#model/application.ts';
import { ApplicationSchema, Uuid } from '#protocol/application.ts';
import { playAct } from '../acts.ts';
import { Refusal, type CityContext } from '../context.ts';
import { inTransaction, writeMeta } from '../db.ts';
import { FAULT_KINDS } from '../faults.ts';
import { findApplication, findUnit, moveApplication } from '../store.ts';
import { epochOf } from './enrol.ts';

const ById = z.object({ id: Uuid });
const Words = z.object({ opinion: z.string().max(10_000).optional() }).nullish();
const Resubmission = z
  .object({ opinion: z.string().max(10_000).optional(), filing: ApplicationSchema.shape.filing.optional() })
  .nullish();
const FaultRequest = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  status: z.union([z.literal(401), z.literal(429), z.literal(503)]).default(503),
  retryAfterS: z.int().min(0).max(3600).default(1),
  count: z.int().min(1).nullable().default(null),
  path: z.string().default('/v1/'),
});

export function addAdminRoutes(app: FastifyInstance, context: CityContext): void {
  addActs(app, context);
  addReading(app, context);
  addLevers(app, context);
}

/** Each answers the application as it then stands; 409 when its state does not allow the act. */
function addActs(app: FastifyInstance, context: CityContext): void {
  app.post('/admin/applications/:id/resubmit', (request) => {
    const asked = Resubmission.parse(request.body);
    return playAct(context, ById.parse(request.params).id, {
      kind: 'resubmit',
      opinion: asked?.opinion,
      filing: asked?.filing ?? null,
    });
  });
  for (const kind of ['withdraw', 'superior-opinion', 'accept'] as const) {
    app.post(`/admin/applications/:id/${kind}`, (request) => {
      const asked = Words.parse(request.body);
      return playAct(context, ById.parse(request.params).id, { kind, opinion: asked?.opinion });
    });
  }
  app.post('/admin/applications/:id/move', (request): Application => {
    const { unitId } = z.object({ unitId: Uuid }).parse(request.body);
    return inTransaction(context.db, () => {
      const stored = findApplication(context.db, ById.parse(request.params).id);
      const unit = findUnit(context.db, unitId);
      if (!stored || !unit) throw new Refusal(404, 'not-found', 'no such application or unit');
      moveApplication(context.db, stored, unit.no);
      return stored.application;
    });
  });
}

const Listing = z.object({ unitId: Uuid.optional(), state: z.enum(APPLICATION_STATES).optional() });

function addReading(app: FastifyInstance, { db }: CityContext): void {
  app.get('/admin/commands', () => ({
    commands: db
      .prepare(
        `SELECT id, seq, type, application_id AS applicationId, device_id AS deviceId,
                json_extract(outcome, '$.result') AS result, json_extract(outcome, '$.code') AS code, effects
         FROM command ORDER BY received_at, seq`,
      )
      .all(),
  }));
  app.get('/admin/applications', (request) => {
    const { unitId, state } = Listing.parse(request.query);
    return {
      applications: db
        .prepare(
          `SELECT a.id, a.state, a.version, u.id AS unitId, json_extract(a.body, '$.applicant.name') AS name,
                  json_extract(a.body, '$.chancesUsed') AS chancesUsed, json_extract(a.body, '$.strikes') AS strikes
           FROM application a JOIN unit u ON u.no = a.unit_no
           WHERE (:unitId IS NULL OR u.id = :unitId) AND (:state IS NULL OR a.state = :state) ORDER BY a.no`,
        )
        .all({ unitId: unitId ?? null, state: state ?? null }),
    };
  });
  app.get('/admin/applications/:id', (request): Application => {
    const stored = findApplication(db, ById.parse(request.params).id);
    if (!stored) throw new Refusal(404, 'not-found', 'no such application');
    return stored.application;
  });
  app.get('/admin/units', () => ({
    units: db
      .prepare<[], { body: string }>('SELECT body FROM unit ORDER BY no')
      .all()
      .map(({ body }) => JSON.parse(body) as unknown),
  }));
}

function addLevers(app: FastifyInstance, { db, clock, faults }: CityContext): void {
  app.post('/admin/fault', (request) => {
    const fault = FaultRequest.parse(request.body);
    faults.set(fault);
    return fault;
  });
  app.post('/admin/clock', (request) => {
    const { advanceMs } = z.object({ advanceMs: z.int() }).parse(request.body);
    clock.advance(advanceMs);
    return { serverTime: clock.now() };
  });
  app.post('/admin/accounts/:account/unlock', (request) => {
    const { account } = z.object({ account: z.string() }).parse(request.params);
    const { changes } = db.prepare('UPDATE account SET wrong = 0, locked_at = NULL WHERE account = ?').run(account);
    if (changes === 0) throw new Refusal(404, 'not-found', 'no such account');
    return { account };
  });
  app.post('/admin/devices/:id/revoke', (request) => {
    const { id } = ById.parse(request.params);
    const { changes } = db.prepare('UPDATE device SET revoked_at = ? WHERE id = ?').run(clock.now(), id);
    if (changes === 0) throw new Refusal(404, 'not-found', 'no such device');
    return { id };
  });
  app.post('/admin/epoch', () => {
    const epoch = epochOf(db) + 1;
    writeMeta(db, 'epoch', String(epoch));
    return { epoch };
  });
}
