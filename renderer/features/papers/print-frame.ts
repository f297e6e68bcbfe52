/** Opens the system's print dialog on a file, in a frame that nobody sees. */

/** The frame stays while the dialog is open; the next print takes it away. */
const ID = 'print-frame';

/** Resolves once the dialog was asked for; false: the file did not come. */
export function printFile(address: string): Promise<boolean> {
  document.getElementById(ID)?.remove();
  const frame = document.createElement('iframe');
  frame.id = ID;
  frame.title = '打印';
  // not `display: none`: what is not drawn is printed empty
  frame.className = 'print-frame';
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(askToPrint(frame)));
    frame.addEventListener('error', () => resolve(false));
    frame.src = address;
    document.body.append(frame);
  });
}

function askToPrint(frame: HTMLIFrameElement): boolean {
  try {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
    return frame.contentWindow !== null;
  } catch {
    // the viewer could not show it
    return false;
  }
}
