import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { configureServer } from '../../scripts/driver/settings.ts';
import { makePicture } from '../server/picture-files.ts';
import { decodeSent, nameColour } from '../server/pictures.ts';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import type { Display } from './support/display.ts';
import { canShow, openDisplay } from './support/display.ts';
import type { Docent } from './support/docent.ts';
import { launchDocent, openTab, panelOf } from './support/docent.ts';
import { composeGallery } from './support/pictures.ts';
import type { Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';
import { acceptOnce } from './support/summary.ts';

describe.skipIf(!canShow)('the context menu of a picture', () => {
  let display: Display;
  let docent: Docent;
  let sites: Sites;
  let api: TestServer;
  let page: Page;

  beforeAll(async () => {
    const png = async (colour: string) => ({ type: 'image/png', body: await makePicture(colour, { width: 400, height: 300 }) });
    sites = await serveSites({
      '/story': composeArticle(),
      '/red.png': await png('#dc1414'),
      '/blue.png': await png('#1428dc'),
      '/gallery': composeGallery([{ src: '/red.png', caption: 'The customs house.' }, { src: '/blue.png', caption: 'The pilot boat.' }]),
    });
    api = await createServer();
    display = await openDisplay();
    docent = await launchDocent({ headless: false, env: display.env, args: ['--window-size=1200,880', '--window-position=0,0'] });
    await configureServer(docent, { baseUrl: api.baseUrl, key: 'test-key', model: 'gpt-4o-mini' });
    await acceptOnce(docent, sites.url('/story'));
  });

  afterAll(async () => {
    await docent.browser.close();
    await display[Symbol.asyncDispose]();
    await api.close();
    await sites[Symbol.asyncDispose]();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') display.photograph(`pictures-failed-${task.id}`);
    await page.close();
  });

  /** Opens Docent's own menu, which stands above the last entry of the browser's, and chooses its nth entry. */
  async function choose(selector: string, nth: number): Promise<Page> {
    await display.openMenu(page, selector);
    display.type('Up', 'Up', 'Right');
    await display.untilStill();
    display.photograph(`pictures-menu-${nth}`);
    return panelOf(docent, () => { display.type(...Array.from({ length: nth - 1 }, () => 'Down'), 'Return'); });
  }

  test.each([
    [1, 'red', 'img[src="/red.png"]', 'The customs house.', 'Describe it in full'],
    [2, 'blue', 'img[src="/blue.png"]', 'The pilot boat.', 'Give the text that stands in it'],
  ] as const)('entry %d opens the side panel with the %s picture and streams there', async (nth, colour, selector, caption, wish) => {
    page = await openTab(docent, sites.url('/gallery'));
    await page.bringToFront();
    await display.untilStill();
    await display.focus(page);
    const panel = await choose(selector, nth);
    await waitForText(panel, `A ${colour} PNG of 400 x 300 pixels.`);
    expect((await waitForEnd(panel)).alert).toBe('');
    const [sent] = await decodeSent(api.chats().at(-1));
    expect(nameColour(sent?.colourAt(0.5, 0.5) ?? [0, 0, 0, 0])).toBe(colour);
    const body = JSON.stringify(api.chats().at(-1)?.body);
    expect(body).toContain(`Caption: ${caption}`);
    expect(body).toContain(wish);
    expect(await panel.$$eval('[role="log"] img', (pictures) => pictures.map((picture) => (picture as HTMLImageElement).src.slice(0, 16)))).toContain('data:image/jpeg;');
    display.photograph(`pictures-menu-answer-${nth}`);
    await panel.close();
  });
});
