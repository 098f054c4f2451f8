import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { openPanel, openPopup, openTab, photograph, press } from './support/docent.ts';
import { callDocent } from './support/guarded.ts';
import { composeLongPage, useSmallModel } from './support/long-pages.ts';
import { useStage } from './support/stage.ts';
import { closePanels } from './support/tabs.ts';

const SECTIONS = 9;
const DONE = 4;
const stage = useStage({ pages: { '/story': composeArticle(), '/long': composeLongPage(SECTIONS) }, accept: '/story?accept' });

let page: Page;
afterEach(async () => {
  await closePanels(stage.docent);
  await page.close();
});

const NOTE = { text: '- Something was noted.' };
const notes = (count: number) => Array.from({ length: count }, () => NOTE);

let before = 0;
/** The parts that were asked about since the page was opened, in their order, with the model that was. */
const asked = () =>
  stage.api.tasks().slice(before).map(({ body }) => ({ part: Number(/It is part (\d+) of \d+/.exec(JSON.stringify(body))?.[1] ?? 0), model: (body as { model: string }).model }));
const parts = () => asked().map(({ part }) => part);
/** All parts and the answer, the fifth part asked about so many times. */
const allWithFifth = (times: number) => [1, 2, 3, 4, ...Array.from({ length: times }, () => 5), 6, 7, 8, 9, 0];

/** The panel beside the long page, of which four parts have been read when the reading ends. */
async function readFour(query: string): Promise<Page> {
  await useSmallModel(stage.docent, 1);
  before = stage.api.tasks().length;
  page = await openTab(stage.docent, stage.sites.url(`/long?${query}`));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  await press(panel, 'button', 'Summarize page');
  return panel;
}

/** What the reader is told: why, and that nothing is lost. */
async function expectKept(panel: Page, why: string): Promise<void> {
  const failed = await waitForText(panel, why);
  expect(failed.alert).toContain(why);
  expect(failed.whole).toContain(`${DONE} of ${SECTIONS} parts`);
  expect(failed.text.match(/Part \d of 9/g)).toHaveLength(DONE);
  expect(await findBarriers(panel)).toEqual([]);
}

async function expectWhole(panel: Page, answer: string): Promise<void> {
  await waitForText(panel, answer);
  expect((await waitForText(panel, 'Read 100%')).alert).toBe('');
}

test('a model that is withdrawn in the middle of a long page: another one goes on with the fifth part', async () => {
  stage.api.script(...notes(DONE), { fault: 'deprecated' });
  const panel = await readFour('withdrawn');
  await expectKept(panel, 'not available at the moment');
  await photograph(panel, 'parts-withdrawn');
  await callDocent(stage.docent, 'updateSettings', { chatModel: 'gpt-4o-mini' });
  stage.api.script(...notes(SECTIONS - DONE), { text: 'Nine lighthouses, by two models.' });
  await press(panel, 'button', 'Continue');
  await expectWhole(panel, 'Nine lighthouses, by two models.');
  expect(parts()).toEqual(allWithFifth(2));
  expect(asked().slice(DONE + 1).every(({ model }) => model === 'gpt-4o-mini')).toBe(true);
});

test('a key that is refused in the middle, and one that is missing then: with the right one it goes on', async () => {
  stage.api.script(...notes(DONE), { fault: 'bad-key' });
  const panel = await readFour('key');
  await expectKept(panel, 'did not accept the API key');
  await callDocent(stage.docent, 'setKey', { key: '' });
  await press(panel, 'button', 'Continue');
  await expectKept(panel, 'needs an API key, and none is saved');
  await photograph(panel, 'parts-no-key');
  await callDocent(stage.docent, 'setKey', { key: 'test-key' });
  stage.api.script(...notes(SECTIONS - DONE), { text: 'Nine lighthouses, after all.' });
  await press(panel, 'button', 'Continue');
  await expectWhole(panel, 'Nine lighthouses, after all.');
  expect([...new Set(parts())]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
});

test('a daily limit that is reached in the middle: raised, it goes on, and nothing is paid for twice', async () => {
  const { tokens } = await callDocent<{ tokens: number }>(stage.docent, 'getSpending', {});
  let lasts: (() => void) | undefined;
  const until = new Promise<void>((resolve) => (lasts = resolve));
  stage.api.script(...notes(DONE - 1), { ...NOTE, until });
  const panel = await readFour('limit');
  await waitForText(panel, `Part ${DONE} of ${SECTIONS}`);
  // What is under way has been entered: there is no room for anything more.
  await callDocent(stage.docent, 'updateSettings', { spending: { usd: 0, tokens: tokens + 1 } });
  lasts?.();
  await expectKept(panel, 'your daily limit leaves no room for it');
  await photograph(panel, 'parts-limit');
  await callDocent(stage.docent, 'updateSettings', { spending: { usd: 0, tokens: 0 } });
  stage.api.script(...notes(SECTIONS - DONE), { text: 'Nine lighthouses, within the limit.' });
  await press(panel, 'button', 'Continue');
  await expectWhole(panel, 'Nine lighthouses, within the limit.');
  expect(parts()).toEqual(allWithFifth(1));
});
