import { afterEach, expect, test } from 'vitest';
import type { Page } from 'puppeteer';
import { composeArticle } from './support/article.ts';
import { findBarriers, findOverflow } from './support/axe.ts';
import { chooseModels, compareWith, pressInColumn, readColumns, sendCompared, waitForAll, waitForColumns, waitInColumn } from './support/compare.ts';
import { find, killWorker, launchDocent, openPanel, openPopup, openTab, photograph, press } from './support/docent.ts';
import { photographAll } from './support/dress.ts';
import { ask } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';

const OURS = 'gpt-4o-mini';
const GEMINI = 'google/gemini-3-1-flash-lite';
const OTHER = 'deepseek/deepseek-v4-flash';
/** Writes for minutes, unless it is stopped. */
const SLOW = 'test/rate=20,tokens=4000';
const BROKEN = 'test/fault=validation';

const stage = useStage({
  pages: { '/story': composeArticle() },
  accept: '/story?accept',
  server: { tellsPrices: true, tellsModalities: true, models: [SLOW, BROKEN].map((id) => ({ id, name: id, developer: 'Test', contextLength: 128_000 })) },
});

afterEach(() => closePanels(stage.docent));

const openPanelOn = (path: string) => openPanelBeside(stage, path);
const bodies = (since: number) => stage.api.tasks().slice(since).map(({ body }) => body as { model: string; messages: { content: string }[] });
const columnLefts = (panel: Page) => panel.$$eval('.column', (columns) => new Set(columns.map((column) => Math.round(column.getBoundingClientRect().left))).size);

test('a question goes to two models side by side; the kept answer alone is what the next question goes on from', async () => {
  const { page, panel } = await openPanelOn('/story?two');
  await press(panel, 'button', 'Compare models …');
  await chooseModels(panel, [GEMINI]);
  expect(await panel.$eval('.compare-chosen', (list) => list.textContent)).toMatch(/gpt-4o-mini.*128,000.*google\/gemini/);
  expect(await findBarriers(panel)).toEqual([]);
  await photographAll(panel, 'compare-choice');
  await press(panel, 'button', 'Compare these');

  const before = stage.api.tasks().length;
  let goOn = (): void => undefined;
  const until = new Promise<void>((resolve) => (goOn = resolve));
  stage.api.script({ text: 'The first alpha answer.', until }, { text: 'The first beta answer.', until });
  await (await find(panel, 'textbox', 'Message')).type('Who paid for the harbour?');
  await panel.waitForFunction(() => /goes to 2 models[^]*Together ≈ [\d,]+ tokens · about \$0\.\d+/.test(document.querySelector('.compare-note')?.textContent ?? ''));
  expect(await findBarriers(panel)).toEqual([]);
  await photograph(panel, 'compare-before');
  await press(panel, 'button', 'Send');
  // Both grow, each in its column.
  await waitInColumn(panel, OURS, 'The first');
  await waitInColumn(panel, GEMINI, 'The first');
  expect((await readColumns(panel)).map(({ busy }) => busy)).toEqual([true, true]);
  await photograph(panel, 'compare-streaming');
  goOn();
  await waitForAll(panel);
  await waitInColumn(panel, OURS, 'answer.');
  await waitInColumn(panel, GEMINI, 'answer.');
  expect(bodies(before).map(({ model }) => model).sort()).toEqual([GEMINI, OURS].sort());
  for (const { messages } of bodies(before)) expect(messages.at(-1)?.content).toContain('Who paid for the harbour?');

  const columns = await readColumns(panel);
  expect(columns.map(({ model }) => model)).toEqual([OURS, GEMINI]);
  await panel.waitForFunction((name) => [...document.querySelectorAll('.comparison [role=status] p')].some((said) => said.textContent === `The answer of ${name} is finished.`), {}, GEMINI);
  expect(await findBarriers(panel)).toEqual([]);
  expect(await columnLefts(panel)).toBe(1);
  await photographAll(panel, 'compare');
  await panel.setViewport({ width: 320, height: 700 });
  expect(await findOverflow(panel)).toEqual([]);
  await panel.setViewport({ width: 900, height: 700 });
  expect(await columnLefts(panel)).toBe(2);
  expect(await findOverflow(panel)).toEqual([]);
  await photograph(panel, 'compare-wide');
  await panel.evaluate(() => { document.documentElement.dir = 'rtl'; });
  expect(await findOverflow(panel)).toEqual([]);
  await photograph(panel, 'compare-rtl');
  await panel.evaluate(() => { document.documentElement.dir = 'ltr'; });
  await panel.setViewport({ width: 400, height: 700 });

  // By keyboard; the focus is not lost with the button.
  const keep = await panel.waitForSelector(`.column[aria-label="${GEMINI}"] ::-p-aria(Keep this one \\(${GEMINI}\\)[role="button"])`);
  await keep?.focus();
  await panel.keyboard.press('Enter');
  await panel.waitForFunction(() => !document.querySelector('.column') && document.querySelectorAll('article').length === 1);
  expect(await panel.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('log');
  const [other, kept] = columns;
  expect(await panel.$eval('article', (article) => article.textContent)).toContain(kept?.text);
  const then = stage.api.tasks().length;
  await ask(panel, 'And then?');
  const sent = bodies(then)[0]?.messages.map(({ content }) => content).join('\n');
  expect(sent).toContain(kept?.text);
  expect(sent).not.toContain(other?.text);

  // The other is not lost: as a version, and side by side.
  await press(panel, 'button', 'Show 2 answers side by side');
  await waitForColumns(panel, 2);
  expect((await readColumns(panel)).map(({ text }) => text)).toEqual([other?.text, kept?.text]);
  await press(panel, 'button', 'Show the kept answer only');
  await press(panel, 'button', 'Previous version');
  await panel.waitForFunction((text) => document.querySelector('article')?.textContent?.includes(text ?? '?'), {}, other?.text);
  await page.close();
});

test('one fails, one is stopped, the others go on; Stop ends all that is left', async () => {
  const { page, panel } = await openPanelOn('/story?mixed');
  await compareWith(panel, [GEMINI, SLOW, BROKEN]);
  await sendCompared(panel, 'What burns in the lamps?', 4);
  await waitInColumn(panel, BROKEN, 'Retry');
  await waitInColumn(panel, GEMINI, 'Keep this one');
  // It streams, whatever became of the others.
  await waitInColumn(panel, SLOW, 'Keep this one');
  expect((await readColumns(panel)).map(({ model, alert }) => [model, alert !== ''])).toEqual([[OURS, false], [GEMINI, false], [SLOW, false], [BROKEN, true]]);
  await panel.setViewport({ width: 1100, height: 700 });
  await photograph(panel, 'compare-four');
  await panel.setViewport({ width: 400, height: 700 });
  await pressInColumn(panel, SLOW, `Stop ${SLOW}`);
  await waitInColumn(panel, SLOW, 'Continue');
  await waitForAll(panel);
  expect((await readColumns(panel)).find(({ model }) => model === SLOW)?.text).not.toBe('');

  // Asked again by itself, and answered this time.
  stage.api.script({ fault: 'comments', text: 'Whale oil.' });
  await pressInColumn(panel, BROKEN, 'Retry');
  await waitInColumn(panel, BROKEN, 'Whale oil.');
  expect((await readColumns(panel)).map(({ model }) => model)).toEqual([OURS, GEMINI, SLOW, BROKEN]);

  await press(panel, 'button', 'New chat');
  await panel.waitForFunction(() => !document.querySelector('article'));
  await compareWith(panel, [SLOW]);
  await sendCompared(panel, 'And now?', 2);
  await waitInColumn(panel, SLOW, 'Keep this one');
  await press(panel, 'button', 'Stop');
  await waitForAll(panel);
  await waitInColumn(panel, SLOW, 'Continue');
  await find(panel, 'button', 'Send');
  await page.close();
});

test('survives the end of the background, the closing of the panel, and lies in the history', async () => {
  const { page, panel } = await openPanelOn('/story?deaths');
  await compareWith(panel, [SLOW]);
  await sendCompared(panel, 'How long has it stood?', 2);
  await waitInColumn(panel, OURS, 'Keep this one');
  await waitInColumn(panel, SLOW, 'Keep this one');
  await panel.waitForFunction((label) => document.querySelector(`.column[aria-label="${label}"] article`)?.ariaBusy === 'false', {}, OURS);
  // Written for seconds by then: what was on the screen at first has reached the disk.
  await panel.waitForFunction((label) => (document.querySelector(`.column[aria-label="${label}"] .answer-text`)?.textContent?.length ?? 0) > 100, {}, SLOW);
  await killWorker(stage.docent);
  await waitInColumn(panel, SLOW, 'stopped Docent in the middle');
  const before = await readColumns(panel);
  expect(before.map(({ alert }) => alert !== '')).toEqual([false, true]);
  await photograph(panel, 'compare-interrupted');

  await panel.close();
  const again = await openPanel(stage.docent, await openPopup(stage.docent, page));
  await waitForColumns(again, 2);
  await waitInColumn(again, SLOW, 'stopped Docent in the middle');
  const begun = (await readColumns(again))[1]?.text ?? '';
  const asked = stage.api.tasks().length;
  stage.api.script({ rate: 0, tokens: 50 });
  await pressInColumn(again, SLOW, 'Continue');
  await again.waitForFunction(() => !document.querySelector('.column [role=alert]'));
  await waitForAll(again);
  // It goes on from what was there, of the same model, and asks no other.
  expect(bodies(asked).map(({ model }) => model)).toEqual([SLOW]);
  expect(bodies(asked)[0]?.messages.some(({ content }) => content.includes(begun.slice(0, 20)))).toBe(true);
  expect((await readColumns(again))[1]?.text.startsWith(begun)).toBe(true);

  await press(again, 'button', 'New chat');
  await again.waitForFunction(() => !document.querySelector('article'));
  await press(again, 'button', 'History');
  await again.waitForFunction(() => [...document.querySelectorAll('.conversation-open')].some(({ textContent }) => textContent?.includes('How long has it stood?')));
  await again.evaluate(() => [...document.querySelectorAll<HTMLElement>('.conversation-open')].find(({ textContent }) => textContent?.includes('How long has it stood?'))?.click());
  await waitForColumns(again, 2);
  expect((await readColumns(again)).map(({ model }) => model)).toEqual([OURS, SLOW]);
  await page.close();
});

test('an answer is compared with those of other models; two windows show the same', async () => {
  const { page, panel } = await openPanelOn('/story?answer');
  const own = 'The council did.';
  stage.api.script({ text: own });
  await ask(panel, 'Who asked for lamps?');
  await press(panel, 'button', 'Compare answers');
  await chooseModels(panel, [GEMINI]);
  await panel.waitForFunction(() => /Together ≈ [\d,]+ tokens/.test(document.querySelector('dialog')?.textContent ?? ''));
  expect(await findBarriers(panel)).toEqual([]);
  await photograph(panel, 'compare-answers');
  const before = stage.api.tasks().length;
  stage.api.script({ text: 'The fishermen did.' });
  await panel.locator('dialog ::-p-aria(Send[role="button"])').click();
  await waitForColumns(panel, 2);
  await waitInColumn(panel, GEMINI, 'The fishermen did.');
  await waitForAll(panel);
  // What was there is not asked for again.
  expect(bodies(before).map(({ model }) => model)).toEqual([GEMINI]);
  expect((await readColumns(panel))[0]?.text).toBe(own);
  const popup = await openPopup(stage.docent, page);
  await waitForColumns(popup, 2);
  await pressInColumn(panel, GEMINI, `Keep this one \\(${GEMINI}\\)`);
  await popup.waitForFunction(() => !document.querySelector('.column') && document.querySelector('article')?.textContent?.includes('The fishermen did.'));
  await page.close();
});

test('a saved prompt goes to all that are chosen; the answer that is kept is compared anew', async () => {
  const { page, panel } = await openPanelOn('/story?prompt');
  await compareWith(panel, [GEMINI]);
  await press(panel, 'button', 'Prompts');
  await find(panel, 'combobox', 'Search prompts');
  await panel.keyboard.type('facts');
  await panel.waitForFunction(() => document.querySelectorAll('dialog [role=option]').length === 1);
  const before = stage.api.tasks().length;
  stage.api.script({ text: 'One.' }, { text: 'Two.' });
  await panel.keyboard.press('Enter');
  await waitForColumns(panel, 2);
  await waitForAll(panel);
  expect(bodies(before).map(({ model }) => model).sort()).toEqual([GEMINI, OURS].sort());
  // The next message is an ordinary one again.
  expect(await panel.$('.compare-note')).toBeNull();

  await pressInColumn(panel, GEMINI, `Keep this one \\(${GEMINI}\\)`);
  await panel.waitForFunction(() => !document.querySelector('.column'));
  await press(panel, 'button', 'Compare answers');
  await chooseModels(panel, [OTHER]);
  stage.api.script({ text: 'Three.' });
  await panel.locator('dialog ::-p-aria(Send[role="button"])').click();
  await waitForColumns(panel, 2);
  await waitInColumn(panel, OTHER, 'Three.');
  expect((await readColumns(panel)).map(({ model }) => model)).toEqual([GEMINI, OTHER]);
  await page.close();
});

test('nothing is offered to compare where no server answers', async () => {
  const docent = await launchDocent();
  try {
    const page = await openTab(docent, stage.sites.url('/story'));
    const panel = await openPanel(docent, await openPopup(docent, page));
    await find(panel, 'button', 'Model: On this device');
    await panel.waitForSelector('.tray-list');
    expect(await panel.evaluate(() => document.body.innerText)).not.toContain('Compare models');
  } finally {
    await docent.browser.close();
  }
});
