/** The order in which applications follow each other in the workbench: as the list stood when it was opened. */

/** 1-based; null when it is not in the list. */
export function positionOf(ids: readonly string[], id: string): number | null {
  const at = ids.indexOf(id);
  return at === -1 ? null : at + 1;
}

/** The one before or after; null at either end. Outside the list everything begins at its start. */
export function neighbourOf(ids: readonly string[], id: string, step: 1 | -1): string | null {
  const at = ids.indexOf(id);
  if (at === -1) return ids[0] ?? null;
  return ids[at + step] ?? null;
}

/** The next one that was not decided since, going round once; null when all are. */
export function nextToDecide(ids: readonly string[], id: string, decided: ReadonlySet<string>): string | null {
  const at = ids.indexOf(id);
  const order = [...ids.slice(at + 1), ...ids.slice(0, Math.max(0, at))];
  return order.find((other) => other !== id && !decided.has(other)) ?? null;
}
