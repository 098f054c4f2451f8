import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { makePicture } from '../server/picture-files.ts';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { find, launchDocent, openPanel, openPopup, openTab, press } from './support/docent.ts';
import { callDocent } from './support/guarded.ts';
import { inspect } from './support/inspect.ts';
import { describePicture } from './support/pictures.ts';
import { useStage } from './support/stage.ts';
import { findTabId, openPinned } from './support/tabs.ts';

const BULK = Array.from({ length: 600 }, (_, index) => ({ id: `bulk/model-${index}`, name: `Bulk ${index}`, developer: 'Bulk', contextLength: 32_000 }));
const stage = useStage({
  pages: {
    '/story': composeArticle(),
    '/flag.png': { type: 'image/png', body: await makePicture('#dc1414', { width: 400, height: 300 }) },
    '/gallery': '<!doctype html><html lang="en"><title>Gallery</title><body><main><h1>Gallery</h1><p>A flag hangs here, and has for years.</p><img src="/flag.png" width="400" height="300"></main></body></html>',
  },
  accept: '/story?accept',
  server: {
    tellsModalities: true,
    models: [
      { id: 'maker/going', name: 'Going', developer: 'Maker', contextLength: 8_000, tags: ['deprecated'] },
      ...BULK,
    ],
  },
});

const askedModel = () => (stage.api.tasks().at(-1)?.body as { model: string }).model;

async function ask(panel: Page, question: string): Promise<void> {
  await (await find(panel, 'textbox', 'Message')).type(question);
  await press(panel, 'button', 'Send');
  await panel.waitForFunction((text) => [...document.querySelectorAll('.turn')].at(-1)?.textContent?.includes(text), {}, question);
  await waitForEnd(panel);
}

/** Opens the choice by its button; the focus is in its search field. */
async function openPicker(panel: Page, model: string): Promise<void> {
  await press(panel, 'button', `Model: ${model}`);
  await find(panel, 'combobox', 'Search models');
  await panel.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
}

/** The focus comes back to the button that says what answers now. */
async function waitForChosen(panel: Page, model: string): Promise<void> {
  await panel.waitForFunction((label) => !document.querySelector('dialog') && document.activeElement?.getAttribute('aria-label') === label, {}, `Model: ${model}`);
}

test('the chat model is found among 600 by keyboard, answers from the next message on, and is first the next time', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/story'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  await openPicker(panel, 'gpt-4o-mini');
  await panel.waitForFunction(() => document.querySelector('dialog')?.innerText.includes('606 models'));
  expect(await panel.$$eval('[role=option]', (rows) => rows.length)).toBeLessThanOrEqual(40);
  expect(await panel.$eval('[role=option][aria-checked=true]', (row) => row.textContent)).toContain('gpt-4o-mini');
  await panel.keyboard.type('going');
  await panel.waitForFunction(() => document.querySelector('dialog')?.innerText.includes('will be withdrawn'));
  await panel.keyboard.press('Escape');
  await waitForChosen(panel, 'gpt-4o-mini');

  await openPicker(panel, 'gpt-4o-mini');
  await panel.keyboard.type('bulk 417');
  await panel.waitForFunction(() => document.querySelector('[role=option]')?.textContent?.includes('bulk/model-417'));
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  await waitForChosen(panel, 'model-417');
  await ask(panel, 'Who wrote this?');
  expect(askedModel()).toBe('bulk/model-417');

  await openPicker(panel, 'model-417');
  await panel.waitForSelector('[role=group][aria-label="Chosen before"]');
  expect(await panel.$eval('[role=group][aria-label="Chosen before"]', (group) => group.textContent)).toContain('bulk/model-417');
  await panel.keyboard.press('Escape');
  await panel.close();
  await page.close();
});

test('every look of the choice', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/story', '127.0.0.1'));
  const panel = await openPinned(stage.docent, 'sidepanel.html', await findTabId(stage.docent, page));
  await openPicker(panel, 'model-417');
  await inspect(panel, 'panel-models');
  await panel.close();
  await page.close();
});

test('with pictures in the conversation, a model that takes none says so before anything is sent', async () => {
  await callDocent(stage.docent, 'updateSettings', { chatModel: 'gpt-4o-mini' });
  const page = await openTab(stage.docent, stage.sites.url('/gallery'));
  const popup = await openPopup(stage.docent, page);
  await describePicture(popup, { src: stage.sites.url('/flag.png') });
  await waitForEnd(popup);
  const panel = await openPanel(stage.docent, popup);
  await openPicker(panel, 'gpt-4o-mini');
  await panel.keyboard.type('deepseek');
  await panel.waitForFunction(() => document.querySelector('[role=option]')?.textContent?.includes('deepseek'));
  await panel.keyboard.press('Enter');
  await waitForChosen(panel, 'deepseek-v4-flash');
  await panel.waitForFunction(() => document.body.innerText.includes('DeepSeek V4 Flash takes no pictures: google/gemini-3-1-flash-lite answers about them.'));
  await ask(panel, 'Which colour is the flag?');
  expect(askedModel()).toBe('google/gemini-3-1-flash-lite');
  await panel.close();
  await page.close();
});

test('a server that is down: the choice says so, and what to do; an id can be typed all the same', async () => {
  await callDocent(stage.docent, 'updateSettings', { baseUrl: 'http://127.0.0.1:9/v1', preset: 'other' });
  const page = await openTab(stage.docent, stage.sites.url('/story?down'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  await press(panel, 'button', 'Model: Server’s model');
  const alert = await panel.waitForSelector('dialog [role=alert]');
  expect(await alert?.evaluate((element) => (element as HTMLElement).innerText)).toMatch(/127\.0\.0\.1/);
  await find(panel, 'button', 'Retry');
  await (await find(panel, 'combobox', 'Search models')).type('my/own');
  await panel.keyboard.press('Enter');
  await waitForChosen(panel, 'own');
  await panel.close();
  await page.close();
});

test('without a key the choice shows what answers, and the way to a server', async () => {
  const docent = await launchDocent();
  try {
    const page = await openTab(docent, stage.sites.url('/story'));
    const panel = await openPanel(docent, await openPopup(docent, page));
    await press(panel, 'button', 'Model: On this device');
    const alert = await panel.waitForSelector('dialog [role=alert]');
    expect(await alert?.evaluate((element) => (element as HTMLElement).innerText)).toContain('api.aimlapi.com');
    await find(panel, 'button', 'Open settings');
    await find(panel, 'combobox', 'Who writes the answers');
  } finally {
    await docent.browser.close();
  }
});
