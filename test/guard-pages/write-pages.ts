import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeGuardPages } from './compose.ts';

/** Writes the composed pages to `folder/injected` and `folder/clean`. */
export function writeGuardPages(folder: string): void {
  for (const { kind, name, html } of composeGuardPages()) {
    mkdirSync(join(folder, kind), { recursive: true });
    writeFileSync(join(folder, kind, `${name}.html`), html);
  }
}
