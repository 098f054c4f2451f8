import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Firefox } from './support/firefox.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import { inSidebar, openSidebar } from './support/sidebar.ts';

describe.skipIf(!firefoxPath)('in Firefox', () => {
  let firefox: Firefox;

  beforeAll(async () => {
    firefox = await launchFirefox();
  });

  afterAll(async () => {
    await firefox[Symbol.asyncDispose]();
  });

  test('opens no sidebar by itself, and the real one when asked', async () => {
    expect(await firefox.marionette.inBrowser<boolean>('return SidebarController.isOpen;')).toBe(false);
    await openSidebar(firefox);
    expect(await inSidebar<string>(firefox, 'content.location.href')).toBe(firefox.pageUrl('sidepanel.html'));
  });
});
