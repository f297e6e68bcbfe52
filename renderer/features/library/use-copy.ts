import { useEffect, useState } from 'react';

const SHOWN_MS = 4000;

export type Copy = Readonly<{
  /** what was copied last, as long as the screen says so */
  copied: string | null;
  /** in words, for everyone; '' when there is nothing to say */
  words: string;
  copy(text: string): void;
}>;

type State = Readonly<{ text: string; isDone: boolean }>;

/** Puts a text on the clipboard and says whether it got there. */
export function useCopy(): Copy {
  const [state, setState] = useState<State | null>(null);
  useEffect(() => {
    if (!state?.isDone) return undefined;
    const timer = setTimeout(() => setState(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);

  function copy(text: string): void {
    navigator.clipboard.writeText(text).then(
      () => setState({ text, isDone: true }),
      () => setState({ text, isDone: false }),
    );
  }
  return {
    copied: state?.isDone ? state.text : null,
    words: state === null ? '' : state.isDone ? `已复制 ${state.text}` : `没能复制，请照着输入 ${state.text}`,
    copy,
  };
}
