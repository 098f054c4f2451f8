import { afterEach, expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { find, killWorker, openPanel, openPopup, photograph, press } from './support/docent.ts';
import { ask } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';
import { attachFiles, lastSent, readChips, waitForChips, waitForSizes } from './support/tray.ts';

const LAMPS = 'The lamps of the harbour';
const stage = useStage({
  pages: { '/lamps': composeArticle({ title: LAMPS }), '/bees': composeArticle({ title: 'A year with bees' }) },
  accept: '/lamps?accept',
});

/** There is one panel a window: whatever became of a test, the next one opens its own. */
afterEach(() => closePanels(stage.docent));

const openPanelOn = (path: string) => openPanelBeside(stage, path);

const FISHERMAN = 'An old fisherman kept a diary';

test('the page goes along unless it is taken away, and is measured when the reader begins to write', async () => {
  const { page, panel } = await openPanelOn('/lamps');
  await waitForChips(panel, [LAMPS]);
  const before = stage.api.requests.length;
  expect((await readChips(panel))[0]?.note).toBe('');
  await (await find(panel, 'textbox', 'Message')).click();
  await waitForSizes(panel);
  expect((await readChips(panel))[0]?.note).toMatch(/^≈ [\d,]+ tokens$/);
  expect(stage.api.requests).toHaveLength(before);
  expect(await findBarriers(panel)).toEqual([]);
  await photograph(panel, 'tray-page');

  await press(panel, 'button', `Remove ${LAMPS}`);
  await waitForChips(panel, []);
  expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Message');
  await ask(panel, 'What is a fathom?');
  expect(lastSent(stage)).not.toContain(FISHERMAN);
  expect(lastSent(stage)).not.toContain(LAMPS);

  await press(panel, 'button', 'Attach this page');
  await waitForChips(panel, [LAMPS]);
  await ask(panel, 'And here?');
  expect(lastSent(stage)).toContain(FISHERMAN);
  await page.close();
});

test('files go along, stay in the conversation, and survive the panel and the background', async () => {
  const { page, panel } = await openPanelOn('/lamps');
  await attachFiles(panel, { 'cellar.txt': 'The cellar key hangs behind the stove.', 'boats.csv': 'boat;berth\nLena;7\n' });
  await waitForChips(panel, [LAMPS, 'cellar.txt', 'boats.csv']);
  await waitForSizes(panel);
  await photograph(panel, 'tray-files');
  await killWorker(stage.docent);
  await panel.close();
  await page.bringToFront();
  const again = await openPanel(stage.docent, await openPopup(stage.docent, page));
  await waitForChips(again, [LAMPS, 'cellar.txt', 'boats.csv']);
  await ask(again, 'Where is the key?');
  for (const part of ['The cellar key hangs behind the stove.', '| Lena | 7 |', FISHERMAN, 'Document 2 of 3 (file): cellar.txt']) expect(lastSent(stage)).toContain(part);
  expect(await again.evaluate(() => document.querySelector('.bubble')?.textContent)).toContain('With: cellar.txt · boats.csv');
  expect((await readChips(again))[1]?.note).toContain('in this conversation');
  await press(again, 'button', 'Remove boats.csv');
  await waitForChips(again, [LAMPS, 'cellar.txt']);
  await ask(again, 'And the stove?');
  expect(lastSent(stage)).toContain('The cellar key hangs behind the stove.');
  expect(lastSent(stage)).not.toContain('Lena');
  await photograph(again, 'tray-conversation');
  expect(await findBarriers(again)).toEqual([]);
  await page.close();
});

test('what cannot be attached is named, each with its reason, and the others are attached', async () => {
  const { page, panel } = await openPanelOn('/bees');
  await attachFiles(panel, {
    'empty.txt': '', 'archive.docx': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'program.txt': Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]),
    'wide.txt': Uint8Array.from([0xff, 0xfe, ...Buffer.from('Zebra in UTF-16', 'utf16le')]), 'old.txt': Buffer.from('Gr\u00fc\u00dfe aus Latin-1', 'latin1'),
  });
  await waitForChips(panel, ['A year with bees', 'wide.txt', 'old.txt']);
  const alert = await panel.evaluate(() => document.querySelector<HTMLElement>('.tray [role="alert"]')?.innerText);
  expect(alert).toContain('empty.txt: There is nothing to read in this file');
  expect(alert).toContain('archive.docx: Docent does not read files of this kind');
  expect(alert).toContain('program.txt: This file is not what its name says');
  await photograph(panel, 'tray-failures');
  expect(await findBarriers(panel)).toEqual([]);
  await ask(panel, 'Hello?');
  expect(lastSent(stage)).toContain('Zebra in UTF-16');
  expect(lastSent(stage)).toContain('Gr\u00fc\u00dfe aus Latin-1');
  await page.close();
});

test('a file dropped on the panel is attached', async () => {
  const { page, panel } = await openPanelOn('/bees');
  await waitForChips(panel, ['A year with bees']);
  const drag = (type: string) => panel.evaluate((name) => {
    const data = new DataTransfer();
    data.items.add(new File(['Dropped words.'], 'dropped.md'));
    document.body.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, type);
  await drag('dragover');
  await panel.waitForSelector('.drop-zone');
  await photograph(panel, 'tray-drop');
  await drag('drop');
  await waitForChips(panel, ['A year with bees', 'dropped.md']);
  expect(await panel.$('.drop-zone')).toBeNull();
  await page.close();
});

test('of a page with a selection only that can go along', async () => {
  const { page, panel } = await openPanelOn('/lamps');
  await page.evaluate(() => {
    const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) => textContent?.includes('An old fisherman'));
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
  });
  await (await find(panel, 'textbox', 'Message')).click();
  await press(panel, 'button', 'Attach selection only');
  await waitForChips(panel, ['Selection']);
  await ask(panel, 'Who kept it?');
  expect(lastSent(stage)).toContain('Selected passage:');
  expect(lastSent(stage)).toContain(FISHERMAN);
  expect(lastSent(stage).length).toBeLessThan(2_000);
  await page.close();
});

test('when the tab goes elsewhere the conversation stays about the former page, and offers the new one', async () => {
  const { page, panel } = await openPanelOn('/lamps');
  await ask(panel, 'Who kept a diary?');
  await page.goto(stage.sites.url('/bees'));
  await waitForChips(panel, [`Former page: ${LAMPS}`]);
  await photograph(panel, 'tray-former');
  await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await photograph(panel, 'tray-former-dark');
  await ask(panel, 'And then?');
  expect(lastSent(stage)).toContain(FISHERMAN);
  expect(lastSent(stage)).not.toContain('bees');
  await press(panel, 'button', 'Ask about this page instead');
  await waitForChips(panel, ['A year with bees']);
  await ask(panel, 'And here?');
  expect(lastSent(stage)).toContain('bees');
  await page.close();
});
