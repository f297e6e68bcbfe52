/**
 * `npm run city -- --port N --data DIR --seed small|large [--now ISO] [--auto]`
 * Prints one JSON line once it listens, with the sample unit's account; ends cleanly on SIGTERM and SIGINT.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startCity } from './city.ts';
import { SAMPLE_UNIT } from './seed/sample-unit.ts';
import { SEED_NAMES } from './seed/seed.ts';

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '47614' },
    data: { type: 'string', default: '.demo/city' },
    seed: { type: 'string', default: 'small' },
    now: { type: 'string' },
    auto: { type: 'boolean', default: false },
  },
});

const seed = SEED_NAMES.find((name) => name === options.seed);
const now = options.now === undefined ? undefined : Date.parse(options.now);
if (seed === undefined) throw new Error(`--seed is one of ${SEED_NAMES.join(', ')}`);
if (Number.isNaN(now)) throw new Error('--now is no ISO instant');

const city = await startCity({
  port: Number(options.port),
  dataDir: path.resolve(options.data),
  seed,
  ...(now === undefined ? {} : { now }),
  isAuto: options.auto,
});
const { name, creditCode, account, password } = SAMPLE_UNIT;
process.stdout.write(`${JSON.stringify({ ready: true, url: city.url, unit: name, creditCode, account, password })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void city.close());
