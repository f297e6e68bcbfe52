/** Runs in the page: from a person's act to the picture that it brings. */

/** Started before the act; `drawn` in ms from the act's own time stamp. */
export function timedInPage(): Readonly<{ drawn: Promise<number> }> {
  const shown = () => {
    const image = document.querySelector<HTMLImageElement>('.viewer-frame img');
    const isVisible = image !== null && getComputedStyle(image).visibility === 'visible';
    return isVisible && image.complete && image.naturalWidth > 0 ? image : null;
  };
  // the same file may lie in two places: the page is another when it is called otherwise, or its owner is
  const what = () =>
    `${document.querySelector('.viewer-frame')?.ariaLabel} ${document.querySelector('h1')?.textContent}`;
  const before = what();
  const acted = new Promise<number>((resolve) => {
    const take = (event: Event) => resolve(event.timeStamp);
    for (const name of ['keydown', 'pointerdown'] as const) addEventListener(name, take, { capture: true, once: true });
  });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const drawn = async () => {
    const began = await acted;
    let image = shown();
    while (image === null || what() === before) {
      await frame();
      image = shown();
    }
    await image.decode();
    if (image.naturalWidth < image.clientWidth * devicePixelRatio) throw new Error('shown larger than it is');
    await frame();
    await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - began;
  };
  return { drawn: drawn() };
}
