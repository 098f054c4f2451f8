import { saveLink } from '../ui/save-link';

/** Has the browser save a text as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  saveLink(url, name);
  // The browser has begun to read it by the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}
