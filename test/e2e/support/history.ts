import type { Page } from 'puppeteer';
import { waitForEnd } from './answers.ts';
import { showDatabases } from './databases.ts';
import { find, press } from './docent.ts';

/** Asks a question in the panel and waits for the whole answer. */
export async function ask(panel: Page, question: string): Promise<void> {
  const before = await panel.evaluate(() => document.querySelectorAll('article').length);
  const box = await find(panel, 'textbox', 'Message');
  await box.type(question);
  await press(panel, 'button', 'Send');
  await panel.waitForFunction((count) => document.querySelectorAll('article').length > count, {}, before);
  await waitForEnd(panel);
}

/** Opens the history, and waits until it shows so many conversations. */
export async function openHistory(panel: Page, rows: number): Promise<void> {
  await press(panel, 'button', 'History');
  await waitForRows(panel, rows);
}

export async function waitForRows(panel: Page, rows: number): Promise<void> {
  await panel.waitForFunction((wanted) => {
    const list = document.querySelector('.history-list ul');
    return list?.ariaBusy === 'false' && list.querySelectorAll('.conversation-title').length === wanted;
  }, {}, rows);
}

/** The rows as a reader sees them. */
export function readRows(panel: Page): Promise<{ title: string; text: string; marked: string[] }[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.conversation')]
      .sort((a, b) => Number(a.dataset.place) - Number(b.dataset.place))
      .map((row) => ({
        title: row.querySelector('.conversation-title')?.textContent ?? '',
        text: row.innerText,
        marked: [...row.querySelectorAll('mark')].map(({ textContent }) => textContent ?? ''),
      })),
  );
}

/** Everything in Docent's databases but the keys, as one text: what a page of Docent can read of the disk. */
export async function readDatabases(own: Page): Promise<string> {
  await showDatabases(own);
  return own.evaluate(async () => {
    const database = await openDatabase();
    const stores = [...database.objectStoreNames].filter((name) => name !== 'secrets');
    const transaction = database.transaction(stores);
    const all = await Promise.all(stores.map(async (name) => [name, await waitFor(transaction.objectStore(name).getAllKeys()), await waitFor(transaction.objectStore(name).getAll())]));
    database.close();
    return JSON.stringify(all);
  });
}
