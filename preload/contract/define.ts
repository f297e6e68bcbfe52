/** How a method is written down: input, output, the error codes that are its own. */
import type * as z from 'zod';
import type { Result } from '#model/result.ts';

export type MethodKind = 'query' | 'command';
export type MethodDef = Readonly<{
  kind: MethodKind;
  /** may be called while the archive is locked */
  whileLocked: boolean;
  input: z.ZodType;
  output: z.ZodType;
  errors: readonly string[];
}>;
export type ContractDef = Readonly<Record<string, Readonly<Record<string, MethodDef>>>>;

type Parts<I extends z.ZodType, O extends z.ZodType, E extends readonly string[]> = Readonly<{
  input: I;
  output: O;
  errors?: E;
}>;

function method<K extends MethodKind, L extends boolean>(kind: K, whileLocked: L) {
  return <I extends z.ZodType, O extends z.ZodType, const E extends readonly string[] = readonly []>(
    parts: Parts<I, O, E>,
  ) => ({
    kind,
    whileLocked,
    input: parts.input,
    output: parts.output,
    errors: (parts.errors ?? []) as E,
  });
}

/** Reads. Safe to call again. */
export const query = method('query', false);
/** Changes something; when it answers, the change is on disk. */
export const command = method('command', false);
export const openQuery = method('query', true);
export const openCommand = method('command', true);

/** Errors that any method may answer with, whatever its own list says. */
export const TRANSPORT_ERRORS = ['invalid-input', 'unknown-method', 'internal', 'locked', 'unreachable'] as const;
export type TransportErrorCode = (typeof TRANSPORT_ERRORS)[number];

type Codes<M extends MethodDef> = M['errors'][number];

export type Handlers<C extends ContractDef, Ctx> = {
  readonly [D in keyof C]: {
    readonly [M in keyof C[D]]: (
      input: z.output<C[D][M]['input']>,
      ctx: Ctx,
    ) =>
      | Promise<Result<z.input<C[D][M]['output']>, Codes<C[D][M]>>>
      | Result<z.input<C[D][M]['output']>, Codes<C[D][M]>>;
  };
};

export type Client<C extends ContractDef> = {
  readonly [D in keyof C]: {
    readonly [M in keyof C[D]]: (
      input: z.input<C[D][M]['input']>,
    ) => Promise<Result<z.output<C[D][M]['output']>, Codes<C[D][M]> | TransportErrorCode>>;
  };
};

export type EventsDef = Readonly<Record<string, z.ZodType>>;
export type EventPayload<E extends EventsDef, N extends keyof E> = z.output<E[N]>;
/** A gap in `seq` means: something was missed, fetch anew. */
export type EventEnvelope = Readonly<{ seq: number; name: string; payload: unknown }>;
