import { expect, test } from 'vitest';
import { waitForQuestion, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { find, openTab, press } from './support/docent.ts';
import { callDocent } from './support/guarded.ts';
import { inspect } from './support/inspect.ts';
import { composeLongPage, factOf, hold, useSmallModel } from './support/long-pages.ts';
import { useStage } from './support/stage.ts';
import { findTabId, openPinned } from './support/tabs.ts';

const stage = useStage({ pages: { '/story': composeArticle(), '/long': composeLongPage(4) }, accept: '/story?accept' });

test('the side panel, from the question to an answer that lacks a part', async () => {
  await useSmallModel(stage.docent, 1);
  await callDocent(stage.docent, 'updateSettings', { sendAcceptedHosts: [] });
  const story = await openTab(stage.docent, stage.sites.url('/long', '127.0.0.1'));
  const panel = await openPinned(stage.docent, 'sidepanel.html', await findTabId(stage.docent, story));
  await find(panel, 'button', 'Summarize page');
  await press(panel, 'button', 'Summarize page');
  await waitForQuestion(panel);
  // In a low window the choice at the end of the question lies over what is scrolled to its edge.
  await panel.waitForSelector('.sent-part > summary');
  await panel.$eval('.sent-part > summary', (summary) => { summary.scrollIntoView({ block: 'center' }); });
  await panel.locator('.sent-part > summary').click();
  await waitForText(panel, factOf(1));
  await inspect(panel, 'panel-parts-question');
  const held = hold();
  stage.api.script({ text: '- The first was built in 1851.' }, { text: '- Nobody saw the second.', until: held.until }, { fault: 'filtered' }, { text: '- The fourth stands.' }, { text: '- Three lighthouses and their keepers.' });
  await press(panel, 'button', 'Send');
  await waitForText(panel, 'Part 2 of 4');
  await inspect(panel, 'panel-parts-reading');
  held.release();
  const answer = await waitForText(panel, 'Read missing parts again');
  expect(answer.text).toContain('Three lighthouses');
  await inspect(panel, 'panel-parts-missing');
});
