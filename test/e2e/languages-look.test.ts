import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composeBook, composeScans } from '../fixtures/pdf/compose-pdfs.ts';
import { writePdf } from '../fixtures/pdf/write-pdf.ts';
import type { Behaviour } from '../server/behaviour.ts';
import { createServer, type TestServer } from '../server/server.ts';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers, findOverflow } from './support/axe.ts';
import { chooseModels, readColumns, waitForColumns, waitInColumn } from './support/compare.ts';
import { type Docent, find, launchDocent, openTab, press } from './support/docent.ts';
import { photographAll } from './support/dress.ts';
import { callDocent } from './support/guarded.ts';
import { hold } from './support/long-pages.ts';
import { type Sites, serveSites } from './support/sites.ts';
import { findTabId, openPinned } from './support/tabs.ts';
import { attachFiles } from './support/tray.ts';
import { wordsOf } from './support/words.ts';

const OURS = 'gpt-4o-mini';
const GEMINI = 'google/gemini-3-1-flash-lite';
const BROKEN = 'test/fault=validation';

/** Two pages of text, and between them two that are pictures. */
function composeLogbook(): Uint8Array {
  const [first, second] = composeBook(2, () => '').pages;
  const scans = composeScans([[220, 20, 20], [20, 40, 220]]);
  return writePdf({ ...scans, title: 'Logbook 1903 (north quay).pdf', pages: [...(first ? [first] : []), ...scans.pages, ...(second ? [second] : [])] });
}

const SPOKEN = {
  ar: {
    page: composeArticle({ title: 'كيف حصل المرفأ على أضوائه: GPS 2.0 في North Quay', lang: 'ar', dir: 'rtl' }),
    question: 'من دفع ثمن المرفأ وفق OpenStreetMap (v2.1)؟',
    answer: 'دفع **مجلس المدينة** ثمنه عام 1851، كما يذكر OpenStreetMap.\n\n- أول برج: 12 مترًا\n- برج North Quay: 31 مترًا',
    file: 'تقرير الربع 3.txt',
  },
  de: {
    page: composeArticle({ title: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente: was der Hafen bezahlte', lang: 'de' }),
    question: 'Wer bezahlte die Hafenbefeuerungsinstandhaltungsarbeiten?',
    answer: 'Der **Stadtrat** bezahlte sie 1851.\n\n- erster Turm: 12 Meter\n- Turm am Nordkai: 31 Meter',
    file: 'Geschäftsunfähigkeitsbescheinigung.txt',
  },
} as const;

describe.each(['ar', 'de'] as const)('in %s', (lang) => {
  const say = wordsOf(lang);
  const spoken = SPOKEN[lang];
  const look = async (panel: Page, name: string) => {
    await photographAll(panel, `${lang}-${name}`);
    const before = panel.viewport();
    for (const scheme of ['light', 'dark']) {
      await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      for (const width of [320, 400]) {
        await panel.setViewport({ width, height: 760 });
        expect(await findOverflow(panel), `${name}, ${width} px`).toEqual([]);
      }
      expect(await findBarriers(panel), `${name}, ${scheme}`).toEqual([]);
    }
    await panel.emulateMediaFeatures([]);
    await panel.setViewport(before);
  };

  /** Of every answer, but that of the model that has its fault by its name. */
  const behaviour: Behaviour = { text: spoken.answer };
  let docent: Docent;
  let sites: Sites;
  let api: TestServer;
  beforeAll(async () => {
    sites = await serveSites({
      '/story': spoken.page,
      '/other': composeArticle({ title: 'Another page' }),
      '/logbook.pdf': { type: 'application/pdf', body: composeLogbook() },
      '/single/models': { type: 'application/json', body: JSON.stringify({ object: 'list', data: [{ id: 'llama3.2:3b', object: 'model' }] }) },
    });
    api = await createServer({ behaviour, tellsPrices: true, tellsModalities: true, models: [{ id: BROKEN, name: BROKEN, developer: 'Test', contextLength: 128_000 }] });
    docent = await launchDocent({ lang });
    await callDocent(docent, 'updateSettings', { baseUrl: api.baseUrl });
    await callDocent(docent, 'setKey', { key: 'test-key' });
    await callDocent(docent, 'updateSettings', { chatModel: OURS, sendAcceptedHosts: [new URL(api.baseUrl).host] });
  });
  afterAll(async () => {
    await docent.browser.close();
    await api.close();
    await sites[Symbol.asyncDispose]();
  });

  /** The side panel of a page that Docent may read by its manifest. */
  const openPanelOf = async (path: string) => {
    const page = await openTab(docent, sites.url(path, '127.0.0.1'));
    const panel = await openPinned(docent, 'sidepanel.html', await findTabId(docent, page));
    await panel.setViewport({ width: 400, height: 760 });
    await panel.waitForSelector('.tray-list');
    expect(await panel.evaluate(() => document.documentElement.dir)).toBe(lang === 'ar' ? 'rtl' : 'ltr');
    return panel;
  };
  const send = async (panel: Page, question: string) => {
    await (await find(panel, 'textbox', say('chatMessage'))).type(question);
    await press(panel, 'button', say('actionSend'));
  };

  test('the model picker and the chips above the message box', async () => {
    const panel = await openPanelOf('/story');
    await attachFiles(panel, { [spoken.file]: 'Text.', 'Q3 report (final) v2.txt': 'Text.', 'Logbook 1903.pdf': composeLogbook() });
    await panel.waitForFunction(() => document.querySelectorAll('.tray-chip').length === 4 && [...document.querySelectorAll<HTMLElement>('.tray-chip .small')].every(({ innerText }) => /\p{Nd}/u.test(innerText)));
    await look(panel, 'chips');
    await panel.click('.model-button');
    await panel.waitForSelector('dialog [role=option]');
    await look(panel, 'models');
    // An empty field runs as its words do.
    expect(await panel.$eval('dialog input', (field) => getComputedStyle(field).direction)).toBe(lang === 'ar' ? 'rtl' : 'ltr');
    const lines = await panel.$$eval('dialog [role=option] .small', (details) => details.map((detail) => getComputedStyle(detail).direction));
    expect(new Set(lines)).toEqual(new Set([lang === 'ar' ? 'rtl' : 'ltr']));
    await panel.close();
  });

  test('an opened conversation of the history', async () => {
    const panel = await openPanelOf('/story?history');
    await send(panel, spoken.question);
    await waitForEnd(panel);
    const other = await openPanelOf('/other');
    await press(other, 'button', say('actionHistory'));
    await other.waitForSelector('.conversation-open .conversation-title');
    await look(other, 'history');
    await other.click('.conversation-open');
    await other.waitForFunction((wanted) => document.querySelector('.bubble')?.textContent?.includes(wanted), {}, spoken.question);
    await look(other, 'opened');
    for (const each of [panel, other]) await each.close();
  });

  test('the offer to read the scanned pages of a PDF', async () => {
    const panel = await openPanelOf('/logbook.pdf');
    await send(panel, spoken.question);
    await waitForEnd(panel);
    await find(panel, 'button', say('taskReadScan'));
    await panel.$eval('article', (article) => article.scrollIntoView({ block: 'end' }));
    await look(panel, 'scan');
    await panel.close();
  });

  test('answers side by side: while they are written, one failed, one kept', async () => {
    const panel = await openPanelOf('/story?compare');
    await press(panel, 'button', say('compareModels'));
    await chooseModels(panel, [GEMINI, BROKEN]);
    await look(panel, 'compare-choice');
    await press(panel, 'button', say('compareUse'));
    await panel.waitForSelector('.compare-estimate p');
    await look(panel, 'compare-note');
    const held = hold();
    behaviour.until = held.until;
    await send(panel, spoken.question);
    await waitForColumns(panel, 3);
    await panel.waitForFunction(() => [...document.querySelectorAll('.column')].filter((column) => column.querySelector('.answer-text .markdown p')).length === 2 && document.querySelector('.column [role=alert]'));
    await look(panel, 'compare-running');
    held.release();
    delete behaviour.until;
    await panel.waitForFunction(() => [...document.querySelectorAll('.column article')].every((article) => article.ariaBusy !== 'true'));
    await panel.$eval('.column [role=alert]', (alert) => alert.scrollIntoView({ block: 'center' }));
    await look(panel, 'compare-failed');
    const [kept] = (await readColumns(panel)).filter(({ alert }) => alert === '').map(({ model }) => model);
    await waitInColumn(panel, kept ?? '', say('compareKeep'));
    await panel.click(`.column[aria-label="${kept}"] .column-head .button`);
    await panel.waitForFunction(() => !document.querySelector('.column'));
    await look(panel, 'compare-kept');
    await panel.click('.comparison > div .chip');
    await waitForColumns(panel, 3);
    await look(panel, 'compare-kept-beside');
    await panel.close();
  });

  test('a server with a single model says that there is nothing to choose from', async () => {
    await callDocent(docent, 'updateSettings', { baseUrl: sites.url('/single', '127.0.0.1') });
    await callDocent(docent, 'setKey', { key: 'test-key' });
    const panel = await openPanelOf('/story?single');
    await press(panel, 'button', say('compareModels'));
    await panel.waitForFunction((wanted) => document.querySelector('dialog .notice')?.textContent === wanted, {}, say('compareOnlyOne'));
    await look(panel, 'compare-single');
    await panel.close();
  });
});
