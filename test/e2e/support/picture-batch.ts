import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import type { PictureProgress } from '../../../lib/shared/picture.ts';

/** How far the tab's pictures are described, as a window that opens now is told. */
export async function readBatch(own: Page, tabId: number): Promise<PictureProgress[]> {
  return own.evaluate(async (tabId) => {
    const port = chrome.runtime.connect({ name: 'pictures' });
    const snapshot = new Promise<PictureProgress[]>((resolve) => {
      port.onMessage.addListener((event: { type: string; batch: { items: PictureProgress[] } }) => {
        if (event.type === 'snapshot') resolve(event.batch.items);
      });
    });
    port.postMessage({ tabId });
    const items = await snapshot;
    port.disconnect();
    return items;
  }, tabId);
}

/** Waits until no picture waits or is worked on. */
export async function waitForBatch(own: Page, tabId: number): Promise<PictureProgress[]> {
  let items: PictureProgress[] = [];
  await expect.poll(async () => {
    items = await readBatch(own, tabId);
    return items.length > 0 && items.every(({ state }) => state !== 'waiting' && state !== 'working');
  }).toBe(true);
  return items;
}

/** The pictures of a page as Chromium tells screen readers of them. */
export async function speakPictures(page: Page): Promise<string[]> {
  const client = await page.createCDPSession();
  try {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    return nodes.filter((node) => !node.ignored && node.role?.value === 'image').map((node) => String(node.name?.value ?? ''));
  } finally {
    await client.detach();
  }
}
