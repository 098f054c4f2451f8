import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { composeBook, composeJpxScan, composeScans } from '../fixtures/pdf/compose-pdfs.ts';
import { writePdf } from '../fixtures/pdf/write-pdf.ts';
import { waitForEnd, waitForQuestion, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { killWorker, openPanel, photograph, press } from './support/docent.ts';
import { callDocent } from './support/guarded.ts';
import { ask } from './support/history.ts';
import { hold } from './support/long-pages.ts';
import type { Site } from './support/sites.ts';
import { useStage } from './support/stage.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';
import { summarize } from './support/summary.ts';
import { attachFiles, lastSent, readChips, waitForChips } from './support/tray.ts';

const RED = [220, 20, 20] as const;
const GREEN = [20, 160, 40] as const;
const BLUE = [20, 40, 220] as const;

const pdf = (body: Uint8Array): Site => ({ type: 'application/pdf', body });
const FACT = 'Keeper Ottilie Brandt counted 4711 ships in 1903.';

/** Two pages of text, and after the first of them as many scanned ones as there are colours. */
function composeMixed(...colours: (readonly [number, number, number])[]): Uint8Array {
  const [first, second] = composeBook(2, (page) => (page === 2 ? FACT : '')).pages;
  const scans = composeScans(colours);
  return writePdf({ ...scans, title: 'The logbook', pages: [...(first ? [first] : []), ...scans.pages, ...(second ? [second] : [])] });
}

const OCR = { id: 'mistral/mistral-ocr-latest', name: 'Mistral OCR', developer: 'Mistral', type: 'internal/ocr' };

const stage = useStage({
  pages: {
    '/story': composeArticle(),
    '/mixed.pdf': pdf(composeMixed(RED, BLUE)),
    '/stopped.pdf': pdf(composeMixed(GREEN, RED, BLUE)),
    '/killed.pdf': pdf(composeMixed(BLUE, GREEN, RED)),
    '/recognised.pdf': pdf(composeMixed(BLUE, [0, 0, 0])),
    '/jpx.pdf': pdf(writePdf(composeJpxScan())),
  },
  accept: '/story?accept',
  server: { models: [OCR], tellsPrices: true, tellsModalities: true },
});

let page: Page | undefined;
afterEach(async () => {
  await callDocent(stage.docent, 'updateSettings', { documents: { parallel: 4, embeddingModel: '', scanModel: '' } });
  await closePanels(stage.docent);
  await page?.close();
  page = undefined;
});

const pictureRequests = () => stage.api.tasks().filter(({ body }) => JSON.stringify(body).includes('data:image/jpeg'));

test('pages that are pictures are counted, read when the reader agrees, paid for once, and asked about with their page', async () => {
  stage.api.script({ text: 'A logbook.' });
  const opened = await summarize(stage.docent, stage.sites.url('/mixed.pdf'));
  ({ page } = opened);
  const { popup } = opened;
  await waitForText(popup, 'A logbook.');
  expect((await waitForText(popup, 'Read scanned pages')).whole).toContain('2 of 4 pages are pictures without text, and were not read.');
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'scan-offer');
  const panel = await openPanel(stage.docent, popup);
  await waitForText(panel, 'Read scanned pages');

  const before = stage.api.requests.length;
  await press(panel, 'button', 'Read scanned pages');
  const question = await waitForQuestion(panel);
  expect(question.whole).toMatch(/Send 2 pages as pictures to 127\.0\.0\.1.*One request for each page: 2 in all, about [\d,.]+ tokens, about .*\$/s);
  expect(stage.api.requests.slice(before).filter(({ method }) => method === 'POST')).toEqual([]);
  expect(question.whole).toMatch(/Page 2\nPage 3/);
  await panel.click('.sent-part summary');
  await panel.waitForFunction(() => document.querySelector<HTMLImageElement>('.sent-part img')?.naturalWidth);
  await panel.$eval('.sent-part img', (image) => image.scrollIntoView({ block: 'center' }));
  expect(await findBarriers(panel)).toEqual([]);
  await photograph(panel, 'scan-confirm');

  await press(panel, 'button', 'Send');
  const read = await waitForText(panel, 'The text is kept with this PDF');
  expect(read.text).toMatch(/Page 2\nA red JPEG of \d+ x 1536 pixels\.[^]*Page 3\nA blue JPEG of \d+ x 1536 pixels\./);
  expect(pictureRequests()).toHaveLength(2);
  await photograph(panel, 'scan-read');

  stage.api.script({ text: 'It says so [1].\n\n[1] "A blue JPEG of"' });
  await ask(panel, 'What is on page three?');
  const sent = lastSent(stage);
  expect(sent.indexOf('A red JPEG')).toBeGreaterThan(0);
  expect(sent.indexOf('A blue JPEG')).toBeGreaterThan(sent.indexOf('A red JPEG'));
  expect(sent.indexOf(FACT)).toBeGreaterThan(sent.indexOf('A blue JPEG'));
  expect(sent).not.toContain('data:image');

  // Another tab with the same file has it already.
  stage.api.script({ text: 'A logbook, all of it.' });
  const again = await summarize(stage.docent, stage.sites.url('/mixed.pdf?again'));
  const whole = await waitForText(again.popup, 'A logbook, all of it.');
  expect(whole.whole).not.toContain('pictures without text');
  expect(lastSent(stage)).toContain('A blue JPEG');
  expect(pictureRequests()).toHaveLength(2);
  await again.page.close();
});

/** Begins to read the scanned pages of a PDF one by one; the second is held while it is written. */
async function readHalf(path: string) {
  await callDocent(stage.docent, 'updateSettings', { documents: { parallel: 1, embeddingModel: '' } });
  const opened = await openPanelBeside(stage, path);
  ({ page } = opened);
  const { panel } = opened;
  await startScan(panel);
  await waitForQuestion(panel);
  const held = hold();
  stage.api.script({ text: 'The first page.' }, { text: 'The second page, of which the half is here.', until: held.until });
  await press(panel, 'button', 'Send');
  await waitForText(panel, 'Page 2 of 3');
  return { panel, held };
}

test('Stop keeps the pages that are read, and Continue reads the others only', async () => {
  const { panel, held } = await readHalf('/stopped.pdf');
  await press(panel, 'button', 'Stop');
  const stopped = await waitForText(panel, '1 of 3 pages are read and kept');
  held.release();
  expect(stopped.text).toContain('The first page.');
  await photograph(panel, 'scan-stopped');
  const before = pictureRequests().length;
  stage.api.script({ text: 'The second page.' }, { text: 'The third page.' });
  await press(panel, 'button', 'Continue');
  const read = await waitForText(panel, 'The text is kept with this PDF');
  expect(read.text).toMatch(/Page 2\nThe first page\.\nPage 3\nThe second page\.\nPage 4\nThe third page\./);
  expect(pictureRequests()).toHaveLength(before + 2);
});

test('a background that is ended in the middle goes on with the page it was at', async () => {
  const { panel, held } = await readHalf('/killed.pdf');
  await killWorker(stage.docent);
  held.release();
  await waitForText(panel, 'Continue');
  stage.api.script({ text: 'The second page.' }, { text: 'The third page.' });
  await press(panel, 'button', 'Continue');
  const read = await waitForText(panel, 'The text is kept with this PDF');
  expect(read.text).toMatch(/Page 2\nThe first page\.\nPage 3\nThe second page\.\nPage 4\nThe third page\./);
});

test('a model for OCR reads them where the reader chose one; a page without text says so', async () => {
  await callDocent(stage.docent, 'updateSettings', { documents: { parallel: 2, embeddingModel: '', scanModel: OCR.id } });
  const opened = await openPanelBeside(stage, '/recognised.pdf');
  ({ page } = opened);
  const { panel } = opened;
  await startScan(panel);
  expect((await waitForQuestion(panel)).whole).toContain('2 in all, about $0.03');
  await press(panel, 'button', 'Send');
  const read = await waitForText(panel, 'The text is kept with this PDF');
  expect(read.text).toMatch(/Page 2\nRecognised\nA blue JPEG[^]*Page 3\nThere is no text on this page\./);
  expect(read.whole).toContain('mistral/mistral-ocr-latest');
  const requests = stage.api.requests.filter(({ path }) => path.endsWith('/ocr'));
  expect(requests).toHaveLength(2);
  for (const { body } of requests) expect(body).toMatchObject({ model: OCR.id, document: { type: 'image_url', image_url: expect.stringMatching(/^data:image\/jpeg;base64,/) as string } });
});

test('a whole scan says what to do; pages in JPEG 2000 are drawn, and its summary comes from their text', async () => {
  const opened = await summarize(stage.docent, stage.sites.url('/jpx.pdf'));
  ({ page } = opened);
  const { popup } = opened;
  expect((await waitForEnd(popup)).alert).toContain('pictures without text');
  await waitForText(popup, 'Read scanned pages');
  await photograph(popup, 'scan-whole');
  await press(popup, 'button', 'Read scanned pages');
  await waitForQuestion(popup);
  await press(popup, 'button', 'Send');
  expect((await waitForText(popup, 'The text is kept with this PDF')).text).toContain('A red JPEG');
  stage.api.script({ text: 'A red page.' });
  await press(popup, 'button', 'Summarize page');
  await waitForText(popup, 'A red page.');
  expect(lastSent(stage)).toContain('A red JPEG of');
});

test('a scan that is attached has its pages read from its chip', async () => {
  const opened = await openPanelBeside(stage, '/story');
  ({ page } = opened);
  const { panel } = opened;
  await attachFiles(panel, { 'letters.pdf': writePdf(composeScans([GREEN, BLUE])) });
  await panel.waitForFunction(() => document.body.innerText.includes('2 of 2 pages are pictures without text.'));
  expect((await readChips(panel)).at(-1)).toEqual({ name: 'letters.pdf', note: '2 of 2 pages are pictures without text.' });
  expect(await findBarriers(panel)).toEqual([]);
  await photograph(panel, 'scan-chip');
  await press(panel, 'button', 'Read scanned pages');
  await waitForQuestion(panel);
  await press(panel, 'button', 'Send');
  await waitForText(panel, 'The text is kept with this PDF');
  await waitForChips(panel, [await page.title(), 'letters.pdf']);
  await ask(panel, 'What do the letters say?');
  expect(lastSent(stage)).toMatch(/Document 2: Scans[^]*A green JPEG[^]*A blue JPEG/);
});

/** Begins from the chip of the page, which is measured when the reader begins to write. */
async function startScan(panel: Page): Promise<void> {
  await panel.click('textarea');
  await press(panel, 'button', 'Read scanned pages');
}
