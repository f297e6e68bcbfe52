/** Scans that will be wanted next, fetched and decoded while the present one is looked at. */

export type Ahead<Ready = unknown> = Readonly<{
  /** The nearest first; what is wanted no more is not begun, what was ready is kept while there is room. */
  want(addresses: readonly string[]): void;
  has(address: string): boolean;
  /** What was made ready; null: nothing yet. */
  ready(address: string): Ready | null;
  /** Whoever looked has gone: nothing of a person stays in memory. */
  clear(): void;
}>;

/**
 * A decoded page as large as a window shows it is 7 MB: every module's first, the neighbours, the next
 * application's first are two dozen at most; the rest are small pictures of 0.3 MB.
 */
const MOST_KEPT = 80;

/** @param load makes one ready; a rejection is forgotten, the viewer meets it itself */
export function createAhead<Ready>(load: (address: string) => Promise<Ready>, mostKept = MOST_KEPT): Ahead<Ready> {
  const kept = new Map<string, Ready | null>();
  let wanted: readonly string[] = [];
  let isLoading = false;

  async function loadNext(): Promise<void> {
    if (isLoading) return;
    isLoading = true;
    for (let address = missing(); address !== undefined; address = missing()) {
      kept.set(address, null);
      const ready = await load(address).catch(() => null);
      if (kept.has(address)) kept.set(address, ready);
      trim();
    }
    isLoading = false;
  }
  function missing(): string | undefined {
    return wanted.find((address) => !kept.has(address));
  }
  function trim(): void {
    for (const address of kept.keys()) {
      if (kept.size <= mostKept) return;
      if (!wanted.includes(address)) kept.delete(address);
    }
  }
  return {
    want(addresses) {
      wanted = addresses.slice(0, mostKept);
      void loadNext();
    },
    has: (address) => kept.has(address),
    ready: (address) => kept.get(address) ?? null,
    clear() {
      wanted = [];
      kept.clear();
    },
  };
}

/** The element keeps the picture in the page's memory: the same address is then drawn without asking again. */
async function decode(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

export const picturesAhead: Ahead<HTMLImageElement> = createAhead(decode);
