/**
 * The page's policy accepts styles written at run time by their nonce only. The component library
 * gives it to most of its own; its scroll lock, behind every dialog, forgets it, so every <style>
 * that the program makes gets it here. One that comes in as text of a page is still refused.
 */
export function giveStylesTheirNonce(document: Document): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  const createElement = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = createElement(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  return nonce;
}
