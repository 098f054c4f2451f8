import { afterEach, expect, test, vi } from 'vitest';
import { findBarriers } from './support/axe.ts';
import { composeArticle } from './support/article.ts';
import { find, killWorker, openOwnPage, openTab, photograph, press } from './support/docent.ts';
import { ask, openHistory, readDatabases, readRows, waitForRows } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';

const stage = useStage({
  pages: { '/lamps': composeArticle({ title: 'The lamps of the harbour' }), '/bees': composeArticle({ title: 'A year with bees' }) },
  accept: '/lamps?accept',
});

/** There is one panel a window: whatever became of a test, the next one opens its own. */
afterEach(() => closePanels(stage.docent));

const openPanelOn = (path: string) => openPanelBeside(stage, path);

test('conversations are found by their words, opened, and gone on with about the page as it was sent', async () => {
  const { page, panel } = await openPanelOn('/lamps');
  await ask(panel, 'Who paid for the unmistakable zebra tower?');
  await press(panel, 'button', 'New chat');
  await panel.waitForFunction(() => !document.querySelector('article'));
  await ask(panel, 'When was it built?');
  // Two questions, and the summary that was accepted at the beginning.
  await openHistory(panel, 3);
  expect((await readRows(panel)).map(({ title }) => title).slice(0, 2)).toEqual(['When was it built?', 'Who paid for the unmistakable zebra tower?']);
  await photograph(panel, 'history');
  expect(await findBarriers(panel)).toEqual([]);

  const field = await find(panel, 'searchbox', 'Search the history');
  await field.type('unmist zeb');
  await waitForRows(panel, 1);
  // In the title, and in the answer, which repeats the question.
  expect(new Set((await readRows(panel))[0]?.marked)).toEqual(new Set(['unmist', 'zeb']));
  await photograph(panel, 'history-search');

  // The tab goes elsewhere; the conversation is about the page that it was about.
  await page.goto(stage.sites.url('/bees'));
  await panel.waitForFunction(() => document.querySelector('h1')?.textContent.includes('bees'));
  await panel.keyboard.press('ArrowDown');
  await panel.waitForFunction(() => document.activeElement?.matches('.conversation-open'));
  await panel.keyboard.press('Enter');
  await panel.waitForFunction(() => document.querySelector('.bubble')?.textContent.includes('zebra') && document.querySelector('[role="note"]')?.textContent.includes('The lamps of the harbour'));
  await photograph(panel, 'history-opened');
  await ask(panel, 'And who asked for brighter lamps?');
  const { messages } = stage.api.chats().at(-1)?.body as { messages: { role: string; content: string }[] };
  const sent = messages.filter(({ role }) => role !== 'system').map(({ content }) => content).join('\n');
  expect(sent).toContain('An old fisherman kept a diary of every storm because two boats had run aground');
  expect(sent).toContain('The lamps of the harbour');
  expect(sent).not.toContain('bees');
  expect(sent).toContain('unmistakable zebra tower');

  // Back at its page, which is read anew; the note goes.
  const opened = stage.docent.browser.waitForTarget((target) => target.type() === 'page' && target.url() === stage.sites.url('/lamps'));
  await press(panel, 'button', 'Open its page');
  await (await opened).page();
  await panel.waitForFunction(() => document.querySelectorAll('article').length === 2 && !document.querySelector('[role="note"]'));
  await page.close();
});

test('a conversation is renamed, pinned, deleted, kept again, and deleted for good', async () => {
  const { page, panel } = await openPanelOn('/bees');
  await ask(panel, 'Where is the peculiar quagga?');
  await openHistory(panel, 4);
  await press(panel, 'button', 'More for “Where is the peculiar quagga?”');
  const name = await find(panel, 'textbox', 'Name');
  await photograph(panel, 'history-dialog');
  await name.click({ count: 3 });
  await name.type('My quagga');
  await press(panel, 'button', 'Save name');
  await vi.waitFor(async () => expect((await readRows(panel))[0]?.title).toBe('My quagga'));
  await press(panel, 'button', 'More for “When was it built?”');
  await press(panel, 'button', 'Pin');
  await vi.waitFor(async () => expect((await readRows(panel))[0]?.title).toBe('When was it built?'));

  await press(panel, 'button', 'More for “My quagga”');
  await press(panel, 'button', 'Delete');
  await waitForRows(panel, 3);
  await photograph(panel, 'history-deleted');
  await press(panel, 'button', 'Undo');
  await waitForRows(panel, 4);
  await press(panel, 'button', 'More for “My quagga”');
  await press(panel, 'button', 'Delete');
  await waitForRows(panel, 3);
  const own = await openOwnPage(stage.docent, 'options.html');
  // A background that ends before the time is over does not keep it.
  await killWorker(stage.docent);
  await vi.waitFor(async () => {
    await own.evaluate(() => chrome.runtime.sendMessage({ name: 'getSettings', input: {} }));
    expect(await readDatabases(own)).not.toMatch(/quagga/i);
  }, { timeout: 120_000, interval: 500 });
  await own.close();
  await page.close();
});

test('what was exported is taken in again after all was deleted, once', async () => {
  const own = await openOwnPage(stage.docent, 'options.html');
  await find(own, 'button', 'Delete all');
  const folder = await own.createCDPSession();
  await folder.send('Browser.setDownloadBehavior', { behavior: 'deny' });
  // The file itself, as the browser is given it.
  await own.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file: Blob) => {
      Object.assign(globalThis, { saved: file });
      return make(file);
    };
  });
  await press(own, 'button', 'Save as JSON');
  await own.waitForFunction(() => 'saved' in globalThis);
  const file = await own.evaluate(() => (globalThis as unknown as { saved: Blob }).saved.text());
  expect(file).not.toContain('test-key');
  expect(JSON.parse(file)).toMatchObject({ format: 'docent-history', version: 1 });
  await press(own, 'button', 'Delete all');
  await press(own, 'button', 'Delete');
  await own.waitForFunction(() => document.body.innerText.includes('The history is empty now.'));
  const empty = await readDatabases(own);
  expect(empty).not.toMatch(/zebra|harbour|brighter/);

  const take = async (said: string) => {
    await own.evaluate((text) => {
      const input = document.querySelector('#history-title')?.closest('section')?.querySelector<HTMLInputElement>('input[type="file"]');
      const list = new DataTransfer();
      list.items.add(new File([text], 'history.json', { type: 'application/json' }));
      if (!input) throw new Error('no field for files');
      input.files = list.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, said.startsWith('This is no file') ? 'nonsense' : file);
    await own.waitForFunction((text) => document.body.innerText.includes(text), {}, said);
  };
  await take('3 conversations were added.');
  await take('3 were there already.');
  await take('This is no file of conversations');
  await own.evaluate(() => document.querySelector('#history-title')?.scrollIntoView());
  await photograph(own, 'options-history');
  await own.close();
});

test('with history off nothing of a conversation is written, and it ends with its tab', async () => {
  const own = await openOwnPage(stage.docent, 'options.html');
  await press(own, 'switch', 'Keep conversations');
  await find(own, 'status', 'Saved');
  const { page, panel } = await openPanelOn('/lamps?off');
  await ask(panel, 'A secret okapi?');
  await panel.waitForFunction(() => document.querySelector('.bubble')?.textContent.includes('okapi'));
  expect(await readDatabases(own)).not.toMatch(/okapi/i);
  await openHistory(panel, 3);
  await page.close();
  await vi.waitFor(async () => expect(await own.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)))).not.toMatch(/okapi/i), { timeout: 120_000 });
  expect(await readDatabases(own)).not.toMatch(/okapi/i);
  await press(own, 'switch', 'Keep conversations');
  await own.close();
});

test('two panels on one conversation show the same, and what is asked in one is answered in both', async () => {
  const first = await openPanelOn('/bees?one');
  await ask(first.panel, 'Which bees are shared?');
  const second = await openTab(stage.docent, stage.docent.pageUrl(`sidepanel.html?tabId=${await tabOf('/lamps')}`));
  await press(second, 'button', 'History');
  await (await find(second, 'searchbox', 'Search the history')).type('shared');
  await waitForRows(second, 1);
  await (await second.waitForSelector('.conversation-open'))?.click();
  await second.waitForFunction(() => document.querySelector('.bubble')?.textContent.includes('shared'));
  await ask(second, 'And which of them are not?');
  // The panel of a window follows the tab in front.
  await first.page.bringToFront();
  await first.panel.waitForFunction(() => document.querySelectorAll('article[aria-busy="false"]').length === 2);
  await second.close();
  await first.page.close();
});

async function tabOf(path: string): Promise<number> {
  const page = await openTab(stage.docent, stage.sites.url(path));
  const own = await openOwnPage(stage.docent, 'options.html');
  const id = await own.evaluate(async () => (await chrome.tabs.query({})).toSorted((a, b) => (b.id ?? 0) - (a.id ?? 0))[1]?.id);
  await own.close();
  await page.bringToFront();
  if (id === undefined) throw new Error('The tab is not there.');
  return id;
}
