import type { Page } from 'puppeteer';
import { afterEach, describe, expect, test } from 'vitest';
import { waitForEnd } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { canShow } from './support/display.ts';
import { openTab, panelOf } from './support/docent.ts';
import { useStage } from './support/stage.ts';
import { lastSent } from './support/tray.ts';

describe.skipIf(!canShow)('saved prompts in the browser’s own context menu', () => {
  const stage = useStage({ pages: { '/story': composeArticle() }, accept: '/story', headed: true });
  let page: Page;
  let panel: Page | undefined;

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') stage.display.photograph(`prompts-failed-${task.id}`);
    await panel?.close();
    panel = undefined;
    await page.close();
  });

  async function show(query: string): Promise<void> {
    page = await openTab(stage.docent, stage.sites.url(`/story?${query}`));
    await page.bringToFront();
    await stage.display.untilStill();
    await stage.display.focus(page);
  }

  /** The prompts are a menu of their own at the end of Docent's, which stands above the `own` entries of the browser at the end. */
  async function choose(selector: string, own: number, nth: number, photo: string): Promise<Page> {
    await stage.display.openMenu(page, selector);
    stage.display.type(...Array.from({ length: own + 1 }, () => 'Up'), 'Right', 'Up', 'Right');
    await stage.display.untilStill();
    stage.display.photograph(photo);
    return panelOf(stage.docent, () => { stage.display.type(...Array.from({ length: nth - 1 }, () => 'Down'), 'Return'); });
  }

  async function waitForPrompt(name: string): Promise<void> {
    await panel?.waitForFunction((wanted) => [...document.querySelectorAll('.bubble')].at(-1)?.textContent === wanted, {}, name);
    if (panel) expect((await waitForEnd(panel)).alert).toBe('');
  }

  test('of the page: the second one is asked about all of it, in the panel that opens', async () => {
    await show('page');
    panel = await choose('h1', 2, 2, 'prompts-menu-page');
    await waitForPrompt('The other side');
    expect(lastSent(stage)).toContain('Question: What would someone say who disagrees with the page that is quoted?');
    expect(lastSent(stage)).toContain('in the year 1851');
    expect(lastSent(stage)).toContain('in the year 1858');
    stage.display.photograph('prompts-menu-answer');
  });

  test('of a selection: what is selected goes along and nothing else, with the language of the settings in words', async () => {
    await show('selection');
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelectorAll('p')[1] as HTMLElement));
    panel = await choose('p:nth-of-type(2)', 1, 1, 'prompts-menu-selection');
    await waitForPrompt('Translate selection');
    expect(lastSent(stage)).toContain('Question: Translate the passage that is quoted into the language of the page.');
    expect(lastSent(stage)).toContain('in the year 1852');
    expect(lastSent(stage)).not.toContain('in the year 1851');
  });
});
