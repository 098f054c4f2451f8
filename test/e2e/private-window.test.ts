import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makePicture } from '../server/picture-files.ts';
import { composeArticle } from './support/article.ts';
import { showDatabases } from './support/databases.ts';
import { find, killWorker, openOwnPage, openPanel, openPopup, photograph, press } from './support/docent.ts';
import { ask, openHistory } from './support/history.ts';
import { turnSwitch } from './support/extension-switches.ts';
import { openPrivateWindow } from './support/windows.ts';
import { useStage } from './support/stage.ts';
import { attachFiles, lastSent, waitForSizes } from './support/tray.ts';

const stage = useStage({
  pages: { '/lamps': composeArticle({ title: 'The lamps of the harbour' }), '/tapir': composeArticle({ title: 'The okapi of the harbour' }) },
  accept: '/lamps?accept',
});

let own: Page;
beforeAll(async () => {
  await turnSwitch(stage.docent, 'incognitoAccess');
  own = await openOwnPage(stage.docent, 'options.html');
});
afterAll(() => own?.close());

/** Words that are nowhere but in the private window: its question, page, address, files, draft, and an answer. */
const SECRETS = /quagga|okapi|giraffe|zebra|tapir|wombat/i;

/** All that rests on the disk as one text, and the keys of all rows. Only what is the background's own work may change by itself. */
async function readDisk(): Promise<{ text: string; keys: unknown }> {
  await showDatabases(own);
  const [local, ...stores] = await own.evaluate(async () => {
    const all: unknown[][] = [[await chrome.storage.local.get(null)]];
    for (const { open } of await listDatabases()) {
      const database = await open();
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        all.push([store, await waitFor(rows.getAllKeys()), await waitFor(rows.getAll())]);
      }
      database.close();
    }
    return all;
  });
  return {
    text: JSON.stringify([local, stores]),
    keys: stores.filter(([store]) => !['spending', 'models', 'postings', 'searchTexts'].includes(String(store))).map(([store, keys]) => [store, keys]),
  };
}

const readSession = () => own.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));

test('nothing of a private window is written to the disk, and nothing of it is left anywhere once it is closed', async () => {
  const before = await readDisk();
  expect(before.text).toContain('harbour');
  const page = await openPrivateWindow(stage.docent, stage.sites.url('/tapir'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  await panel.waitForSelector('.tray-list');
  await attachFiles(panel, { 'wombat.txt': 'A giraffe was seen at the harbour.', 'wombat.png': await makePicture('#14a028') });
  await waitForSizes(panel);
  stage.api.script({ text: 'The zebra has it.' });
  await ask(panel, 'Who has the quagga?');
  expect(lastSent(stage)).toContain('A giraffe was seen');
  await ask(panel, 'And is the quagga well?');
  await (await find(panel, 'textbox', 'Message')).type('Half a thought about a quagga');
  // What was answered is there again after the browser has ended the background: it rests in memory.
  await vi.waitFor(async () => expect(await readSession()).toMatch(/zebra/), { timeout: 120_000 });
  await killWorker(stage.docent);
  await panel.waitForFunction(() => document.querySelectorAll('article').length === 2 && document.body.innerText.includes('The zebra has it.'));
  await photograph(panel, 'private-panel');
  await openHistory(panel, 1);
  await press(panel, 'button', 'History');
  await expectClean(before.keys);

  await page.close();
  await vi.waitFor(async () => expect(Object.keys(JSON.parse(await readSession()) as object).filter((key) => key !== 'browserEngine')).toEqual([]), { timeout: 120_000 });
  await expectClean(before.keys);
});

async function expectClean(keys: unknown): Promise<void> {
  const disk = await readDisk();
  expect(SECRETS.exec(disk.text)?.[0]).toBeUndefined();
  expect(disk.keys).toEqual(keys);
}
