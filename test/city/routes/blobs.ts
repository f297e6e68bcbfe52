/** GET /v1/blobs/:sha256: a scan's bytes, whole or a range of them, to units that hold it. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Sha256 } from '#protocol/application.ts';
import { Refusal, type CityContext } from '../context.ts';
import { findEntitledBlob } from '../store.ts';
import { authorise } from './session.ts';

export function addBlobRoute(app: FastifyInstance, context: CityContext): void {
  app.get<{ Params: { sha256: string } }>('/v1/blobs/:sha256', (request, reply) => {
    const { unitNo } = authorise(context, request);
    const { data: sha256 } = Sha256.safeParse(request.params.sha256);
    const blob = sha256 === undefined ? null : findEntitledBlob(context.db, unitNo, sha256);
    if (!blob) throw new Refusal(404, 'not-found', '没有这张扫描件。');
    const etag = `"${blob.sha256}"`;
    void reply
      .header('etag', etag)
      .header('accept-ranges', 'bytes')
      .header('cache-control', 'private, no-store')
      .type(blob.mime);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();

    const ifRange = request.headers['if-range'];
    const asked = ifRange === undefined || ifRange === etag ? request.headers.range : undefined;
    const range = readRange(asked, blob.size);
    if (range === 'unsatisfiable') {
      void reply.code(416).header('content-range', `bytes */${blob.size}`).type('application/json');
      return { error: { code: 'bad-request', message: 'range beyond the end' } };
    }
    if (range) void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${blob.size}`);
    const { start, end } = range ?? { start: 0, end: blob.size - 1 };
    void reply.header('content-length', end - start + 1);
    return reply.send(createReadStream(blobPath(context.blobDir, blob.sha256), { start, end }));
  });
}

export function blobPath(blobDir: string, sha256: string): string {
  return path.join(blobDir, sha256.slice(0, 2), sha256);
}

type ByteRange = Readonly<{ start: number; end: number }>;

/** One range only; anything else is answered whole, as RFC 9110 §14.2 allows. `end` is included. */
export function readRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') return last === '0' ? 'unsatisfiable' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}
