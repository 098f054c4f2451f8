import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { makePicture } from '../server/picture-files.ts';
import { decodeSent, nameColour } from '../server/pictures.ts';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { find, killWorker, openOwnPage, openPanel, openPopup, openTab, press } from './support/docent.ts';
import { inspect } from './support/inspect.ts';
import { useStage } from './support/stage.ts';
import { findTabId, openPinned } from './support/tabs.ts';
import { attachFiles, lastSent } from './support/tray.ts';

const stage = useStage({ pages: { '/story': composeArticle() }, accept: '/story?accept' });

const sent = () => (stage.api.tasks().at(-1)?.body as { messages: { content: string }[] }).messages.map(({ content }) => content).join('\n');
const waitForWords = (page: Page, words: string) => page.waitForFunction((text) => document.body.innerText.includes(text), {}, words);

async function waitForBubble(panel: Page, words: string): Promise<void> {
  await panel.waitForFunction((text) => [...document.querySelectorAll('.bubble')].at(-1)?.textContent === text, {}, words);
  await waitForEnd(panel);
}

/** Waits until a prompt that takes something along has been asked and answered. */
async function waitForPrompt(panel: Page, name: string): Promise<void> {
  await panel.waitForFunction((text) => [...document.querySelectorAll('.bubble')].at(-1)?.querySelector('p')?.textContent === text, {}, name);
  await waitForEnd(panel);
}

test('a prompt is made in the settings, asked by typing / in the panel, and outlives the background', async () => {
  const options = await openOwnPage(stage.docent, 'options.html');
  await press(options, 'button', 'Add prompt');
  await (await find(options, 'textbox', 'Name')).type('Ships');
  await (await find(options, 'textbox', 'Prompt')).type('Which ships are in {{page}} or {{pages}}?');
  await press(options, 'button', 'Save prompt');
  await waitForWords(options, 'Unknown: {{pages}}. There are {{page}}, {{selection}}, {{language}}.');
  await (await find(options, 'textbox', 'Prompt')).evaluate((field) => (field as HTMLTextAreaElement).select());
  await (await find(options, 'textbox', 'Prompt')).type('Which ships are in {{page}}?');
  await press(options, 'button', 'Save prompt');
  await waitForWords(options, '“Ships” was saved.');
  await killWorker(stage.docent);
  await options.close();

  const page = await openTab(stage.docent, stage.sites.url('/story'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  const box = await find(panel, 'textbox', 'Message');
  await box.press('/');
  await find(panel, 'combobox', 'Search prompts');
  await panel.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox' && document.querySelectorAll('[role=option]').length === 4);
  await panel.keyboard.type('ship');
  await panel.waitForFunction(() => document.querySelectorAll('[role=option]').length === 1);
  await panel.keyboard.press('Enter');
  await waitForBubble(panel, 'Ships');
  expect(sent()).toContain('Question: Which ships are in the page that is quoted?');
  expect(await box.evaluate((field) => (field as HTMLTextAreaElement).value)).toBe('');
  expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Message');

  await press(panel, 'button', 'Prompts');
  await find(panel, 'combobox', 'Search prompts');
  await panel.keyboard.type('translate');
  await panel.waitForFunction(() => document.querySelectorAll('[role=option]').length === 1);
  await panel.keyboard.press('Enter');
  await waitForBubble(panel, 'Translate selection');
  await waitForWords(panel, 'Nothing is selected on the page.');
  await page.evaluate(() => {
    const paragraph = document.querySelector('article p');
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
  });
  const selected = await page.evaluate(() => getSelection()?.toString().trim().slice(0, 40) ?? '');
  await panel.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('article [role=alert] button')];
    buttons.find(({ textContent }) => textContent === 'Retry')?.click();
  });
  await expect.poll(sent).toContain('Selected passage:');
  await waitForEnd(panel);
  expect(sent()).toContain(selected);
  await panel.close();
  await page.close();
});

test('what goes along with messages goes along with a prompt, from its button and after /', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/story?tray'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  await panel.waitForSelector('.tray-list');
  const options = async (count: number) => panel.waitForFunction((wanted) => document.querySelectorAll('[role=option]').length === wanted, {}, count);
  await attachFiles(panel, { 'cellar.txt': 'The cellar key hangs behind the stove.', 'flag.png': await makePicture('#dc1414') });
  await panel.waitForFunction(() => document.querySelectorAll('.tray-chip').length === 3);
  await (await find(panel, 'textbox', 'Message')).press('/');
  await find(panel, 'combobox', 'Search prompts');
  await panel.keyboard.type('side');
  await options(1);
  await panel.keyboard.press('Enter');
  await waitForPrompt(panel, 'The other side');
  expect(lastSent(stage)).toContain('The cellar key hangs behind the stove.');
  expect(lastSent(stage)).toContain('Document 2 of 2 (file): cellar.txt');
  expect((await decodeSent(stage.api.tasks().at(-1))).map(({ colourAt }) => nameColour(colourAt(0.5, 0.5)))).toEqual(['red']);
  expect(await panel.$eval('.bubble', ({ textContent }) => textContent)).toContain('With: cellar.txt · flag.png');

  // What a prompt names goes along although it was taken out; nothing else that was.
  const title = await page.title();
  await press(panel, 'button', 'Remove flag.png');
  await press(panel, 'button', `Remove ${title}`);
  await panel.waitForFunction(() => document.querySelectorAll('.tray-chip').length === 1);
  await page.evaluate(() => {
    const paragraph = document.querySelector('article p');
    if (paragraph) getSelection()?.selectAllChildren(paragraph);
  });
  await press(panel, 'button', 'Prompts');
  await find(panel, 'combobox', 'Search prompts');
  await panel.keyboard.type('translate');
  await options(1);
  await panel.keyboard.press('Enter');
  await waitForPrompt(panel, 'Translate selection');
  expect(lastSent(stage)).toContain('The cellar key hangs behind the stove.');
  expect(lastSent(stage)).toContain((await page.$eval('article p', ({ textContent }) => textContent ?? '')).trim().slice(0, 40));
  expect(lastSent(stage)).not.toContain('in the year 1858');
  await panel.close();
  await page.close();
});

test('every look of the prompts', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/story', '127.0.0.1'));
  const panel = await openPinned(stage.docent, 'sidepanel.html', await findTabId(stage.docent, page));
  await press(panel, 'button', 'Prompts');
  await panel.waitForSelector('[role=option]');
  await inspect(panel, 'panel-prompts');
  await panel.close();
  await page.close();

  const options = await openOwnPage(stage.docent, 'options.html');
  await press(options, 'button', 'Edit: The other side');
  await options.$eval('#prompts-title', (heading) => heading.scrollIntoView());
  await inspect(options, 'options-prompts');
  await press(options, 'button', 'Delete: Facts and figures');
  await waitForWords(options, '“Facts and figures” was deleted.');
  await press(options, 'button', 'Undo');
  await find(options, 'button', 'Delete: Facts and figures');
  await options.close();
});
