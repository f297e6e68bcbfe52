/** GET /v1/changes: the unit's change log after a cursor, newest body of each subject, in commit order. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { DecimalCursor, MAX_CHANGES } from '#protocol/protocol.ts';
import { Refusal, type CityContext } from '../context.ts';
import { changesAfter, countChangesAfter, headOf, type ChangeRow } from '../store.ts';
import { authorise } from './session.ts';

/** A page ends early once it is this long, so that a bad line gets through at least one. */
const MAX_PAGE_CHARACTERS = 1_000_000;
const Query = z.object({
  since: DecimalCursor.default('0'),
  limit: z.coerce.number().int().min(1).max(MAX_CHANGES).default(100),
});

export function addChangesRoute(app: FastifyInstance, context: CityContext): void {
  app.get('/v1/changes', (request, reply) => {
    const { unitNo } = authorise(context, request);
    const query = Query.parse(request.query);
    const since = BigInt(query.since);
    if (since > headOf(context.db, unitNo)) throw new Refusal(410, 'cursor-gone', '同步位置已失效。');
    void reply.type('application/json; charset=utf-8');
    return pageAfter(context, unitNo, since, query.limit);
  });
}

/** ChangesResponse as text: bodies are stored as JSON and go out as they lie. */
function pageAfter({ db, clock }: CityContext, unitNo: number, since: bigint, limit: number): string {
  const changes: string[] = [];
  let next = since;
  let characters = 0;
  for (const row of changesAfter(db, unitNo, since, limit)) {
    const change = changeText(row);
    if (changes.length > 0 && characters + change.length > MAX_PAGE_CHARACTERS) break;
    changes.push(change);
    characters += change.length;
    next = row.cursor;
  }
  const remaining = countChangesAfter(db, unitNo, next);
  return (
    `{"changes":[${changes.join(',')}],"next":"${next}","more":${remaining > 0},` +
    `"remaining":${remaining},"serverTime":${clock.now()}}`
  );
}

function changeText({ cursor, kind, subject, body }: ChangeRow): string {
  const head = `{"cursor":"${cursor}","kind":"${kind}"`;
  return kind === 'removed' ? `${head},"applicationId":"${subject}"}` : `${head},"${kind}":${body}}`;
}
