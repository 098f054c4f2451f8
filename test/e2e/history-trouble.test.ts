import { afterEach, expect, test } from 'vitest';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { showDatabases } from './support/databases.ts';
import { find, openOwnPage, press } from './support/docent.ts';
import { photographAll } from './support/dress.ts';
import { ask, openHistory, readDatabases, readRows, waitForRows } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';

const stage = useStage({ pages: { '/lamps': composeArticle({ title: 'The lamps of the harbour' }) }, accept: '/lamps?accept' });
afterEach(() => closePanels(stage.docent));

const openPanelOn = (path: string) => openPanelBeside(stage, path);

test('what is older than the reader wants it kept goes at once, what is pinned or younger stays', async () => {
  const { page, panel } = await openPanelOn('/lamps');
  for (const question of ['Where is the old quagga?', 'Where is the pinned okapi?', 'Where is the young zebra?']) {
    await ask(panel, question);
    await press(panel, 'button', 'New chat');
    await panel.waitForFunction(() => !document.querySelector('article'));
  }
  await openHistory(panel, 4);
  await press(panel, 'button', 'More for “Where is the pinned okapi?”');
  await press(panel, 'button', 'Pin');
  await panel.waitForFunction(() => document.querySelector('.conversation-title')?.textContent === 'Where is the pinned okapi?');
  await panel.close();
  await page.close();

  const options = await openOwnPage(stage.docent, 'options.html');
  const select = await find(options, 'combobox', 'How long conversations are kept');
  // Two of them are made older than a month: no test waits for that.
  await showDatabases(options);
  await options.evaluate(async () => {
    const database = await openDatabase();
    const transaction = database.transaction('conversations', 'readwrite');
    transaction.objectStore('conversations').openCursor().onsuccess = ({ target }) => {
      const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
      if (!cursor) return;
      const row = cursor.value as { title: string; updatedAt: number; rank: number };
      const by = /quagga|okapi/.test(row.title) ? 40 * 86_400_000 : 0;
      cursor.update({ ...row, updatedAt: row.updatedAt - by, rank: row.rank - by });
      cursor.continue();
    };
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  });
  await select.select('30');
  await options.waitForFunction(() => [...document.querySelectorAll('[role="status"]')].some(({ textContent }) => textContent === 'Saved'));
  await expect.poll(() => readDatabases(options), { timeout: 60_000 }).not.toMatch(/quagga/);
  expect(await readDatabases(options)).toMatch(/okapi[^]*zebra|zebra[^]*okapi/);
  await options.close();
});

// The last of the file: the database stays the newer one's.
test('a database of a newer version is read and searched, not changed, and an answer says so', async () => {
  const own = await openOwnPage(stage.docent, 'options.html');
  await showDatabases(own);
  await own.evaluate(async () => (await openDatabase(999)).close());
  const before = await readDatabases(own);
  const { page, panel } = await openPanelOn('/lamps');
  await ask(panel, 'Where is the newer giraffe?');
  expect((await waitForEnd(panel)).text).not.toBe('');
  // It is known when the end of the answer could not be written.
  await waitForText(panel, 'written by a newer version of Docent');
  await photographAll(panel, 'history-newer');
  await press(panel, 'button', 'History');
  await (await find(panel, 'searchbox', 'Search the history')).type('okapi');
  await waitForRows(panel, 1);
  expect((await readRows(panel))[0]?.title).toBe('Where is the pinned okapi?');
  await panel.click('.conversation-open');
  await panel.waitForFunction(() => document.querySelector('.bubble')?.textContent.includes('okapi'));
  expect(await readDatabases(own)).toBe(before);
  await page.close();
});
