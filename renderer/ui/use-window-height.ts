import { useSyncExternalStore } from 'react';
import { pageHeight } from './text-scale.ts';

/** The window's height in CSS pixels at the text size in use, kept current. */
export function useWindowHeight(): number {
  return useSyncExternalStore(subscribe, pageHeight);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
