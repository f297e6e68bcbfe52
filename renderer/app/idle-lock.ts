/** Locks when nobody has touched anything for a while, also when the computer slept meanwhile. */

const CHECK_EVERY_MS = 5_000;
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'focus'] as const;

type Options = Readonly<{
  afterMs: number;
  onIdle: () => void;
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  now?: () => number;
}>;

/** Calls `onIdle` once. Returns how to stop. */
export function watchIdle({ afterMs, onIdle, target, now = Date.now }: Options): () => void {
  let lastSign = now();
  function check(): boolean {
    if (now() - lastSign < afterMs) return false;
    stop();
    onIdle();
    return true;
  }
  // the first touch after a long sleep must not count as having been there
  function notice(): void {
    if (!check()) lastSign = now();
  }
  const timer = setInterval(check, CHECK_EVERY_MS);
  for (const sign of SIGNS_OF_LIFE) target.addEventListener(sign, notice, true);

  function stop(): void {
    clearInterval(timer);
    for (const sign of SIGNS_OF_LIFE) target.removeEventListener(sign, notice, true);
  }
  return stop;
}
