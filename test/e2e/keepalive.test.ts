import { afterAll, beforeAll, expect, test } from 'vitest';
import { configureServer } from '../../scripts/driver/settings.ts';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import type { Docent } from './support/docent.ts';
import { launchDocent, openPopup } from './support/docent.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';
import { acceptOnce, summarize } from './support/summary.ts';

/** Chromium ends a worker 30 s after its last event, a pending request or open Port notwithstanding. */
const SILENCE = 36_000;

let docent: Docent;
let sites: Sites;
let api: TestServer;

beforeAll(async () => {
  sites = await serveSites({ '/story': composeArticle() });
  api = await createServer();
  docent = await launchDocent();
  await configureServer(docent, { baseUrl: api.baseUrl, key: 'test-key', model: 'gpt-4o-mini' });
  await acceptOnce(docent, sites.url('/story?accept'));
});

afterAll(async () => {
  await docent.browser.close();
  await api.close();
  await sites[Symbol.asyncDispose]();
});

test('an answer whose first word comes late arrives, with and without a window that watches', { timeout: 150_000 }, async () => {
  api.script({ text: 'Late but here.', first: SILENCE }, { text: 'Late but here.', first: SILENCE });
  const before = api.chats().length;
  const watched = await summarize(docent, sites.url('/story?watched'));
  await expect.poll(() => api.chats().length, { timeout: 20_000 }).toBe(before + 1);
  // A popup closes when another tab comes to the front: the second run has no window at all.
  const alone = await summarize(docent, sites.url('/story?alone'));
  await expect.poll(() => api.chats().length, { timeout: 20_000 }).toBe(before + 2);
  await alone.popup.close();
  await watched.page.bringToFront();
  const popup = await openPopup(docent, watched.page);
  expect((await waitForEnd(popup, 60_000)).text.trim()).toBe('Late but here.');
  await alone.page.bringToFront();
  const second = await openPopup(docent, alone.page);
  expect((await waitForEnd(second, 60_000)).text.trim()).toBe('Late but here.');
});
