import { expect, test } from 'vitest';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { prepareChooser, strike } from './support/chooser.ts';
import { openPopup, openTab } from './support/docent.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

/** Chromium ends a worker 30 s after its last event, a pending request or open Port notwithstanding. */
const SILENCE = 36_000;

const stage = useStage({ pages: { '/story': composeArticle() }, accept: '/story?accept' });

test('an answer whose first word comes late arrives, with and without a window that watches', async () => {
  stage.api.script({ text: 'Late but here.', first: SILENCE }, { text: 'Late but here.', first: SILENCE });
  const before = stage.api.chats().length;
  const watched = await summarize(stage.docent, stage.sites.url('/story?watched'));
  await expect.poll(() => stage.api.chats().length).toBe(before + 1);
  // A popup closes when another tab comes to the front: the second run has no window at all.
  const alone = await summarize(stage.docent, stage.sites.url('/story?alone'));
  await expect.poll(() => stage.api.chats().length).toBe(before + 2);
  await alone.popup.close();
  await watched.page.bringToFront();
  const popup = await openPopup(stage.docent, watched.page);
  expect((await waitForEnd(popup)).text.trim()).toBe('Late but here.');
  await alone.page.bringToFront();
  const second = await openPopup(stage.docent, alone.page);
  expect((await waitForEnd(second)).text.trim()).toBe('Late but here.');
});

test('a reader who takes longer than that to choose a region gets it described', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/story?region'));
  const window = await prepareChooser(stage.docent, page);
  const { frame, ended } = await window.open();
  const closed = expect(ended).rejects.toThrow();
  // A window that waits for the answer would keep the worker alive by itself.
  await window[Symbol.asyncDispose]();
  await closed;
  await new Promise((resolve) => setTimeout(resolve, SILENCE));
  expect(await frame.$('[role=alert]')).toBeNull();
  await strike(page, '5');
  await strike(page, 'Enter');
  await using later = await prepareChooser(stage.docent, page);
  await expect.poll(() => later.lastRegion()).toMatchObject({ x: expect.closeTo(1 / 3, 2) });
});
