import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerResponse } from 'node:http';
import type { Page } from 'puppeteer';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { encryptPdf } from '../fixtures/pdf/encrypt-pdf.ts';
import { composeBook } from '../fixtures/pdf/compose-pdfs.ts';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { canShow } from './support/display.ts';
import { openPanel, openPopup, openTab, press } from './support/docent.ts';
import { turnSwitch } from './support/extension-switches.ts';
import { ask } from './support/history.ts';
import { ON_RED, redThird } from './support/red-page.ts';
import { useStage } from './support/stage.ts';
import { closePanels } from './support/tabs.ts';
import { lastSent } from './support/tray.ts';

const POSTED = 'The book that was ordered';
/** In the viewer's list at the left. */
const FIRST_THUMBNAIL = { x: 142, y: 150 };
/** How often each address was asked for, with the method. */
const loads: string[] = [];

/** A file of its own for each method. Nothing of it may be kept: it is asked for again each time. */
function give(response: ServerResponse): void {
  loads.push(response.req.method ?? '');
  response.writeHead(200, { 'content-type': 'application/pdf', 'cache-control': 'no-store' }).end(redThird(response.req.method === 'POST' ? POSTED : 'The book that is shown to all'));
}

describe.skipIf(!canShow)('the browser’s own viewer of PDFs', () => {
  const stage = useStage({
    pages: {
      '/story': composeArticle(),
      '/order': '<!doctype html><title>Order</title><form method="post" action="/book.pdf"><button>Order</button></form>',
      '/book.pdf': give,
      '/locked.pdf': { type: 'application/pdf', body: encryptPdf(composeBook(3, (page) => (page === 3 ? ON_RED : '')), 'sesame') },
    },
    accept: '/story?accept',
    headed: true,
  });
  const folder = mkdtempSync(join(tmpdir(), 'docent-viewer-'));
  let page: Page;

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') stage.display.photograph(`viewer-failed-${task.id}`);
    await closePanels(stage.docent);
    await page.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function openBeside(): Promise<Page> {
    await page.bringToFront();
    await stage.display.untilStill();
    const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
    await panel.waitForSelector('.tray-list');
    return panel;
  }

  /** Asks for the sentence that stands on the third page, and presses its mark. */
  async function pressSource(panel: Page): Promise<void> {
    stage.api.script({ text: `Many [1].\n\n<sources>\n[1] "${ON_RED}"\n</sources>` });
    await ask(panel, 'How many ships?');
    expect(lastSent(stage)).toContain(ON_RED);
    await press(panel, 'button', `Source 1: “${ON_RED}” · Page 3`);
  }

  const isRed = async () => (await stage.display.readColour(page).catch(() => [])).join() === '255,0,0';

  async function expectRed(photo: string): Promise<void> {
    await expect.poll(isRed).toBe(true);
    await stage.display.untilStill();
    stage.display.photograph(photo);
  }

  test('a source of an answer turns to its page, again after the reader has turned away, and the conversation goes on', async () => {
    page = await openTab(stage.docent, stage.sites.url('/book.pdf'));
    const panel = await openBeside();
    expect(await isRed()).toBe(false);
    await pressSource(panel);
    await expectRed('viewer-source');
    expect(page.url()).toBe(`${stage.sites.url('/book.pdf')}#page=3`);
    await stage.display.click(page, FIRST_THUMBNAIL);
    await expect.poll(isRed).toBe(false);
    await press(panel, 'button', `Source 1: “${ON_RED}” · Page 3`);
    await expectRed('viewer-source-again');
    expect(await panel.$$eval('article', (answers) => answers.length)).toBe(1);
    await pressSource(panel);
    await waitForText(panel, 'Sources (1)');
    expect(await panel.evaluate(() => document.body.innerText)).not.toContain('Ask about this page instead');
    expect(new Set(loads)).toEqual(new Set(['GET']));
  });

  test('the answer to a form is not asked for a second time: no other file is taken for it, and the form is not sent again', async () => {
    page = await openTab(stage.docent, stage.sites.url('/book.pdf'));
    const panel = await openBeside();
    stage.api.script({ text: `Many [1].\n\n<sources>\n[1] "${ON_RED}"\n</sources>` });
    await ask(panel, 'How many ships?');
    await page.goto(stage.sites.url('/order'));
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    await stage.display.untilStill();
    loads.length = 0;
    await press(panel, 'button', `Source 1: “${ON_RED}” · Page 3`);
    await waitForText(panel, 'It is on page 3. Please turn to it in the viewer');
    stage.display.photograph('viewer-form-source');
    await press(panel, 'button', 'New chat');
    await press(panel, 'button', 'Summarize page');
    await waitForText(panel, 'could not be fetched again');
    stage.display.photograph('viewer-form');
    expect(loads).toEqual([]);
  });

  test('a protected file is not opened anew, which would ask for its password again', async () => {
    page = await openTab(stage.docent, stage.sites.url('/locked.pdf'));
    const panel = await openBeside();
    await press(panel, 'button', 'Summarize page');
    await (await panel.waitForSelector('input[type="password"]'))?.type('sesame');
    await panel.keyboard.press('Enter');
    // Before the password is taken the answer is at its end, too.
    await waitForText(panel, 'Read 1,160 words of 1,160');
    await waitForEnd(panel);
    await pressSource(panel);
    await waitForText(panel, 'It is on page 3. Please turn to it in the viewer');
    await stage.display.untilStill();
    stage.display.photograph('viewer-locked');
  });

  test('a file of this computer stays closed until the reader turns the browser’s switch; then its sources turn to their page', async () => {
    const path = join(folder, 'book.pdf');
    writeFileSync(path, redThird('A book of this computer'));
    await turnSwitch(stage.docent, 'fileAccess', false);
    page = await openTab(stage.docent, pathToFileURL(path).href);
    const panel = await openBeside();
    await press(panel, 'button', 'Summarize page');
    await waitForText(panel, 'A file of this computer: drop it into the side panel; or');
    stage.display.photograph('viewer-local-closed');
    await closePanels(stage.docent);
    await turnSwitch(stage.docent, 'fileAccess');
    const opened = await openBeside();
    await pressSource(opened);
    await expectRed('viewer-local-source');
  });
});
