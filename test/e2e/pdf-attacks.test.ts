import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { composeBook } from '../fixtures/pdf/compose-pdfs.ts';
import { composeBombs, composeInjections } from '../fixtures/pdf/compose-attacks.ts';
import { writePdf } from '../fixtures/pdf/write-pdf.ts';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { killWorker, photograph } from './support/docent.ts';
import type { Site } from './support/sites.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

const pdf = (body: Uint8Array): Site => ({ type: 'application/pdf', body });
const FACT = 'Keeper Ottilie Brandt counted 4711 ships in 1903.';
const book = writePdf(composeBook(2, (page) => (page === 2 ? FACT : '')));
const bombs = composeBombs();
const injections = composeInjections();

const stage = useStage({
  pages: {
    '/story': composeArticle(),
    '/long.pdf': pdf(writePdf(composeBook(300))),
    ...Object.fromEntries(Object.entries(bombs).map(([name, bytes]) => [`/bomb/${name}.pdf`, pdf(bytes)])),
    ...Object.fromEntries(Object.entries(injections).map(([name, { bytes }]) => [`/injected/${name}.pdf`, pdf(bytes)])),
  },
  accept: '/story?accept',
});

let page: Page | undefined;
afterEach(async () => {
  await page?.close();
  page = undefined;
});

const lastSent = () => JSON.stringify(stage.api.tasks().at(-1)?.body);

test.each(Object.keys(bombs))('a file that is made to last or to swell (%s) ends by itself, and the next one is read', async (name) => {
  const opened = await summarize(stage.docent, stage.sites.url(`/bomb/${name}.pdf`));
  const end = await waitForEnd(opened.popup);
  if (!end.text) expect(end.alert).toMatch(/take too long|damaged/);
  await opened.page.close();
  // The reader of PDFs is not stuck.
  const next = await summarize(stage.docent, stage.sites.url(`/injected/plain.pdf?${name}`));
  ({ page } = next);
  await waitForEnd(next.popup);
  expect(lastSent()).toContain('The garden opens at nine in the morning.');
});

test.each(Object.entries(injections))('orders that a PDF carries (%s) are not sent', async (name, { orders }) => {
  const opened = await summarize(stage.docent, stage.sites.url(`/injected/${name}.pdf`));
  ({ page } = opened);
  expect((await waitForEnd(opened.popup)).alert).toBe('');
  expect(lastSent()).toContain('The garden opens at nine in the morning.');
  for (const order of orders) expect(lastSent()).not.toContain(order);
});

test('a background that is ended while a PDF is read ends clean: Retry reads it', async () => {
  const opened = await summarize(stage.docent, stage.sites.url('/long.pdf'));
  ({ page } = opened);
  const { popup } = opened;
  await waitForText(popup, 'of 300');
  await killWorker(stage.docent);
  await waitForText(popup, 'Retry');
  await popup.evaluate(() => [...document.querySelectorAll('button')].find(({ innerText }) => innerText.trim() === 'Retry')?.click());
  await popup.waitForFunction(() => /This text is long/.test([...document.querySelectorAll('article')].at(-1)?.innerText ?? ''));
});

test('a PDF of this computer is read where the browser opens its files to Docent', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'docent-local-')), 'book.pdf');
  writeFileSync(path, book);
  const opened = await summarize(stage.docent, pathToFileURL(path).href);
  ({ page } = opened);
  expect((await waitForEnd(opened.popup)).alert).toBe('');
  expect(lastSent()).toContain(FACT);
  await photograph(opened.popup, 'local-pdf');
});
