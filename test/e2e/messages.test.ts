import { afterEach, expect, test, vi } from 'vitest';
import type { Page } from 'puppeteer';
import { waitForEnd } from './support/answers.ts';
import { findBarriers, findOverflow } from './support/axe.ts';
import { composeArticle } from './support/article.ts';
import { find, killWorker, openPanel, openPopup, openTab, photograph, press } from './support/docent.ts';
import { photographAll } from './support/dress.ts';
import { ask, readDatabases } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';

const stage = useStage({ pages: { '/lamps': composeArticle({ title: 'The lamps of the harbour' }) }, accept: '/lamps?accept' });

/** There is one panel a window: whatever became of a test, the next one opens its own. */
afterEach(() => closePanels(stage.docent));

const openPanelOn = (path: string) => openPanelBeside(stage, path);

const boxOf = (panel: Page) => panel.$eval('.message-box textarea', (box) => box.value);
const bubbles = (panel: Page) => panel.$$eval('.bubble', (all) => all.map(({ textContent }) => textContent));
const waitForVersion = (panel: Page, name: string) => panel.waitForFunction((wanted) => document.querySelector('.versions [role="status"]')?.textContent.includes(wanted), {}, name);

test('a message is edited by keyboard, both versions stay, and one is deleted for good', async () => {
  const { page, panel } = await openPanelOn('/lamps');
  await ask(panel, 'Who built the peculiar quagga?');
  const box = await find(panel, 'textbox', 'Message');
  await box.press('ArrowUp');
  const edited = await find(panel, 'textbox', 'Edited message');
  expect(await edited.evaluate((field) => document.activeElement === field)).toBe(true);
  await photograph(panel, 'message-edited');
  expect(await findBarriers(panel)).toEqual([]);
  await panel.keyboard.press('Escape');
  await panel.waitForFunction(() => !document.querySelector('.edit-message') && document.activeElement?.matches('.message-box textarea'));

  await press(panel, 'button', 'Edit message');
  const field = await find(panel, 'textbox', 'Edited message');
  await field.click({ count: 3 });
  await field.type('Who built the tower?');
  await panel.keyboard.press('Enter');
  await waitForVersion(panel, 'Version 2 of 2');
  await waitForEnd(panel);
  expect(await bubbles(panel)).toEqual(['Who built the tower?']);
  await press(panel, 'button', 'Previous version');
  await waitForVersion(panel, 'Version 1 of 2');
  expect(await bubbles(panel)).toEqual(['Who built the peculiar quagga?']);

  await press(panel, 'button', 'Delete message');
  await panel.waitForFunction(() => document.querySelector('.bubble')?.textContent === 'Who built the tower?' && document.querySelector('.undo-bar')?.textContent.includes('The message was deleted.'));
  await photographAll(panel, 'message-deleted');
  expect(await findBarriers(panel)).toEqual([]);
  // The background may end meanwhile.
  await killWorker(stage.docent);
  await press(panel, 'button', 'Undo');
  await waitForVersion(panel, 'Version 1 of 2');
  expect(await bubbles(panel)).toEqual(['Who built the peculiar quagga?']);
  expect(await panel.evaluate(() => document.activeElement?.role)).toBe('log');
  await press(panel, 'button', 'Delete message');
  await panel.waitForFunction(() => document.querySelector('.bubble')?.textContent === 'Who built the tower?' && !document.querySelector('.versions'));
  expect(await panel.evaluate(() => document.activeElement?.role)).toBe('log');
  // For good, once nobody can take it back.
  await vi.waitFor(async () => expect(await readDatabases(panel)).not.toContain('quagga'), { timeout: 120_000, interval: 500 });
  await panel.waitForFunction(() => !document.querySelector('.undo-bar'));
  await page.close();
});

test('an answer is quoted into the box, the selected part of it or all', async () => {
  const { page, panel } = await openPanelOn('/lamps?quote');
  stage.api.script({ text: 'The lamp was bright.\n\nIt burned oil.' });
  await ask(panel, 'What lamp?');
  await panel.evaluate(() => {
    const paragraph = [...document.querySelectorAll('.answer-text p')].at(-1);
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
  });
  await press(panel, 'button', 'Quote in message');
  await panel.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.message-box textarea')?.value === '> It burned oil.\n\n');
  await panel.keyboard.type('Which oil?');
  expect(await boxOf(panel)).toBe('> It burned oil.\n\nWhich oil?');
  await panel.evaluate(() => getSelection()?.removeAllRanges());
  await press(panel, 'button', 'Quote in message');
  await panel.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.message-box textarea')?.value.endsWith('Which oil?\n\n> The lamp was bright.\n>\n> It burned oil.\n\n'));
  await page.close();
});

test('a message waits for the answer that is being written, can be called back, and what is typed is there again after everything', async () => {
  const { page, panel } = await openPanelOn('/lamps?wait');
  stage.api.script({ text: 'word '.repeat(400), rate: 20 });
  await (await find(panel, 'textbox', 'Message')).type('First?');
  await press(panel, 'button', 'Send');
  await panel.waitForSelector('article[aria-busy="true"]');
  const box = await find(panel, 'textbox', 'Message');
  await box.type('Second?');
  await box.press('Enter');
  await panel.waitForFunction(() => document.querySelector('.message-state')?.textContent.includes('Waits here'));
  await photograph(panel, 'message-waiting');
  await panel.setViewport({ width: 320, height: 640 });
  expect(await findOverflow(panel)).toEqual([]);
  expect(await findBarriers(panel)).toEqual([]);
  await press(panel, 'button', 'Cancel');
  expect(await boxOf(panel)).toBe('Second?');
  await box.press('Enter');
  await press(panel, 'button', 'Stop');
  // Stopped by the reader: the next one goes.
  await panel.waitForFunction(() => document.querySelectorAll('.bubble').length === 2);
  await waitForEnd(panel);
  expect(await boxOf(panel)).toBe('');
  await box.press('Enter');
  await panel.waitForFunction(() => document.querySelector('.message-state')?.textContent.includes('Nothing to send'));

  // Each conversation has its draft; they outlive background and panel.
  await box.type('Half a thou');
  const other = await openTab(stage.docent, stage.sites.url('/lamps?other'));
  await other.bringToFront();
  await panel.waitForFunction(() => !document.querySelector('article') && document.querySelector<HTMLTextAreaElement>('.message-box textarea')?.value === '');
  await box.type('Of the other');
  await killWorker(stage.docent);
  await panel.close();
  const again = await openPanel(stage.docent, await openPopup(stage.docent, other));
  await again.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.message-box textarea')?.value === 'Of the other');
  await page.bringToFront();
  await again.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.message-box textarea')?.value === 'Half a thou');
  expect(await again.evaluate(() => Object.keys(localStorage).length)).toBe(0);
  await other.close();
  await page.close();
});

test('a megabyte that is pasted is refused plainly at once, what was written stays, and the panel goes on; so it does with all that a message holds', async () => {
  const { page, panel } = await openPanelOn('/lamps?paste');
  const box = await find(panel, 'textbox', 'Message');
  await box.type('About this:');
  const paste = async (text: string) => {
    await panel.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await box.press('v', { commands: ['Paste'] });
  };
  await paste('word and word '.repeat(75_000));
  const alert = await panel.waitForSelector('.composer [role="alert"]');
  expect(await alert?.evaluate(({ textContent }) => textContent)).toContain('The pasted text has 1,050,000 characters; a message holds 100,000.');
  expect(await boxOf(panel)).toBe('About this:');
  await photograph(panel, 'message-too-long');

  await paste('word and word '.repeat(7_000));
  await panel.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.message-box textarea')?.value.length === 98_011 && !document.querySelector('.composer [role="alert"]'));
  // The next key goes in, too: a box that grew with all of it would take seconds for each.
  await box.type('x');
  expect((await boxOf(panel)).length).toBe(98_012);
  expect(await panel.$eval('.message-box textarea', (area) => area.clientHeight)).toBeLessThan(400);
  await box.press('Enter');
  await panel.waitForFunction(() => document.querySelectorAll('.bubble').length === 1);
  expect(await boxOf(panel)).toBe('');
  await waitForEnd(panel);
  await page.close();
});

test('a message is never lost: not with a background that dies as it is sent, nor with one that cannot be reached', async () => {
  const { page, panel } = await openPanelOn('/lamps?deaths');
  const box = await find(panel, 'textbox', 'Message');
  const questions = ['One?', 'Two?', 'Three?', 'Four?'];
  for (const question of questions) {
    stage.api.script({ text: `To ${question} yes.` });
    await box.type(question);
    // Before, while and after it arrives: whichever it is, the message is in the conversation or in the box.
    await Promise.all([killWorker(stage.docent), box.press('Enter')]);
    const isThere = (wanted: string) => {
      const bubbles = [...document.querySelectorAll('.bubble')].map(({ textContent }) => textContent);
      if (bubbles.includes(wanted)) return 'sent';
      return document.querySelector<HTMLTextAreaElement>('.message-box textarea')?.value === wanted && document.querySelector('.composer [role="alert"]') ? 'kept' : false;
    };
    const outcome = await (await panel.waitForFunction(isThere, {}, question)).jsonValue();
    if (outcome === 'kept') await box.press('Enter');
    await panel.waitForFunction((wanted) => [...document.querySelectorAll('.bubble')].at(-1)?.textContent === wanted, {}, question);
    await waitForEnd(panel);
    await panel.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.message-box textarea')?.value === '');
  }
  expect(await bubbles(panel)).toEqual(questions);

  // As when Docent was updated while its panel was open.
  await panel.evaluate(() => {
    const real = chrome.runtime.sendMessage;
    Object.assign(window, { mend: () => Object.assign(chrome.runtime, { sendMessage: real }) });
    Object.assign(chrome.runtime, { sendMessage: () => Promise.reject(new Error('Extension context invalidated.')) });
  });
  await box.type('Five?');
  await box.press('Enter');
  await panel.waitForSelector('.composer [role="alert"]');
  await panel.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('.message-box textarea')?.value === 'Five?');
  await photograph(panel, 'message-came-back');
  await panel.evaluate(() => (window as unknown as { mend(): void }).mend());
  await box.press('Enter');
  await panel.waitForFunction(() => [...document.querySelectorAll('.bubble')].at(-1)?.textContent === 'Five?' && !document.querySelector('.composer [role="alert"]'));
  await waitForEnd(panel);
  expect(await boxOf(panel)).toBe('');
  await page.close();
});
