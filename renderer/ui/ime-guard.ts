/**
 * The one guard against keys that belong to a Chinese input method. Some send Enter with keyCode 229
 * after compositionend, with isComposing already false, so the tick after it is guarded as well (ux 4).
 */

/** A DOM event, or React's wrapper around one. */
export type ComposingEvent = Readonly<{
  isComposing?: boolean;
  keyCode: number;
  nativeEvent?: Readonly<{ isComposing?: boolean }>;
}>;

export type ImeGuard = Readonly<{ isComposing(event: ComposingEvent): boolean }>;

const PROCESS_KEY = 229;

export function createImeGuard(target: Pick<EventTarget, 'addEventListener'>): ImeGuard {
  let hasJustEnded = false;
  target.addEventListener(
    'compositionend',
    () => {
      hasJustEnded = true;
      setTimeout(() => {
        hasJustEnded = false;
      });
    },
    true,
  );
  return {
    isComposing: (event) =>
      hasJustEnded ||
      event.keyCode === PROCESS_KEY ||
      event.isComposing === true ||
      event.nativeEvent?.isComposing === true,
  };
}

let guard: ImeGuard | null = null;

/** Every key handler asks this first. */
export function isComposing(event: ComposingEvent): boolean {
  guard ??= createImeGuard(window);
  return guard.isComposing(event);
}
