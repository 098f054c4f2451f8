import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { composeBook } from '../fixtures/pdf/compose-pdfs.ts';
import { encryptPdf } from '../fixtures/pdf/encrypt-pdf.ts';
import { writePdf } from '../fixtures/pdf/write-pdf.ts';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { photograph, press } from './support/docent.ts';
import type { Site } from './support/sites.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

const pdf = (body: Uint8Array): Site => ({ type: 'application/pdf', body });
const factOf = (page: number) => (page === 2 ? 'Keeper Ottilie Brandt counted 4711 ships in 1903.' : '');

const stage = useStage({
  pages: {
    '/story': composeArticle(),
    '/book.pdf': pdf(writePdf(composeBook(3, factOf))),
    '/locked.pdf': pdf(encryptPdf(composeBook(2, factOf), 'sesame')),
    '/broken.pdf': pdf(Uint8Array.from(Buffer.from('%PDF-1.7\nnothing of the kind'))),
  },
  accept: '/story?accept',
});

let page: Page;
afterEach(() => page?.close());

const lastSent = () => JSON.stringify(stage.api.tasks().at(-1)?.body);

test('a PDF in the viewer is summarized from the popup', async () => {
  stage.api.script({ text: 'A book about keepers.' });
  const opened = await summarize(stage.docent, stage.sites.url('/book.pdf'));
  page = opened.page;
  const answer = await waitForText(opened.popup, 'A book about keepers.');
  expect(answer.alert).toBe('');
  expect(lastSent()).toContain('Keeper Ottilie Brandt counted 4711 ships in 1903.');
  expect(lastSent().match(/The Keepers of the Light/g)).toHaveLength(1);
  await waitForText(opened.popup, 'Read');
  await photograph(opened.popup, 'pdf-answer');
});

test('an encrypted PDF asks for its password, and says when it is wrong', async () => {
  const opened = await summarize(stage.docent, stage.sites.url('/locked.pdf'));
  page = opened.page;
  const { popup } = opened;
  await waitForText(popup, 'protected by a password');
  await popup.waitForSelector('input[type="password"]');
  expect(await findBarriers(popup)).toEqual([]);
  await photograph(popup, 'pdf-password');
  await popup.keyboard.type('opensesame');
  await popup.keyboard.press('Enter');
  await waitForText(popup, 'not the password of this PDF');
  stage.api.script({ text: 'It is open.' });
  await popup.waitForSelector('input[type="password"]');
  await popup.type('input[type="password"]', 'sesame');
  await press(popup, 'button', 'Open');
  expect((await waitForText(popup, 'It is open.')).alert).toBe('');
  expect(lastSent()).toContain('4711 ships');
});

test('a broken PDF says so', async () => {
  const opened = await summarize(stage.docent, stage.sites.url('/broken.pdf'));
  page = opened.page;
  expect((await waitForEnd(opened.popup)).alert).toContain('damaged');
  await photograph(opened.popup, 'pdf-broken');
});
