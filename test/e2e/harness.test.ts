import { expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { identifyWorker, killWorker, openOwnPage, openPopup, openTab } from './support/docent.ts';
import { useStage } from './support/stage.ts';

const stage = useStage({ pages: { '/story': composeArticle() }, key: null });

test('the toolbar button opens the real popup over a page of another host', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/story'));
  expect(new URL(page.url()).hostname).toBe('news.test');
  const popup = await openPopup(stage.docent, page);
  expect(popup.url()).toBe(stage.docent.pageUrl('popup.html'));
});

test('the background can be ended like the browser ends it', async () => {
  const options = await openOwnPage(stage.docent, 'options.html');
  await expect.poll(() => identifyWorker(stage.docent)).toBeDefined();
  const before = await identifyWorker(stage.docent);
  await killWorker(stage.docent);
  // A page of Docent's that is open may start the next one at once.
  expect(await identifyWorker(stage.docent)).not.toBe(before);
  await options.close();
});
