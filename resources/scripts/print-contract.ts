/** `npm run contract`: every method and event of the contract as JSON Schema, the same text every time. */
import * as z from 'zod';
import { TRANSPORT_ERRORS, type ContractDef, type EventsDef } from '#contract/define.ts';
import { events } from '#contract/events.ts';
import { contract } from '#contract/index.ts';

type Described = Readonly<{
  transportErrors: readonly string[];
  methods: Readonly<Record<string, unknown>>;
  events: Readonly<Record<string, unknown>>;
}>;

/** Inputs as a caller writes them (defaults may be left out), outputs as a caller gets them. */
export function describeContract(methods: ContractDef, eventDefs: EventsDef): Described {
  const described = Object.entries(methods).flatMap(([domain, defs]) =>
    Object.entries(defs).map(
      ([name, def]) =>
        [
          `${domain}.${name}`,
          {
            kind: def.kind,
            whileLocked: def.whileLocked,
            input: z.toJSONSchema(def.input, { io: 'input' }),
            output: z.toJSONSchema(def.output, { io: 'output' }),
            errors: def.errors,
          },
        ] as const,
    ),
  );
  const payloads = Object.entries(eventDefs).map(
    ([name, payload]) => [name, z.toJSONSchema(payload, { io: 'output' })] as const,
  );
  return { transportErrors: TRANSPORT_ERRORS, methods: sorted(described), events: sorted(payloads) };
}

function sorted(entries: readonly (readonly [string, unknown])[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

if (import.meta.main) {
  process.stdout.write(`${JSON.stringify(describeContract(contract, events), null, 2)}\n`);
}
