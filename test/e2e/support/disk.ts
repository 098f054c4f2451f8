import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files below a folder that hold a word, in UTF-8 or UTF-16, whatever its case. The browser may be at work on them. */
export function findOnDisk(folder: string, word: string): string[] {
  const plain = word.toLowerCase();
  const wide = [...plain].join('\0');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const text = read(path).toLowerCase();
      return text.includes(plain) || text.includes(wide);
    });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // Deleted meanwhile.
    return '';
  }
}
