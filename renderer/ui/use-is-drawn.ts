import { useEffect, useState } from 'react';

/** ms; a window in the background draws no frames */
const AT_THE_LATEST_MS = 100;

/** False until what was rendered first is on screen: what waits for it does not hold it up. */
export function useIsDrawn(): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setDrawn(true), AT_THE_LATEST_MS);
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setDrawn(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isDrawn;
}
