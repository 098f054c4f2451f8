import type { Page } from 'puppeteer';
import { photograph } from './docent.ts';

/** Photographs a window of Docent in the light, in the dark, and 320 px wide. */
export async function photographAll(page: Page, name: string): Promise<void> {
  const before = page.viewport();
  for (const [look, scheme, width] of [['light', 'light', 360], ['dark', 'dark', 360], ['narrow', 'light', 320]] as const) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 760 });
    await photograph(page, `${name}-${look}`);
  }
  await page.emulateMediaFeatures([]);
  await page.setViewport(before);
}
