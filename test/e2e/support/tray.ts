import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import type { Stage } from './stage.ts';

/** A thing above the message box, as the reader sees it. */
export interface Chip {
  name: string;
  note: string;
}

/** What goes along with the next message. */
export function readChips(panel: Page): Promise<Chip[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.tray-chip')].map((chip) => ({
      name: chip.querySelector('.clip')?.textContent ?? '',
      note: chip.querySelector<HTMLElement>('.small')?.innerText ?? '',
    })),
  );
}

/** Waits until the chips have these names, in this order. */
export async function waitForChips(panel: Page, names: readonly string[]): Promise<void> {
  await panel.waitForFunction((wanted) => JSON.stringify([...document.querySelectorAll('.tray-chip .clip')].map(({ textContent }) => textContent)) === wanted, {}, JSON.stringify(names)).catch(async (error: unknown) => {
    throw new Error(`Not ${JSON.stringify(names)}: ${JSON.stringify(await readChips(panel))}`, { cause: error });
  });
}

/** Waits until everything above the message box has been measured. */
export async function waitForSizes(panel: Page): Promise<void> {
  await panel.waitForFunction(() => [...document.querySelectorAll<HTMLElement>('.tray-chip .small')].every(({ innerText }) => /token/.test(innerText)));
}

/** Attaches files as the button does. */
export async function attachFiles(panel: Page, files: Record<string, string | Uint8Array>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'docent-files-'));
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
  const input = await panel.waitForSelector('.composer-tools input[type=file]');
  await input?.uploadFile(...paths);
}

/** All that the last request to the model said, without its instructions. */
export function lastSent(stage: Stage): string {
  const { messages } = stage.api.chats().at(-1)?.body as { messages: { role: string; content: string | { type: string; text?: string }[] }[] };
  return messages.filter(({ role }) => role !== 'system').map(({ content }) => (typeof content === 'string' ? content : content.map(({ text = '' }) => text).join('\n'))).join('\n');
}
