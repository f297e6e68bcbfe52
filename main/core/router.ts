/** contract + handlers → dispatch: look up, parse, gate, run, check. The one place that catches bugs. */
import { randomUUID } from 'node:crypto';
import type { ContractDef, Handlers, MethodDef } from '#contract/define.ts';
import { fail, type Result } from '#model/result.ts';

/** Who is calling: a window or a browser tab of this session. */
export type Caller = Readonly<{ client: string }>;
export type Dispatch = (method: unknown, input: unknown, caller: Caller) => Promise<Result<unknown, string>>;

type Run = (input: unknown, caller: Caller) => Promise<Result<unknown, string>> | Result<unknown, string>;
type Entry = Readonly<{ def: MethodDef; run: Run }>;

type RouterOptions = Readonly<{
  isUnlocked: () => boolean;
  /** Told of every bug; what the caller sees is only the incident's id. */
  onBug: (error: unknown, incident: string, method: string) => void;
}>;

/** Never rejects: a bug becomes `internal` with an incident id. */
export function createRouter<C extends ContractDef>(
  contract: C,
  handlers: Handlers<C, Caller>,
  options: RouterOptions,
): Dispatch {
  const table = new Map<string, Entry>();
  for (const [domain, methods] of Object.entries(contract)) {
    const domainHandlers = handlers[domain] as Readonly<Record<string, Run>>;
    for (const [name, def] of Object.entries(methods)) {
      table.set(`${domain}.${name}`, { def, run: domainHandlers[name] as Run });
    }
  }
  return async (method, input, caller) => {
    const entry = typeof method === 'string' ? table.get(method) : undefined;
    if (!entry) return fail('unknown-method', 'no such method');
    if (!entry.def.whileLocked && !options.isUnlocked()) return fail('locked', 'the archive is locked');
    const parsed = entry.def.input.safeParse(input);
    if (!parsed.success) return fail('invalid-input', describeIssues(parsed.error.issues));
    try {
      const result = await entry.run(parsed.data, caller);
      return result.ok ? { ok: true, value: entry.def.output.parse(result.value) } : result;
    } catch (error) {
      const incident = incidentId();
      options.onBug(error, incident, method as string);
      return { ok: false, error: { code: 'internal', message: 'unexpected failure', incident } };
    }
  };
}

/** Paths and kinds only: an issue's message may quote what was typed. */
function describeIssues(issues: readonly Readonly<{ path: readonly PropertyKey[]; code?: string }>[]): string {
  return issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.code ?? 'invalid'}`).join('; ');
}

/** Short enough to be read out on the telephone: 'K7Q2-3FZ9'. */
function incidentId(): string {
  const letters = randomUUID().replaceAll('-', '').slice(0, 8).toUpperCase();
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
