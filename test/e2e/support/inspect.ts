import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import { findBarriers, findOverflow } from './axe.ts';
import { photograph } from './docent.ts';

const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [320, 400] as const;

/** Looks a page over in light and dark, left-to-right and right-to-left, narrow and at its usual width. */
export async function inspect(page: Page, name: string): Promise<void> {
  for (const scheme of SCHEMES) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    expect(await findBarriers(page), `${name}, ${scheme}`).toEqual([]);
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: 640 });
      expect(await findOverflow(page), `${name}, ${width} px`).toEqual([]);
      if (width === 400) await photograph(page, `${name}-${scheme}`);
    }
  }
  await page.evaluate(() => { document.documentElement.dir = 'rtl'; });
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 640 });
    expect(await findOverflow(page), `${name}, right-to-left, ${width} px`).toEqual([]);
  }
  await photograph(page, `${name}-rtl`);
  await page.evaluate(() => { document.documentElement.dir = 'ltr'; });
}
