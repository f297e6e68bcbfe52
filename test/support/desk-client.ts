/** A client of a running desk over its loopback door, as the browser is one; for the demo, tests and benches. */
import type { Client } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';

export type DeskClient = Readonly<{ origin: string; token: string; api: Client<AppContract> }>;

/** `url` as the host prints it: http://127.0.0.1:PORT/#k=TOKEN */
export function connectDesk(url: string): DeskClient {
  const { origin, hash } = new URL(url);
  const token = new URLSearchParams(hash.slice(1)).get('k') ?? '';
  async function send(method: string, input: unknown): Promise<unknown> {
    const response = await fetch(`${origin}/rpc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, origin },
      body: JSON.stringify({ method, input }),
    });
    return response.json();
  }
  const domain = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, method) =>
          method === 'then' ? undefined : (input: unknown) => send(`${name}.${String(method)}`, input),
      },
    );
  const api = new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : domain(String(name))) });
  return { origin, token, api: api as Client<AppContract> };
}

/** The value of a result that is expected to be one. */
export function expectOk<T>(
  result: Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; error: { code: string } }>,
): T {
  if (!result.ok) throw new Error(`expected a value, got ${result.error.code}`);
  return result.value;
}

/** Polls until `probe` gives something other than null. */
export async function until<T>(probe: () => Promise<T | null>, what: string, timeoutMs = 60_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await probe();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
