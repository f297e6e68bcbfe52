import { parseArgs } from 'node:util';

const PREFERRED_PORT = 47_613;

export type LoopbackArgs = Readonly<{
  profile: string | null;
  port: number;
  /** how far the clock is moved, ms */
  clockShiftMs: number;
  opensBrowser: boolean;
}>;

/** Throws an Error that says what is wrong with the arguments. */
export function readArgs(args: readonly string[], nowMs: number): LoopbackArgs {
  const { values } = parseArgs({
    args: [...args],
    options: {
      profile: { type: 'string' },
      port: { type: 'string' },
      now: { type: 'string' },
      'no-browser': { type: 'boolean', default: false },
    },
  });
  const port = values.port === undefined ? PREFERRED_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port}: not a port number`);
  const now = values.now === undefined ? nowMs : Date.parse(values.now);
  if (Number.isNaN(now)) throw new Error(`--now ${values.now}: not an ISO date and time`);
  return {
    profile: values.profile ?? null,
    port,
    clockShiftMs: now - nowMs,
    opensBrowser: !values['no-browser'],
  };
}
