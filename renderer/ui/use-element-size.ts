import { useCallback, useState, type RefCallback } from 'react';

export type ElementSize = Readonly<{ width: number; height: number }>;

/**
 * The inner size of whatever element the ref is given to, in CSS pixels; 0 × 0 until it is drawn.
 * The element may come, go and come again: each one is measured.
 */
export function useElementSize(): readonly [RefCallback<HTMLElement>, ElementSize] {
  const [size, setSize] = useState<ElementSize>({ width: 0, height: 0 });
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    // the observer's first word comes after the first picture
    setSize(contentSizeOf(element));
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}

function contentSizeOf(element: HTMLElement): ElementSize {
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(element);
  return {
    width: element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight),
    height: element.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom),
  };
}
