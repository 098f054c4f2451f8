import type { Page } from 'puppeteer';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { makePicture } from '../server/picture-files.ts';
import { decodeSent, nameColour } from '../server/pictures.ts';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { canShow } from './support/display.ts';
import { openTab, panelOf } from './support/docent.ts';
import { composeGallery } from './support/pictures.ts';
import type { Site } from './support/sites.ts';
import { useStage } from './support/stage.ts';

describe.skipIf(!canShow)('the context menu of a picture', () => {
  const pages: Record<string, Site> = {
    '/story': composeArticle(),
    '/gallery': composeGallery([{ src: '/red.png', caption: 'The customs house.' }, { src: '/blue.png', caption: 'The pilot boat.' }]),
  };
  const stage = useStage({ pages, accept: '/story', headed: true });
  let page: Page;

  beforeAll(async () => {
    for (const [name, colour] of [['red', '#dc1414'], ['blue', '#1428dc']]) pages[`/${name}.png`] = { type: 'image/png', body: await makePicture(colour ?? '', { width: 400, height: 300 }) };
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') stage.display.photograph(`pictures-failed-${task.id}`);
    await page.close();
  });

  /** Opens Docent's own menu, which stands above the last entry of the browser's, and chooses its nth entry. */
  async function choose(selector: string, nth: number): Promise<Page> {
    await stage.display.openMenu(page, selector);
    stage.display.type('Up', 'Up', 'Right');
    await stage.display.untilStill();
    stage.display.photograph(`pictures-menu-${nth}`);
    return panelOf(stage.docent, () => { stage.display.type(...Array.from({ length: nth - 1 }, () => 'Down'), 'Return'); });
  }

  test.each([
    [1, 'red', 'img[src="/red.png"]', 'The customs house.', 'Describe it in full'],
    [2, 'blue', 'img[src="/blue.png"]', 'The pilot boat.', 'Give the text that stands in it'],
  ] as const)('entry %d opens the side panel with the %s picture and streams there', async (nth, colour, selector, caption, wish) => {
    page = await openTab(stage.docent, stage.sites.url('/gallery'));
    await page.bringToFront();
    await stage.display.untilStill();
    await stage.display.focus(page);
    const panel = await choose(selector, nth);
    await waitForText(panel, `A ${colour} PNG of 400 x 300 pixels.`);
    expect((await waitForEnd(panel)).alert).toBe('');
    const [sent] = await decodeSent(stage.api.chats().at(-1));
    expect(nameColour(sent?.colourAt(0.5, 0.5) ?? [0, 0, 0, 0])).toBe(colour);
    const body = JSON.stringify(stage.api.chats().at(-1)?.body);
    expect(body).toContain(`Caption: ${caption}`);
    expect(body).toContain(wish);
    expect(await panel.$$eval('[role="log"] img', (pictures) => pictures.map((picture) => (picture as HTMLImageElement).src.slice(0, 16)))).toContain('data:image/jpeg;');
    stage.display.photograph(`pictures-menu-answer-${nth}`);
    await panel.close();
  });
});
