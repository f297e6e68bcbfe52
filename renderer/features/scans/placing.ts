/** Moving pages within their group: pure. */

/**
 * The pages whose places change, in their new order, when `moved` are let go before `before`; null when one of
 * them is not of this group, empty when nothing changes.
 */
export function placedBefore(
  group: readonly string[],
  moved: readonly string[],
  before: string,
): readonly string[] | null {
  const chosen = new Set(moved);
  if (!moved.every((id) => group.includes(id))) return null;
  const kept = group.filter((id) => !chosen.has(id));
  const at = kept.indexOf(before);
  // let go on one of themselves: they stay
  if (at === -1) return [];
  const next = [...kept.slice(0, at), ...group.filter((id) => chosen.has(id)), ...kept.slice(at)];
  const first = next.findIndex((id, index) => id !== group[index]);
  if (first === -1) return [];
  const last = next.findLastIndex((id, index) => id !== group[index]);
  return next.slice(first, last + 1);
}
