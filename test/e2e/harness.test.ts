import type { Docent } from './support/docent.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeArticle } from './support/article.ts';
import { identifyWorker, killWorker, launchDocent, openOwnPage, openPopup, openTab } from './support/docent.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

let docent: Docent;
let sites: Sites;

beforeAll(async () => {
  sites = await serveSites({ '/story': composeArticle() });
  docent = await launchDocent();
});

afterAll(async () => {
  await docent.browser.close();
  await sites[Symbol.asyncDispose]();
});

test('the toolbar button opens the real popup over a page of another host', async () => {
  const page = await openTab(docent, sites.url('/story'));
  expect(new URL(page.url()).hostname).toBe('news.test');
  const popup = await openPopup(docent, page);
  expect(popup.url()).toBe(docent.pageUrl('popup.html'));
});

test('the background can be ended like the browser ends it', async () => {
  const options = await openOwnPage(docent, 'options.html');
  await expect.poll(() => identifyWorker(docent)).toBeDefined();
  const before = await identifyWorker(docent);
  await killWorker(docent);
  // A page of Docent's that is open may start the next one at once.
  expect(await identifyWorker(docent)).not.toBe(before);
  await options.close();
});
