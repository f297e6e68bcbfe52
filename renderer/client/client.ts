import type { Client, ContractDef } from '#contract/define.ts';
import type { Transport } from './transport.ts';

/** `client.review.decide(input)` → `send('review.decide', input)`; the contract is needed as a type only. */
export function createClient<C extends ContractDef>(send: Transport['send']): Client<C> {
  const domains = new Map<string, unknown>();
  return members((domain) => {
    const known = domains.get(domain) ?? members((method) => (input: unknown) => send(`${domain}.${method}`, input));
    domains.set(domain, known);
    return known;
  }) as Client<C>;
}

/** `then` stays undefined: awaiting a domain must not call a method of that name. */
function members(make: (name: string) => unknown): unknown {
  return new Proxy(
    {},
    { get: (_target, name) => (typeof name === 'symbol' || name === 'then' ? undefined : make(name)) },
  );
}
