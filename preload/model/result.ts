/** Expected outcomes as values: a method either gives a value or says, by a code, why not. */

export type Failure<C extends string = string> = Readonly<{
  code: C;
  /** for whoever reads the log; never shown, never personal */
  message: string;
  details?: Readonly<Record<string, unknown>>;
  /** set where a bug was caught: the id to find it in the log */
  incident?: string;
}>;

export type Result<T, C extends string = string> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; error: Failure<C> }>;

export function ok<T>(value: T): Readonly<{ ok: true; value: T }> {
  return { ok: true, value };
}

export function fail<const C extends string>(
  code: C,
  message: string = code,
  details?: Readonly<Record<string, unknown>>,
): Readonly<{ ok: false; error: Failure<C> }> {
  return { ok: false, error: details ? { code, message, details } : { code, message } };
}
