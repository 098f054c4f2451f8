import { afterEach, expect, test } from 'vitest';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { countedWord, countedWords } from './support/counted-words.ts';
import { killWorker, openPanel, openPopup, photograph, press } from './support/docent.ts';
import { CLASSIFIER, setGuard, waitForRun } from './support/guarded.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

const stage = useStage({ pages: { '/story': composeArticle() }, accept: '/story?accept' });

afterEach(() => setGuard(stage.docent, {}));

const ANSWER = 'The first paragraph is harmless.\n\nThe second says DOCENT-UNSAFE of somebody.\n\nThe third would follow.';

test('an unsafe paragraph of an answer is never shown in block; what passed before it stays', async () => {
  await setGuard(stage.docent, { answer: 'block' }, { model: CLASSIFIER });
  stage.api.script({ text: ANSWER, rate: 20 });
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?block'));
  // Whatever the popup shows at any time is written down.
  await popup.evaluate(() => {
    const seen = window as unknown as { seen: string };
    seen.seen = '';
    new MutationObserver(() => { seen.seen += document.body.textContent ?? ''; }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await waitForText(popup, 'The first paragraph is harmless.');
  const answer = await waitForEnd(popup);
  expect(answer.text.trim()).toBe('The first paragraph is harmless.');
  expect(answer.alert).not.toBe('');
  expect(await popup.evaluate(() => (window as unknown as { seen: string }).seen)).not.toMatch(/DOCENT-UNSAFE|would follow/);
  const run = await waitForRun(stage.docent, page, 'failed');
  expect(run).toMatchObject({ error: { code: 'guard-blocked' }, guard: [{ checkpoint: 'answer', verdict: { hazards: ['violent-crimes'] }, outcome: 'blocked' }] });
  expect(run.text).not.toContain('DOCENT-UNSAFE');
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  expect((await waitForEnd(panel)).text.trim()).toBe('The first paragraph is harmless.');
  await panel.close();
  await page.close();
});

test('in warn it is shown whole, and the unsafe part is marked', async () => {
  await setGuard(stage.docent, { answer: 'warn' }, { model: CLASSIFIER });
  stage.api.script({ text: ANSWER, rate: 20 });
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?warn'));
  await waitForText(popup, 'The third would follow.');
  const run = await waitForRun(stage.docent, page, 'done');
  const marked = run.guard?.map(({ outcome, range }) => [outcome, run.text.slice(range?.start, range?.end)]);
  expect(marked).toHaveLength(1);
  expect(marked?.[0]?.[0]).toBe('warned');
  expect(marked?.[0]?.[1]).toContain('The second says DOCENT-UNSAFE of somebody.');
  expect(run.text).toBe(ANSWER);
  await page.close();
});

test('what a guard holds when the background dies is lost; what passed before is there', async () => {
  await setGuard(stage.docent, { answer: 'block' }, { model: CLASSIFIER });
  const passing = ['The first', 'The second', 'The third'].map((name) => `${name} paragraph is harmless.\n\n`).join('');
  // The second half of it never comes.
  stage.api.script({ text: `${passing}The last never ${'goes on and '.repeat(15)}ends.`, fault: 'stall' });
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?dies'));
  // The journal is a little behind what is shown.
  await waitForText(popup, 'The third paragraph is harmless.');
  await killWorker(stage.docent);
  await waitForText(popup, 'stopped Docent in the middle');
  const { text } = await waitForText(popup, 'The first paragraph is harmless.');
  expect(text).not.toContain('The last never');
  const stored = await waitForRun(stage.docent, page, 'interrupted');
  expect(stored.text).toMatch(/^The first paragraph is harmless\.\n\n/);
  expect(stored.text).not.toContain('The last never');
  await page.close();
});

test('in warn, what was shown but not judged when the background dies is said to be so, and is judged by Continue', async () => {
  await setGuard(stage.docent, { answer: 'warn' }, { model: CLASSIFIER });
  const unsafe = 'The second says DOCENT-UNSAFE of somebody:';
  // The second paragraph never ends.
  stage.api.script({ text: `The first paragraph is harmless.\n\n${unsafe} ${countedWords(1, 200)}`, rate: 50, until: new Promise(() => undefined) });
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?unjudged'));
  // The journal is a little behind what is shown.
  await waitForText(popup, countedWord(80));
  await killWorker(stage.docent);
  await waitForText(popup, 'stopped Docent in the middle');
  const interrupted = await waitForText(popup, 'The safety check ended before it had judged all of this answer.');
  expect(interrupted.text).toContain(unsafe);
  expect(await popup.$('.unsafe-part')).toBeNull();
  await popup.$eval('.notice.warn', (note) => note.scrollIntoView());
  await photograph(popup, 'popup-unjudged');

  stage.api.script({ text: ' and this is the rest.' });
  await press(popup, 'button', 'Continue');
  await popup.waitForSelector('.unsafe-part');
  expect((await waitForText(popup, 'The safety check warns.')).whole).not.toContain('ended before it had judged all');
  const run = await waitForRun(stage.docent, page, 'done');
  const marked = run.guard?.map(({ outcome, range }) => [outcome, run.text.slice(range?.start, range?.end)]);
  expect(marked).toEqual([['warned', expect.stringMatching(/DOCENT-UNSAFE of somebody: [^]* and this is the rest\.$/)]]);
  await page.close();
});
