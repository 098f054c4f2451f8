import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { composeBook } from '../fixtures/pdf/compose-pdfs.ts';
import { encryptPdf } from '../fixtures/pdf/encrypt-pdf.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { showDatabases } from './support/databases.ts';
import { openPopup, openTab, photograph, press } from './support/docent.ts';
import { ask } from './support/history.ts';
import type { Site } from './support/sites.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';
import { attachFiles, lastSent, readChips, waitForSizes } from './support/tray.ts';

const FACT = 'Keeper Ottilie Brandt counted 4711 ships in 1903.';
const locked = encryptPdf(composeBook(2, (page) => (page === 2 ? FACT : '')), 'sesame');
const site: Site = { type: 'application/pdf', body: locked };

const stage = useStage({ pages: { '/story': composeArticle(), '/locked.pdf': site }, accept: '/story?accept' });

let page: Page | undefined;
afterEach(async () => {
  await closePanels(stage.docent);
  await page?.close();
  page = undefined;
});

const FIELD = '.tray-chip input[type="password"]';

test('an attached PDF that is protected asks for its password in its chip, which is kept nowhere', async () => {
  const opened = await openPanelBeside(stage, '/story');
  ({ page } = opened);
  const { panel } = opened;
  await attachFiles(panel, { 'keepers.pdf': locked });
  await panel.waitForSelector(FIELD);
  expect((await readChips(panel)).at(-1)?.note).toContain('protected by a password');
  expect(await panel.$eval(FIELD, (field) => (field as HTMLInputElement).labels?.[0]?.textContent)).toBe('Password of keepers.pdf');
  expect(await findBarriers(panel)).toEqual([]);
  await photograph(panel, 'locked-chip');

  await panel.type(FIELD, 'open');
  await panel.keyboard.press('Enter');
  await panel.waitForFunction(() => document.body.innerText.includes('That is not the password of this PDF.'));
  await photograph(panel, 'locked-wrong');

  await panel.focus(FIELD);
  await panel.keyboard.press('Escape');
  await panel.waitForFunction((field) => !document.querySelector(field), {}, FIELD);
  expect(await panel.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  await press(panel, 'button', 'Enter password');
  await panel.waitForFunction((field) => document.activeElement === document.querySelector(field) && document.activeElement !== null, {}, FIELD);
  await panel.keyboard.type('sesame');
  await panel.keyboard.press('Enter');
  await waitForSizes(panel);
  expect((await readChips(panel)).at(-1)?.note).toMatch(/tokens/);
  await ask(panel, 'How many ships?');
  expect(lastSent(stage)).toContain(FACT);
  expect(await readStored(panel)).not.toContain('sesame');
});

test('a question goes without a PDF that stays locked, and says so', async () => {
  const opened = await openPanelBeside(stage, '/story');
  ({ page } = opened);
  const { panel } = opened;
  await attachFiles(panel, { 'keepers.pdf': locked });
  await panel.waitForSelector(FIELD);
  await ask(panel, 'What of the lights?');
  await panel.waitForFunction(() => [...document.querySelectorAll('article')].at(-1)?.innerText.includes('keepers.pdf could not be read and is not part of this answer. This PDF is protected by a password.'));
  expect(lastSent(stage)).not.toContain(FACT);
});

test('a PDF that is to be read aloud asks for its password, says when it is wrong, and is read', async () => {
  page = await openTab(stage.docent, stage.sites.url('/locked.pdf'));
  const popup = await openPopup(stage.docent, page);
  await press(popup, 'button', 'Read aloud');
  const field = '.player input[type="password"]';
  await popup.waitForSelector(field);
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'locked-aloud');
  await popup.type(field, 'open');
  await popup.keyboard.press('Enter');
  await popup.waitForFunction(() => document.querySelector<HTMLElement>('.player')?.innerText.includes('That is not the password'));
  await popup.waitForSelector(field);
  await popup.type(field, 'sesame');
  await popup.keyboard.press('Enter');
  await popup.waitForFunction(() => !document.querySelector('.player input[type="password"]'));
  // It is read by now: what is asked next is about the voice.
  await popup.waitForFunction(() => /voice|characters/.test(document.querySelector<HTMLElement>('.player')?.innerText ?? '')).catch(async (error: unknown) => {
    throw new Error(await popup.evaluate(() => document.body.innerText), { cause: error });
  });
  await photograph(popup, 'locked-opened');
});

/** All that rests in the extension's database and in its storage on disk, as text. */
async function readStored(panel: Page): Promise<string> {
  await showDatabases(panel);
  return panel.evaluate(async () => {
    const database = await openDatabase();
    const stores = [...database.objectStoreNames];
    const rows = await Promise.all(stores.map((name) => waitFor(database.transaction(name).objectStore(name).getAll() as IDBRequest<unknown>)));
    database.close();
    return JSON.stringify([rows, await chrome.storage.local.get(null), await chrome.storage.session.get(null)]);
  });
}
