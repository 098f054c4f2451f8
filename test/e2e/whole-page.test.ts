import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { waitForEnd, waitForQuestion, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { killWorker, photograph, press } from './support/docent.ts';
import { callDocent } from './support/guarded.ts';
import { composeLongPage, factOf, hold, useSmallModel } from './support/long-pages.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

const SECTIONS = 9;
const stage = useStage({ pages: { '/story': composeArticle(), '/long': composeLongPage(SECTIONS) }, accept: '/story?accept' });

let page: Page;
afterEach(() => page.close());

const NOTE = { text: '- Something was noted.' };
const notes = (count: number) => Array.from({ length: count }, () => NOTE);

/** What the requests of this test said, oldest first. */
let before = 0;
const sent = () => stage.api.tasks().slice(before).map(({ body }) => JSON.stringify(body));
/** The parts that were asked about, in the order in which they were. */
const asked = () => sent().map((body) => Number(/It is part (\d+) of \d+/.exec(body)?.[1] ?? 0));

/** Presses `Summarize page` over the long page. */
async function open(query: string, parallel = 4): Promise<Page> {
  await useSmallModel(stage.docent, parallel);
  before = stage.api.tasks().length;
  const opened = await summarize(stage.docent, stage.sites.url(`/long?${query}`));
  page = opened.page;
  return opened.popup;
}

test('a page larger than the model is read whole, part by part, and the answer is made of all', async () => {
  const last = hold();
  stage.api.script(...notes(SECTIONS - 1), { ...NOTE, until: last.until }, { text: 'A history of nine lighthouses.' });
  const popup = await open('whole');
  await waitForText(popup, `Part ${SECTIONS} of ${SECTIONS}`);
  expect(await popup.$$eval('[role="status"]', (all) => all.map(({ textContent }) => textContent).join(' '))).toContain(`Part ${SECTIONS} of ${SECTIONS}`);
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'parts-reading');
  last.release();
  const answer = await waitForText(popup, 'A history of nine lighthouses.');
  await waitForText(popup, `Read 100%`);
  expect(answer.alert).toBe('');
  expect(sent()).toHaveLength(SECTIONS + 1);
  for (let section = 1; section <= SECTIONS; section++) expect(sent().filter((body) => body.includes(factOf(section))), factOf(section)).toHaveLength(1);
  expect((await waitForEnd(popup)).whole).toContain(`in ${SECTIONS} parts`);
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'parts-done');
});

test('Stop keeps the notes there are; Continue reads the rest and makes one answer', async () => {
  const never = hold();
  stage.api.script(...notes(3), { ...NOTE, until: never.until });
  const popup = await open('stop', 1);
  await waitForText(popup, `Part 4 of ${SECTIONS}`);
  await press(popup, 'button', 'Stop');
  const stopped = await waitForText(popup, 'Stopped.');
  expect(stopped.text.match(/Part \d of 9/g)).toEqual(['Part 1 of 9', 'Part 2 of 9', 'Part 3 of 9']);
  expect(stopped.text).toContain('Something was noted.');
  expect(stopped.whole).toContain(`3 of ${SECTIONS} parts that were read`);
  expect(stopped.whole).toContain('Read 33%');
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'parts-stopped');
  never.release();
  stage.api.script(...notes(SECTIONS - 3), { text: 'All of it.' });
  await press(popup, 'button', 'Continue');
  await waitForText(popup, 'All of it.');
  await waitForText(popup, 'Read 100%');
  expect(asked()).toEqual([1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 0]);
});

test('a background killed in part 5 of 9 goes on at part 5', async () => {
  stage.api.script(...notes(4), { ...NOTE, until: new Promise(() => undefined) });
  const popup = await open('death', 1);
  await waitForText(popup, `Part 5 of ${SECTIONS}`);
  await killWorker(stage.docent);
  const interrupted = await waitForText(popup, 'stopped Docent in the middle');
  expect(interrupted.whole).toContain(`4 of ${SECTIONS} parts are read and kept`);
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'parts-interrupted');
  stage.api.script(...notes(SECTIONS - 4), { text: 'All nine of them.' });
  await press(popup, 'button', 'Continue');
  await waitForText(popup, 'All nine of them.');
  await waitForText(popup, 'Read 100%');
  expect(asked()).toEqual([1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 0]);
});

test('a part that the provider filters is named, and read again alone', async () => {
  stage.api.script(...notes(3), { fault: 'filtered' }, ...notes(SECTIONS - 4), { text: 'Eight lighthouses.' });
  const popup = await open('filtered', 1);
  const answer = await waitForText(popup, 'Read missing parts again');
  expect(answer.text).toContain('Eight lighthouses.');
  expect(answer.whole).toContain('Part 4 is missing in this answer.');
  expect(answer.whole).toMatch(/Read 8\d%/);
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'parts-missing');
  stage.api.script(NOTE, { text: 'Nine lighthouses.' });
  await press(popup, 'button', 'Read missing parts again');
  const whole = await waitForText(popup, 'Read 100%');
  expect((await waitForText(popup, 'Nine lighthouses.')).text).not.toContain('Eight');
  expect(whole.whole).not.toContain('is missing');
  expect(asked()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 4, 0]);
});

test('before the first request to a server every part can be seen, with what it all comes to', async () => {
  await callDocent(stage.docent, 'updateSettings', { sendAcceptedHosts: [] });
  const popup = await open('ask');
  const question = await waitForQuestion(popup);
  const estimate = await waitForText(popup, 'It goes out in parts');
  expect(Number(/(\d+) requests/.exec(estimate.whole)?.[1])).toBeGreaterThan(SECTIONS);
  expect(question.whole).toContain('This text is long.');
  expect(sent()).toEqual([]);
  const parts = await popup.waitForSelector('.sent-part');
  await parts?.$eval('summary', (summary) => (summary as HTMLElement).click());
  await waitForText(popup, factOf(1));
  expect((await waitForQuestion(popup)).whole).not.toContain(factOf(2));
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'parts-question');
  stage.api.script(...notes(SECTIONS), { text: 'Agreed and answered.' });
  await press(popup, 'button', 'Send');
  await waitForText(popup, 'Agreed and answered.');
  expect((await waitForEnd(popup)).alert).toBe('');
});
