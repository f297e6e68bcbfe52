import { useSyncExternalStore } from 'react';
import { pageWidth } from './text-scale.ts';

/** The window's width in CSS pixels at the text size in use, kept current. */
export function useWindowWidth(): number {
  return useSyncExternalStore(subscribe, pageWidth);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
