/** Has the browser save what is at an address of Docent's own, e.g. a `blob:`, as a file. */
export function saveLink(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
