import type { Page } from 'puppeteer';
import { waitForRest } from './axe.ts';
import { photograph } from './docent.ts';

/** Photographs a window of Docent in the light and in the dark, narrow and at its usual width, each once its colours have come to rest. */
export async function photographAll(page: Page, name: string): Promise<void> {
  const before = page.viewport();
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    for (const width of [320, 400]) {
      await page.setViewport({ width, height: 760 });
      await waitForRest(page);
      await photograph(page, `${name}-${scheme}-${width}`);
    }
  }
  await page.emulateMediaFeatures([]);
  await page.setViewport(before);
}
