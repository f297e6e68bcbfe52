const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * Eight characters that name a defect: the same one gives the same number, so that support can look it up
 * by the place in the program, and nothing that was on screen can be read from it.
 */
export function incidentOf(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.name) : typeof error;
  let hash = OFFSET;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), PRIME);
  const letters = (hash >>> 0).toString(16).toUpperCase().padStart(8, '0');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
