import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { configureServer } from '../../scripts/driver/settings.ts';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import type { Display } from './support/display.ts';
import { canShow, openDisplay } from './support/display.ts';
import type { Docent } from './support/docent.ts';
import { find, launchDocent, openTab, panelOf, press } from './support/docent.ts';
import { askedTexts, useServerVoice, waitForSentence, waitForSilence } from './support/listening.ts';
import { readHighlights } from './support/marked-page.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

const PARAGRAPHS = Array.from({ length: 30 }, (_, i) => `Paragraph ${i + 1} begins in the old harbour, where the boats lie. Paragraph ${i + 1} ends far out at sea, where nobody is.`);
const STORY = `<!doctype html><html lang="en"><title>The sea</title><article><h1>The sea</h1>${PARAGRAPHS.map((text) => `<p>${text.replace('where the boats lie', '<i>$&</i>')}</p>`).join('')}</article></html>`;

describe.skipIf(!canShow)('reading aloud with a screen', () => {
  let display: Display;
  let docent: Docent;
  let sites: Sites;
  let api: TestServer;
  let page: Page;
  let panel: Page | undefined;

  beforeAll(async () => {
    sites = await serveSites({ '/sea': STORY });
    api = await createServer();
    display = await openDisplay();
    docent = await launchDocent({ headless: false, env: display.env, args: ['--window-size=1200,880', '--window-position=0,0'] });
    await configureServer(docent, { baseUrl: api.baseUrl, key: 'test-key', model: 'gpt-4o-mini' });
    await useServerVoice(docent, api);
  });
  afterAll(async () => {
    await docent.browser.close();
    await display[Symbol.asyncDispose]();
    await api.close();
    await sites[Symbol.asyncDispose]();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') display.photograph(`reading-headed-failed-${task.id}`);
    await panel?.close();
    panel = undefined;
    await page.close();
  });

  async function show(query: string): Promise<void> {
    page = await openTab(docent, sites.url(`/sea?${query}`));
    await page.bringToFront();
    await display.untilStill();
    await display.focus(page);
  }

  /** The side panel that keys open. */
  async function typePanel(...keys: string[]): Promise<Page> {
    panel = await panelOf(docent, () => { display.type(...keys); });
    return panel;
  }

  /** Chooses the last entry but the saved prompts of Docent's own menu, which stands above the `own` entries of the browser at the end. */
  async function chooseReading(selector: string, own: number): Promise<Page> {
    await display.openMenu(page, selector);
    return typePanel(...Array.from({ length: own + 1 }, () => 'Up'), 'Right', 'Up', 'Up', 'Return');
  }

  test('Alt+Shift+L opens the panel and reads the page; pressed again, it pauses and goes on', async () => {
    await show('key');
    const opened = await typePanel('alt+shift+l');
    await find(opened, 'button', 'Pause');
    await waitForSentence(opened, 'Paragraph');
    expect(askedTexts(api)).toContain('Paragraph 1 begins in the old harbour, where the boats lie.');
    await display.focus(page);
    display.type('alt+shift+l');
    await find(opened, 'button', 'Play');
    display.type('alt+shift+l');
    await find(opened, 'button', 'Pause');
    display.photograph('reading-headed-command');
    await press(opened, 'button', 'Stop reading');
    await waitForSilence(opened);
  });

  test('the context menu of the page reads from the place that was clicked on', async () => {
    await show('menu');
    const before = api.speeches().length;
    const opened = await chooseReading('p:nth-of-type(4)', 2);
    await waitForSentence(opened, 'Paragraph');
    await expect.poll(async () => (await readHighlights(page))['docent-sentence']).toContain('Paragraph');
    display.photograph('reading-headed-here');
    await press(opened, 'button', 'Stop reading');
    await waitForSilence(opened);
    expect(askedTexts(api).slice(before)[0]).toContain('Paragraph 4');
  });

  test('the context menu of a selection reads only that', async () => {
    await show('selection');
    const before = api.speeches().length;
    await page.evaluate(() => {
      const [begin, end] = [document.querySelectorAll('i')[4]?.firstChild, document.querySelectorAll('p')[4]?.lastChild] as [Text, Text];
      getSelection()?.setBaseAndExtent(begin, 0, end, end.data.indexOf(', where nobody'));
    });
    const opened = await chooseReading('p:nth-of-type(5) i', 1);
    await waitForSentence(opened, 'Read to the end');
    expect(askedTexts(api).slice(before)).toEqual(['where the boats lie.', 'Paragraph 5 ends far out at sea']);
    await press(opened, 'button', 'Stop reading');
    await waitForSilence(opened);
  });
});
