/** Faults on demand: what a captive portal, a broken proxy, an overloaded or dying server would answer. */
export const FAULT_KINDS = ['html', 'nonsense', 'status', 'drop-after-apply', 'none'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
/** `path` limits it to addresses that begin so; `count` to that many answers (null: until told otherwise). */
export type Fault = Readonly<{
  kind: FaultKind;
  status: number;
  retryAfterS: number;
  count: number | null;
  path: string;
}>;

export type Faults = Readonly<{
  set(fault: Fault): void;
  /** The fault this request must meet, counted down; null when none. */
  take(url: string): Fault | null;
}>;

export function createFaults(): Faults {
  let current: Fault | null = null;
  return {
    set(fault) {
      current = fault.kind === 'none' ? null : fault;
    },
    take(url) {
      const fault = current;
      if (!fault || !url.startsWith(fault.path)) return null;
      if (fault.kind === 'drop-after-apply' && !url.startsWith('/v1/commands')) return null;
      if (fault.count !== null) current = fault.count > 1 ? { ...fault, count: fault.count - 1 } : null;
      return fault;
    },
  };
}
