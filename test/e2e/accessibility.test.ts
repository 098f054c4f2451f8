import { beforeAll, expect, test } from 'vitest';
import { configureServer } from '../../scripts/driver/settings.ts';
import { waitForEnd, waitForQuestion, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers, findOverflow } from './support/axe.ts';
import { find, openOwnPage, openTab, photograph, press } from './support/docent.ts';
import { inspect } from './support/inspect.ts';
import { useStage } from './support/stage.ts';
import { findTabId, openPinned } from './support/tabs.ts';

const stage = useStage({ pages: { '/story': composeArticle() }, key: null });

let story: number;
beforeAll(async () => {
  story = await findTabId(stage.docent, await openTab(stage.docent, stage.sites.url('/story', '127.0.0.1')));
});

const WINDOWS = ['popup', 'sidepanel'] as const;

test.for(WINDOWS)('%s of a newcomer', async (name) => {
  const page = await openPinned(stage.docent, `${name}.html`, story);
  await find(page, 'button', 'Summarize page');
  if (name === 'popup') await inspect(page, `${name}-start`);
  await press(page, 'button', 'Summarize page');
  await waitForEnd(page);
  await inspect(page, `${name}-quick`);
  await page.close();
});

test.for(WINDOWS)('%s with a server', async (name) => {
  await configureServer(stage.docent, { baseUrl: stage.api.baseUrl, key: 'test-key', model: 'gpt-4o-mini' });
  const page = await openPinned(stage.docent, `${name}.html`, story);
  // The newcomer's answer moves what stands on the page; a press waits until it is there.
  await waitForEnd(page);
  if (name === 'sidepanel') await press(page, 'button', 'New chat');
  await press(page, 'button', 'Summarize page');
  if (name === 'popup') {
    await waitForQuestion(page);
    await inspect(page, `${name}-question`);
    await press(page, 'button', 'Send');
  }
  await waitForText(page, 'Cost');
  await inspect(page, `${name}-answer`);
  await press(page, 'button', 'Change style or model');
  await page.waitForSelector('form select');
  await inspect(page, `${name}-retry`);
  await press(page, 'button', 'What is sent');
  await page.waitForSelector('dialog[open]');
  await inspect(page, `${name}-sent`);
  await press(page, 'button', 'Close');

  stage.api.script({ fault: 'bad-key' });
  await press(page, 'button', 'Retry with changes');
  await waitForText(page, 'did not accept the API key');
  await inspect(page, `${name}-error`);
  await page.close();
});

test('the first-run page and the settings', async () => {
  await configureServer(stage.docent, { baseUrl: stage.api.baseUrl });
  const welcome = await openOwnPage(stage.docent, 'options.html#welcome');
  await welcome.waitForSelector('input[type="radio"]');
  await inspect(welcome, 'welcome');
  // The last choice stays, and with a server the tests go on: hence backwards.
  for (const choice of (await welcome.$$('input[type="radio"]')).reverse()) {
    await choice.click();
    expect(await findBarriers(welcome)).toEqual([]);
    expect(await findOverflow(welcome)).toEqual([]);
  }
  await photograph(welcome, 'welcome-chosen');
  await welcome.close();
  const options = await openOwnPage(stage.docent, 'options.html');
  await find(options, 'textbox', 'Base URL');
  await inspect(options, 'options');
  await (await find(options, 'combobox', 'Chat model')).click();
  await options.waitForSelector('[role="option"]');
  expect(await findBarriers(options)).toEqual([]);
  await photograph(options, 'options-models');
  await options.close();
});
