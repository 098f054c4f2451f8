import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { find, openPanel, openPopup, openTab, press } from './support/docent.ts';
import { callDocent } from './support/guarded.ts';
import { inspect } from './support/inspect.ts';
import { useStage } from './support/stage.ts';
import { findTabId, openPinned } from './support/tabs.ts';

const SONAR = { id: 'perplexity/sonar', name: 'Sonar', developer: 'Perplexity', contextLength: 128_000 };
const QWEN = { id: 'alibaba/qwen3.6-flash', name: 'Qwen 3.6 Flash', developer: 'Alibaba Cloud', contextLength: 1_000_000 };
const stage = useStage({ pages: { '/story': composeArticle() }, accept: '/story?accept', server: { models: [SONAR, QWEN] } });

const body = () => stage.api.tasks().at(-1)?.body as Record<string, unknown>;
const FOUND = [
  { url: 'https://museum.example/lamps', title: 'Lamps of the coast', date: '2026-03-01' },
  { url: 'javascript:alert(1)', title: 'Not a page' },
  { url: 'http://town.example/', title: '<b>The town</b>' },
];
const ANSWER = { text: 'The lamp was made in Paris [1], says the town [3].', found: FOUND };

async function ask(panel: Page, question: string): Promise<void> {
  await (await find(panel, 'textbox', 'Message')).type(question);
  await press(panel, 'button', 'Send');
  await panel.waitForFunction((text) => [...document.querySelectorAll('.bubble')].at(-1)?.textContent === text, {}, question);
  await waitForEnd(panel);
}

test('a model that can searches the web where the reader has said so, and its pages are shown as sources', async () => {
  await callDocent(stage.docent, 'updateSettings', { chatModel: SONAR.id });
  const page = await openTab(stage.docent, stage.sites.url('/story'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  await ask(panel, 'Who wrote this?');
  expect(body()['search_mode']).toBeUndefined();

  await press(panel, 'button', 'Search the web');
  await panel.waitForSelector('button[aria-pressed=true]');
  stage.api.script(ANSWER);
  await ask(panel, 'Who made the lamp?');
  expect(body()).toMatchObject({ model: SONAR.id, search_mode: 'web' });
  await panel.waitForFunction(() => [...document.querySelectorAll('article')].at(-1)?.querySelector('details.sources'));
  await panel.evaluate(() => { for (const list of document.querySelectorAll<HTMLDetailsElement>('details.sources')) list.open = true; });
  const links = await panel.$$eval('article:last-of-type details.sources li > div a', (found) => found.map((link) => [link.getAttribute('href'), link.textContent]));
  expect(links.map(([href]) => href)).toEqual(['https://museum.example/lamps', 'http://town.example/']);
  const list = await panel.$$eval('details.sources', (lists) => lists.at(-1)?.innerText ?? '');
  for (const words of ['Lamps of the coast', 'museum.example', '<b>The town</b>', 'town.example']) expect(list).toContain(words);
  expect(list).not.toContain('Not a page');
  const sent = await panel.$$('button[aria-label="What is sent"]');
  await sent.at(-1)?.click();
  await panel.waitForFunction(() => document.querySelector('dialog')?.innerText.includes('The model is asked to search the web as well.'));
  await panel.keyboard.press('Escape');

  await press(panel, 'button', 'New chat');
  await panel.waitForFunction(() => document.querySelectorAll('article').length === 0 && document.querySelector('button[aria-pressed=false]'));
  await panel.close();
  await page.close();
});

test('a model that searches in another way is asked in that way, one that cannot is not offered it; every look of it', async () => {
  await callDocent(stage.docent, 'updateSettings', { chatModel: QWEN.id });
  const page = await openTab(stage.docent, stage.sites.url('/story', '127.0.0.1'));
  const panel = await openPinned(stage.docent, 'sidepanel.html', await findTabId(stage.docent, page));
  await press(panel, 'button', 'Search the web');
  stage.api.script(ANSWER);
  await ask(panel, 'Who made the lamp?');
  expect(body()).toMatchObject({ enable_search: true, search_options: { enable_source: true } });
  await panel.evaluate(() => { for (const list of document.querySelectorAll<HTMLDetailsElement>('details.sources')) list.open = true; });
  await inspect(panel, 'panel-web-search');
  await press(panel, 'button', 'Model: qwen3.6-flash');
  await (await find(panel, 'combobox', 'Search models')).type('gpt-4o-mini');
  await panel.keyboard.press('Enter');
  await find(panel, 'button', 'Model: gpt-4o-mini');
  expect(await panel.$('button[aria-pressed]')).toBeNull();
  await ask(panel, 'And now?');
  expect(Object.keys(body()).filter((key) => key.includes('search'))).toEqual([]);
  await panel.close();
  await page.close();
});
