import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openOwnPage, openPopup, openTab } from './docent.ts';
import { composePicturePages } from './picture-pages.ts';
import { type Stage, useStage } from './stage.ts';
import { findTabId } from './tabs.ts';

/** A page whose site Docent may read, as after the reader has allowed it. */
export const HERE = '127.0.0.1';

/** A stage whose pages show pictures of every kind, with one of Docent's own pages to work from. */
export interface PixelStage extends Stage {
  own: Page;
  /** The page of the test, which is closed after it. */
  page: Page | undefined;
  /** Opens a page in which the test works. */
  open(path: string, host?: string): Promise<Page>;
  /** Has Docent's button pressed over a page, and gives the number of its tab. */
  enter(page: Page): Promise<number>;
}

/** Registers set-up and clean-up of such a stage for a test file. */
export async function usePixelStage(): Promise<PixelStage> {
  const stage = useStage({ pages: await composePicturePages(), accept: '/story' }) as PixelStage;
  stage.open = async (path, host) => (stage.page = await openTab(stage.docent, stage.sites.url(path, host)));
  stage.enter = async (page) => {
    const popup = await openPopup(stage.docent, page);
    await popup.close();
    await page.bringToFront();
    return findTabId(stage.docent, page);
  };
  beforeAll(async () => {
    stage.own = await openOwnPage(stage.docent, 'options.html');
  });
  afterAll(() => stage.own.close());
  afterEach(async () => {
    await stage.page?.close();
    stage.page = undefined;
  });
  return stage;
}
