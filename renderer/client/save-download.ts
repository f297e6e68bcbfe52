/** Lets the person save what the desk offers under an address; where it goes, the browser or the program asks. */
export function saveDownload(address: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
}
