import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TRANSPORT_ERRORS, type MethodDef } from '#contract/define.ts';
import { contract } from '#contract/index.ts';
import { openDesk, type Desk } from '#core/desk.ts';
import type { Result } from '#model/result.ts';
import { fakePorts, type FakePorts } from '../support/fake-ports.ts';
import { DOORS, type Door } from './doors.ts';
import { SAMPLES } from './samples.ts';

const METHODS: readonly (readonly [string, MethodDef])[] = Object.entries(contract).flatMap(([domain, methods]) =>
  Object.entries(methods).map(([name, def]) => [`${domain}.${name}`, def as MethodDef] as const),
);
/** Those that change who is at the desk come last, so that they do not disturb the others. */
const DISTURBING = new Set(['access.setUp', 'access.unlock', 'access.recover', 'access.lock']);

function sampleOf(method: string) {
  const sample = SAMPLES[method as keyof typeof SAMPLES];
  if (!sample) throw new Error(`no sample for ${method}`);
  return sample;
}

function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.error.code;
}

describe('the samples', () => {
  it('name every method and no other', () => {
    expect(Object.keys(SAMPLES).toSorted()).toEqual(METHODS.map(([method]) => method).toSorted());
  });

  it.each(METHODS)('of %s are one accepted and one refused', (method, def) => {
    const { accepted, refused } = sampleOf(method);
    expect([def.input.safeParse(accepted).success, def.input.safeParse(refused).success]).toEqual([true, false]);
  });
});

describe.each(DOORS)('through %s', (_name, open) => {
  let ports: FakePorts;
  let desk: Desk;
  let door: Door;
  beforeAll(async () => {
    ports = fakePorts();
    desk = await openDesk(ports);
    door = await open(desk);
  });
  afterAll(async () => {
    await door.close();
    await desk.close();
    ports.dispose();
  });

  it.each([
    '',
    'constructor',
    '__proto__',
    'toString',
    'access',
    'access.',
    '.status',
    'access.constructor',
    'access.__proto__',
    'ACCESS.STATUS',
    'access.status ',
    'access.status.x',
  ])('there is no method %j', async (method) => {
    expect(codeOf(await door.call(method, {}))).toBe('unknown-method');
  });

  it.each([[null], [1], [['access.status']], [{ toString: 'access.status' }], [undefined], [true]])(
    '%j is no method',
    async (method) => {
      expect(codeOf(await door.call(method, {}))).toBe('unknown-method');
    },
  );

  describe('while locked', () => {
    it.each(METHODS.filter(([, def]) => !def.whileLocked))('%s is refused, whatever its input', async (method) => {
      const { accepted, refused } = sampleOf(method);
      expect([codeOf(await door.call(method, accepted)), codeOf(await door.call(method, refused))]).toEqual([
        'locked',
        'locked',
      ]);
    });

    it.each(METHODS.filter(([, def]) => def.whileLocked))('%s refuses a wrong input', async (method) => {
      expect(codeOf(await door.call(method, sampleOf(method).refused))).toBe('invalid-input');
    });

    it('a wrong input is described without its words', async () => {
      const result = await door.call('access.unlock', { personId: '张晓梅', passphrase: 13 });
      expect(JSON.stringify(result)).not.toContain('张晓梅');
      expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    });

    it('1 000 messages of any kind are answered with a code of their own', async () => {
      const method = fc.oneof(fc.constantFrom(...METHODS.map(([name]) => name)), fc.string(), fc.jsonValue());
      const input = fc.oneof(
        fc.jsonValue({ maxDepth: 4 }),
        fc.constantFrom(...Object.values(SAMPLES).map(({ refused }) => refused)),
        fc.dictionary(
          fc.constantFrom('__proto__', 'constructor', 'personId', 'passphrase', 'id', 'then'),
          fc.jsonValue(),
          { noNullPrototype: false },
        ),
      );
      await fc.assert(
        fc.asyncProperty(method, input, async (name, sent) => {
          const result = await door.call(name, sent);
          const own = METHODS.find(([known]) => known === name)?.[1].errors ?? [];
          const possible = name === 'access.status' ? ['ok', 'invalid-input'] : [...TRANSPORT_ERRORS, ...own];
          expect(possible.filter((code) => code !== 'internal')).toContain(codeOf(result));
        }),
        { numRuns: 1000 },
      );
      expect(codeOf(await door.call('access.status', {}))).toBe('ok');
      expect(ports.logLines.filter(({ level }) => level === 'error')).toEqual([]);
    }, 120_000);
  });

  describe('while unlocked', () => {
    beforeAll(async () => {
      const code = codeOf(await door.call('access.setUp', sampleOf('access.setUp').accepted));
      if (code !== 'ok') throw new Error(`setting up answered ${code}`);
    }, 60_000);

    it.each(METHODS.filter(([method]) => !DISTURBING.has(method)))(
      '%s takes its accepted sample',
      async (method, def) => {
        const code = codeOf(await door.call(method, sampleOf(method).accepted));
        expect(['ok', ...def.errors]).toContain(code);
      },
    );

    it.each(METHODS)('%s refuses a wrong input', async (method) => {
      expect(codeOf(await door.call(method, sampleOf(method).refused))).toBe('invalid-input');
    });

    it.each(METHODS.filter(([method]) => DISTURBING.has(method)))(
      '%s takes its accepted sample as well',
      async (method, def) => {
        const code = codeOf(await door.call(method, sampleOf(method).accepted));
        expect(['ok', ...def.errors]).toContain(code);
      },
    );

    it('no call met a bug', () => {
      expect(ports.logLines.filter(({ level }) => level === 'error')).toEqual([]);
    });
  });
});
