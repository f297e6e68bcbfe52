import { describe, expect, it } from 'vitest';
import { events } from '#contract/events.ts';
import { contract } from '#contract/index.ts';
import { describeContract } from '../../resources/scripts/print-contract.ts';

type Schema = Readonly<{ type?: string; properties?: Record<string, unknown>; required?: string[] }>;
type Described = Readonly<{
  kind: string;
  whileLocked: boolean;
  input: Schema;
  output: Schema;
  errors: readonly string[];
}>;

describe('the printed contract', () => {
  const printed = describeContract(contract, events);
  const methods = printed.methods as Readonly<Record<string, Described>>;

  it('has every method and event, in the order of their names', () => {
    const names = Object.entries(contract).flatMap(([domain, defs]) =>
      Object.keys(defs).map((name) => `${domain}.${name}`),
    );
    expect(Object.keys(methods)).toEqual(names.toSorted());
    expect(Object.keys(printed.events)).toEqual(Object.keys(events).toSorted());
  });

  it('says what a method is, takes and may answer', () => {
    const decide = methods['review.decide'];
    expect(decide).toMatchObject({ kind: 'command', whileLocked: false, input: { type: 'object' } });
    expect(decide?.errors).toEqual(contract.review.decide.errors);
    // has a default: a caller may leave it out
    expect(decide?.input.properties).toHaveProperty('lastChanceConfirmed');
    expect(decide?.input.required).not.toContain('lastChanceConfirmed');
    expect(methods['access.status']).toMatchObject({ kind: 'query', whileLocked: true });
  });

  it('is the same text every time', () => {
    expect(JSON.stringify(describeContract(contract, events))).toBe(JSON.stringify(printed));
  });

  it('bounds everything that comes in', () => {
    const unbounded: string[] = [];
    function walk(path: string, node: unknown): void {
      if (typeof node !== 'object' || node === null) return;
      const schema = node as Readonly<Record<string, unknown>>;
      const isOpenText =
        schema['type'] === 'string' &&
        !('maxLength' in schema || 'enum' in schema || 'const' in schema || 'pattern' in schema);
      if (isOpenText || (schema['type'] === 'array' && !('maxItems' in schema))) unbounded.push(path);
      for (const [key, value] of Object.entries(schema)) walk(`${path}/${key}`, value);
    }
    for (const [name, { input }] of Object.entries(methods)) walk(name, input);
    expect(unbounded).toEqual([]);
  });
});
