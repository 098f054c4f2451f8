import { browser } from 'wxt/browser';

/**
 * Opens the first-run page after an installation from a store or a package. A copy loaded by hand ("load unpacked", temporary
 * add-on) is somebody at work on Docent: each reload would be greeted again.
 */
export async function openWelcomeTab(reason: string): Promise<void> {
  if (reason !== 'install') return;
  const { installType } = await browser.management.getSelf();
  if (installType === 'development') return;
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}#welcome` });
}
