import { expect, test } from 'vitest';
import { waitForEnd, waitForQuestion, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { find, openPopup, openTab, press } from './support/docent.ts';
import { setGuard, waitForRun } from './support/guarded.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

const SENTENCE = 'Here somebody wrote DOCENT-UNSAFE-S10 about the neighbours.';
const stage = useStage({ pages: { '/bad': composeArticle({ extra: `<p>${SENTENCE}</p>` }) } });

test('before its server was ever accepted nothing leaves: neither for a check, nor from a checkpoint', async () => {
  await setGuard(stage.docent, {}, { strict: true });
  const summary = await summarize(stage.docent, stage.sites.url('/bad?summary'));
  await waitForQuestion(summary.popup);
  expect(stage.api.chats()).toEqual([]);
  await summary.page.close();

  await setGuard(stage.docent, {});
  const page = await openTab(stage.docent, stage.sites.url('/bad'));
  const popup = await openPopup(stage.docent, page);
  await press(popup, 'button', 'Check safety');
  // What would be sent stands in the question.
  await waitForQuestion(popup);
  await waitForText(popup, SENTENCE);
  expect(stage.api.chats()).toEqual([]);
  // By key: below the long text the button moves while the popup grows.
  await (await find(popup, 'button', 'Send')).press('Enter');
  await waitForEnd(popup);
  expect((await waitForRun(stage.docent, page, 'done')).report).toMatchObject({ verdict: { kind: 'unsafe', hazards: ['hate'] }, passages: [{ quote: expect.stringContaining('DOCENT-UNSAFE-S10') }] });
  expect(stage.api.guards()).toHaveLength(1);
  expect(stage.api.tasks()).toEqual([]);
  await page.close();
});
