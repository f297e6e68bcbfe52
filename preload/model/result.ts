/** Expected outcomes as values: a method either gives a value or says, by a code, why not. */

export type Failure<C extends string = string> = Readonly<{
  code: C;
  /** for whoever reads the log; never shown, never personal */
  message: string;
  details?: Readonly<Record<string, unknown>>;
  /** set where a bug was caught: the id to find it in the log */
  incident?: string;
}>;

/** A failure whose facts are typed, e.g. the year that a calendar lacks. */
export type DetailedFailure<C extends string, D extends Readonly<Record<string, unknown>>> = Failure<C> &
  Readonly<{ details: D }>;

export type Result<T, C extends string = string> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; error: Failure<C> }>;

/** Like Result, for failures with typed facts. */
export type DetailedResult<T, F extends Failure> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; error: F }>;

export function ok<T>(value: T): Readonly<{ ok: true; value: T }> {
  return { ok: true, value };
}

export function fail<const C extends string>(
  code: C,
  message?: string,
  details?: Readonly<Record<string, unknown>>,
): Readonly<{ ok: false; error: Failure<C> }> {
  const text = message ?? code;
  return { ok: false, error: details ? { code, message: text, details } : { code, message: text } };
}

/** Like `fail`, keeping the type of the facts. */
export function failWith<const C extends string, const D extends Readonly<Record<string, unknown>>>(
  code: C,
  details: D,
): Readonly<{ ok: false; error: DetailedFailure<C, D> }> {
  return { ok: false, error: { code, message: code, details } };
}
