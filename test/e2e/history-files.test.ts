import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { showDatabases } from './support/databases.ts';
import { openOwnPage, photograph, press } from './support/docent.ts';
import { saveFile } from './support/downloads.ts';
import { ask, openHistory, readRows, waitForRows } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';

const KEY = 'test-key';
const stage = useStage({ pages: { '/lamps': composeArticle({ title: 'The lamps of the harbour' }) }, key: KEY, accept: '/lamps?accept' });

afterEach(() => closePanels(stage.docent));

/** The file that is saved, as text. */
async function save(start: () => Promise<void>): Promise<{ name: string; text: string }> {
  const { name, bytes } = await saveFile(stage.docent, start);
  return { name, text: bytes.toString('utf8') };
}

test('one conversation is saved as JSON and as Markdown, whole, alone, and without the key that stands in it', async () => {
  const { page, panel } = await openPanelBeside(stage, '/lamps');
  stage.api.script({ text: `Bearer ${KEY} is in the logbook of *Ottilie*.` });
  await ask(panel, 'Who paid for it/and: when?');
  stage.api.script({ text: 'In the year 1852.' });
  await ask(panel, 'And which year?');
  await press(panel, 'button', 'New chat');
  await panel.waitForFunction(() => !document.querySelector('article'));
  await ask(panel, 'Where is the other zebra?');
  await openHistory(panel, 3);

  const more = 'More for “Who paid for it/and: when?”';
  await press(panel, 'button', more);
  const json = await save(() => press(panel, 'button', 'Save as JSON'));
  await panel.waitForFunction(() => !document.querySelector('dialog'));
  await press(panel, 'button', more);
  const markdown = await save(() => press(panel, 'button', 'Save as Markdown'));

  expect(json.name).toBe('Who-paid-for-it-and-when.json');
  const { format, version, conversations } = JSON.parse(json.text) as { format: string; version: number; conversations: { title: string; runs: { request: { question: string }; text: string }[] }[] };
  expect([format, version, conversations.length]).toEqual(['docent-history', 1, 1]);
  expect(conversations[0]?.runs.map(({ request, text }) => [request.question, text])).toEqual([
    ['Who paid for it/and: when?', expect.stringMatching(/^Bearer \S+ is in the logbook of \*Ottilie\*\.$/)],
    ['And which year?', 'In the year 1852.'],
  ]);

  expect(markdown.name).toBe('Who-paid-for-it-and-when.md');
  const [heading, source, ...turns] = markdown.text.trim().split('\n\n');
  expect(heading).toBe('# Who paid for it/and: when?');
  expect(source).toContain(`<${stage.sites.url('/lamps')}>`);
  expect(turns.join('\n')).toMatch(/^> Who paid for it\/and: when\?\nBearer \S+ is in the logbook of \*Ottilie\*\.\n\*gpt-4o-mini\*\n> And which year\?\nIn the year 1852\.\n\*gpt-4o-mini\*$/);
  for (const { text } of [json, markdown]) {
    expect(text).not.toContain(KEY);
    expect(text).not.toContain('zebra');
  }
  await page.close();
});

// The last of the file: what it damages stays so until it is deleted.
test('a damaged row is shown as such, left out of a file with a word, and deleted; the others are as they were', async () => {
  const own = await openOwnPage(stage.docent, 'options.html');
  await damage(own);
  const { page, panel } = await openPanelBeside(stage, '/lamps?damaged');
  await openHistory(panel, 3);
  expect((await readRows(panel)).map(({ title }) => title)).toContain('Damaged conversation');
  expect((await readRows(panel)).find(({ title }) => title === 'Damaged conversation')?.text).toContain('What is stored of it cannot be read. It can only be deleted.');
  expect(await findBarriers(panel)).toEqual([]);
  await photograph(panel, 'history-damaged');

  await own.bringToFront();
  const { text } = await save(() => press(own, 'button', 'Save as JSON'));
  const { conversations } = JSON.parse(text) as { conversations: { title: string; runs: unknown[] }[] };
  // Of the one whose first answer is damaged, the other is there.
  expect(conversations.map(({ title, runs }) => [title, runs.length])).toEqual([['The lamps of the harbour', 1], ['Who paid for it/and: when?', 1]]);
  await own.waitForFunction(() => document.body.innerText.includes('2 damaged entries could not be saved.'));

  await page.bringToFront();
  await press(panel, 'button', 'More for “Damaged conversation”');
  await press(panel, 'button', 'Delete');
  await waitForRows(panel, 2);
  expect((await readRows(panel)).map(({ title }) => title)).toEqual(['Who paid for it/and: when?', 'The lamps of the harbour']);
  await panel.evaluate(() => [...document.querySelectorAll<HTMLElement>('.conversation-open')].find(({ textContent }) => textContent.includes('Who paid'))?.click());
  await panel.waitForFunction(() => document.body.innerText.includes('1 answer of this conversation is damaged and cannot be shown.') && document.body.innerText.includes('In the year 1852.')).catch(async (error: unknown) => {
    throw new Error(await panel.evaluate(() => document.body.innerText), { cause: error });
  });
  await photograph(panel, 'history-damaged-answer');
  await ask(panel, 'And after that?');
  await page.close();
  await own.close();
});

/** Spoils the row of one conversation, and that of the first answer of another, as a disk may. */
async function damage(own: Page): Promise<void> {
  await showDatabases(own);
  await own.evaluate(async () => {
    const database = await openDatabase();
    const transaction = database.transaction(['conversations', 'runs'], 'readwrite');
    const spoil = (store: string, isMeant: (row: string) => boolean, spoilt: object) => {
      transaction.objectStore(store).openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
        if (!cursor) return;
        if (isMeant(JSON.stringify(cursor.value))) cursor.update({ ...(cursor.value as object), ...spoilt });
        cursor.continue();
      };
    };
    spoil('conversations', (row) => row.includes('zebra'), { title: { broken: true }, page: 7 });
    spoil('runs', (row) => row.includes('and: when?'), { state: 'melted', createdAt: 'yesterday' });
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  });
}
