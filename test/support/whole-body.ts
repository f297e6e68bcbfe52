/** A download as one piece, however it comes. */
import type { Body } from '../../main/core/downloads/downloads.service.ts';

export async function wholeBody(body: Body | undefined): Promise<Uint8Array> {
  if (body === undefined) return new Uint8Array();
  if (body instanceof Uint8Array) return body;
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}
