/** Which material of an application a page is, by names and by its neighbours: a proposal. */

export type Candidate = Readonly<{
  id: string;
  label: string;
  /** by which a name shows it; null: none does */
  words: RegExp | null;
  /** a name that may be it or another one */
  unclear: RegExp | null;
  /** scans and pages that are there for it, those proposed before included */
  count: number;
}>;

export type Named = Readonly<{
  /** the file's base name, blanks left out */
  name: string;
  /** the innermost folder */
  folder: string;
  isSpeechless: boolean;
}>;

/** How clearly a name says it: its label more than some words of it, more words than fewer, its head than its end. */
function clearness({ label, words, unclear }: Candidate, text: string): number {
  if (text.includes(label)) return WHOLE_LABEL + label.length;
  const clear = words?.exec(text);
  if (clear) return 1 + clear[0].length - clear.index / MOST_CHARACTERS;
  return unclear?.test(text) ? 1 : 0;
}

/** Of a file's or folder's name; no match is as long, or begins so late. */
const MOST_CHARACTERS = 1000;
const WHOLE_LABEL = MOST_CHARACTERS;

/** The clearest; of equals one of which nothing is there yet, in the order of the checklist. */
function clearest(candidates: readonly Candidate[], text: string): Candidate | null {
  const [best = null] = candidates
    .map((candidate) => ({ candidate, clear: clearness(candidate, text) }))
    .filter(({ clear }) => clear > 0)
    .toSorted((a, b) => b.clear - a.clear || Math.min(a.candidate.count, 1) - Math.min(b.candidate.count, 1));
  return best?.candidate ?? null;
}

/** `before`: what the page before it in its group was proposed as. */
export function materialOf(candidates: readonly Candidate[], page: Named, before: string | null): string | null {
  const byName = clearest(candidates, page.name);
  if (byName) return byName.id;
  const byBoth = clearest(candidates, `${page.folder}${page.name}`);
  if (byBoth) return byBoth.id;
  // a machine numbers what was scanned in one go
  return page.isSpeechless ? before : null;
}
