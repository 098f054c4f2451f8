import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { showDatabases } from './support/databases.ts';
import { findOnDisk } from './support/disk.ts';
import { find, killWorker, openOwnPage, press } from './support/docent.ts';
import { ask } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { openPanelBeside } from './support/tabs.ts';
import { attachFiles, waitForSizes } from './support/tray.ts';

/** `Delete all` in a profile on the disk: no file of it holds a word of the history any more. */
const WORD = 'quaxolotl';
const PICTURES = 2_000;
const PROMPTS = [{ id: 'mine', name: 'Mine', text: 'Say it in one line.' }];

const stage = useStage({ pages: { '/lamps': composeArticle({ title: 'The lamps of the harbour' }) }, accept: '/lamps?accept', keeps: true });
const onDisk = () => findOnDisk(stage.profile, WORD);

test('after Delete all no file of the profile holds a word of the history, in the running browser and after it; keys and prompts stay', async () => {
  const own = await openOwnPage(stage.docent, 'options.html');
  await call(own, 'savePrompts', { prompts: PROMPTS });
  await converse();
  await expect.poll(() => onDisk().length, { timeout: 120_000 }).toBeGreaterThan(0);
  await deleteAll(own);
  await expect.poll(onDisk, { timeout: 30_000 }).toEqual([]);
  await expectKept(own);

  // And what comes after it, once more.
  await converse();
  await expect.poll(() => onDisk().length, { timeout: 120_000 }).toBeGreaterThan(0);
  await deleteAll(own);
  await stage.restart(() => expect(onDisk()).toEqual([]));
  const again = await openOwnPage(stage.docent, 'options.html');
  await expectKept(again);
  expect(await countConversations(again)).toBe(0);
  await again.close();
});

test('a background that is ended in the middle of it leaves all of the history, or nothing, and no file of what is gone', async () => {
  const own = await openOwnPage(stage.docent, 'options.html');
  // So much is kept that it takes a while.
  await describePictures(own, PICTURES);
  await converse();
  const before = await countConversations(own);
  expect(before).toBeGreaterThan(0);
  for (let after = before, delay = 0; after > 0; delay += 150) {
    await own.evaluate((ms) => {
      void chrome.runtime.sendMessage({ name: 'deleteHistory', input: {} }).catch(() => undefined);
      return new Promise((resolve) => {
        setTimeout(resolve, ms);
      });
    }, delay);
    await killWorker(stage.docent);
    after = await countConversations(own);
    expect([0, before]).toContain(after);
    if (after > 0) expect(onDisk()).not.toEqual([]);
    await expectKept(own);
    expect(await countPictures(own)).toBe(PICTURES);
  }
  // The next background tidies up, soon after it has started.
  await expect.poll(onDisk, { timeout: 60_000 }).toEqual([]);
  await own.close();
});

/** Puts so many described pictures into the database. */
async function describePictures(own: Page, count: number): Promise<void> {
  await showDatabases(own);
  await own.evaluate(async (many) => {
    const database = await openDatabase();
    const transaction = database.transaction('descriptions', 'readwrite');
    for (let i = 0; i < many; i++) transaction.objectStore('descriptions').put({ hash: `${i}`, language: 'en', text: 'A lamp.', model: 'm', thumbnail: 'x'.repeat(20_000), madeAt: i });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  }, count);
}

async function countPictures(own: Page): Promise<number> {
  await showDatabases(own);
  return own.evaluate(async () => {
    const database = await openDatabase();
    const count = await waitFor(database.transaction('descriptions').objectStore('descriptions').count());
    database.close();
    return count;
  });
}

/** A question with a file, an answer, and a message that was not sent: each with the word. */
async function converse(): Promise<void> {
  const { page, panel } = await openPanelBeside(stage, '/lamps');
  await attachFiles(panel, { [`${WORD}.txt`]: `The ${WORD} was seen at the harbour. `.repeat(50) });
  await waitForSizes(panel);
  stage.api.script({ text: `The ${WORD} lives in the third lamp.` });
  await ask(panel, `Where does the ${WORD} live?`);
  await (await find(panel, 'textbox', 'Message')).type(`Half a thought about a ${WORD}`);
  await panel.close();
  await page.close();
}

async function deleteAll(own: Page): Promise<void> {
  await own.bringToFront();
  await own.reload();
  await press(own, 'button', 'Delete all');
  await press(own, 'button', 'Delete');
  await own.waitForFunction(() => document.body.innerText.includes('The history is empty now.'));
}

async function expectKept(own: Page): Promise<void> {
  expect(await call(own, 'listPrompts', {})).toEqual({ prompts: PROMPTS });
  expect(await call(own, 'getSettings', {})).toMatchObject({ hasKey: true });
}

async function countConversations(own: Page): Promise<number> {
  return (await call<{ total: number }>(own, 'findConversations', { query: WORD, offset: 0, limit: 1 })).total;
}

async function call<T>(own: Page, name: string, input: object): Promise<T> {
  const reply = await own.evaluate((message) => chrome.runtime.sendMessage<unknown, { ok: boolean; value: unknown }>(message), { name, input });
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.value as T;
}
