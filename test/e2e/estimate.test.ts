import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { find, press } from './support/docent.ts';
import { photographAll } from './support/dress.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';
import { callDocent } from './support/guarded.ts';
import { ask } from './support/history.ts';
import { composeLongPage } from './support/long-pages.ts';
import { useStage } from './support/stage.ts';

const stage = useStage({ pages: { '/story': composeArticle(), '/long': composeLongPage(9) }, accept: '/story?accept', server: { tellsPrices: true } });

/** There is one panel a window: whatever became of a test, the next one opens its own. */
afterEach(() => closePanels(stage.docent));

const note = (panel: Page) => panel.$eval('.send-note', (element) => element.textContent);
const waitForNote = (panel: Page, text: string) => panel.waitForFunction((wanted) => document.querySelector('.send-note')?.textContent.includes(wanted), {}, text);
const tokensOf = (text: string) => Number(/≈ ([\d,]+) tokens/.exec(text)?.[1]?.replaceAll(',', ''));
const waitForTokens = (panel: Page, more: number) =>
  panel.waitForFunction((old) => Number(/≈ ([\d,]+)/.exec(document.querySelector('.send-note')?.textContent ?? '')?.[1]?.replaceAll(',', '')) > old, {}, more);
const moneyOf = (text: string) => Number(/\$([\d.]+)/.exec(text)?.[1]);

const openPanelOn = (path: string) => openPanelBeside(stage, path);

test('what a message comes to stands beside it as it is written, close to what the server counts, and grows with the conversation', async () => {
  const { page, panel } = await openPanelOn('/story');
  expect(await panel.$('.send-note')).toBeNull();
  const question = 'Who asked for brighter lamps, and what came of it in the end?';
  await (await find(panel, 'textbox', 'Message')).type(question);
  await waitForNote(panel, 'with gpt-4o-mini');
  const first = await note(panel);
  expect(stage.api.tasks()).toHaveLength(1);
  expect(await findBarriers(panel)).toEqual([]);
  await photographAll(panel, 'send-note');
  await press(panel, 'button', 'Send');
  const { whole } = await waitForText(panel, 'tokens in');
  const counted = Number(/([\d,]+) tokens in/.exec(whole)?.[1]?.replaceAll(',', ''));
  expect(tokensOf(first) / counted).toBeGreaterThan(0.8);
  expect(tokensOf(first) / counted).toBeLessThan(1.25);
  // gpt-4o-mini of the stand-in: $0.10 a million tokens in, $0.40 out; 400 of them are expected.
  expect(moneyOf(first)).toBeCloseTo((tokensOf(first) * 0.1 + 400 * 0.4) / 1_000_000, 5);
  await panel.waitForFunction(() => !document.querySelector('.send-note'));

  await (await find(panel, 'textbox', 'Message')).type(question);
  await waitForNote(panel, 'with gpt-4o-mini');
  expect(tokensOf(await note(panel))).toBeGreaterThan(tokensOf(first));
  const before = tokensOf(await note(panel));
  await (await find(panel, 'textbox', 'Message')).type(' Please answer in full, and with all names and numbers that are given.');
  await waitForTokens(panel, before);
  await panel.close();
  await page.close();
});

test('a model of which no price is known gets no price, and a long text that goes out for its meaning counts', async () => {
  await callDocent(stage.docent, 'updateSettings', { chatModel: 'test/unlisted' });
  const { page, panel } = await openPanelOn('/story');
  await (await find(panel, 'textbox', 'Message')).type('Who?');
  await waitForNote(panel, 'tokens with test/unlisted');
  expect(await note(panel)).not.toContain('$');
  await panel.close();
  await page.close();

  await callDocent(stage.docent, 'updateSettings', { chatModel: 'test/small', documents: { parallel: 4, embeddingModel: '' } });
  const long = await openPanelOn('/long');
  await (await find(long.panel, 'textbox', 'Message')).type('Which?');
  await waitForNote(long.panel, 'with test/small');
  const plain = await note(long.panel);
  await callDocent(stage.docent, 'updateSettings', { documents: { parallel: 4, embeddingModel: 'text-embedding-3-small' } });
  await long.panel.evaluate(() => window.dispatchEvent(new Event('focus')));
  // The last letters typed are counted a moment later, too: a handful of tokens, where the text comes to thousands.
  await waitForTokens(long.panel, tokensOf(plain) + 100);
  const embedded = await note(long.panel);
  const before = stage.api.requests.length;
  await ask(long.panel, ' What is the number of lighthouse 7?');
  const sent = stage.api.requests.slice(before).filter(({ path }) => path.endsWith('/embeddings'));
  const characters = sent.flatMap(({ body }) => (body as { input: string[] }).input).reduce((sum, { length }) => sum + length, 0);
  expect((tokensOf(embedded) - tokensOf(plain)) / (characters / 4)).toBeGreaterThan(0.9);
  expect((tokensOf(embedded) - tokensOf(plain)) / (characters / 4)).toBeLessThan(1.2);
  expect(moneyOf(embedded)).toBeGreaterThan(moneyOf(plain));
  await long.page.close();
});
