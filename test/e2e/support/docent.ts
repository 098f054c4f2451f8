import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CDPSession, Page } from 'puppeteer';
import { inject, vi } from 'vitest';
import { findChromium } from '../../../scripts/browsers.mjs';
import type { Docent } from '../../../scripts/driver/launch.ts';
import { openBlank } from '../../../scripts/driver/windows.ts';
import { launchWithExtension } from '../../../scripts/driver/launch.ts';
import { RESOLVER } from './sites.ts';

export type { Docent } from '../../../scripts/driver/launch.ts';
export { find, openBlank, openPanel, openPopup, panelOf, press } from '../../../scripts/driver/windows.ts';

export interface TestLaunch {
  headless?: boolean;
  /** Language of the browser, e.g. `de`. */
  lang?: string;
  args?: string[];
  env?: Record<string, string | undefined>;
  audible?: boolean;
  /** Folder of a profile that outlives the browser. */
  profile?: string;
}

/** Opens Chromium with a fresh profile, or a given one, and the built extension; hosts under `.test` lead to this machine. */
export function launchDocent({ headless = true, lang = 'en-US', args = [], env, audible = false, profile }: TestLaunch = {}): Promise<Docent> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium or Chrome here; `npm test` installs one where it can.');
  return launchWithExtension({
    extensionDir: inject('chromiumBuild'),
    executablePath,
    headless,
    audible,
    ...(profile ? { profile } : {}),
    args: [RESOLVER, `--lang=${lang}`, ...args],
    env: { ...(env ?? process.env), LANGUAGE: lang },
  });
}

/** Opens a page of the web in a new tab. */
export async function openTab(docent: Docent, url: string): Promise<Page> {
  const page = await openBlank(docent);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page;
}

/** Opens one of Docent's own pages in a new tab. */
export function openOwnPage(docent: Docent, name: string): Promise<Page> {
  return openTab(docent, docent.pageUrl(name));
}

/** Saves what a page looks like to `.output/screenshots`. */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = resolve('.output/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png` });
}

async function findWorker(session: CDPSession, docent: Docent): Promise<string | undefined> {
  // Puppeteer's own list leaves workers out (see launch.ts); the browser itself tells all, without attaching.
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'service_worker' }] });
  return targetInfos.find((target) => target.url.startsWith(docent.pageUrl('')))?.targetId;
}

/** Names the background that runs now; one that was ended and started again has another name. */
export async function identifyWorker(docent: Docent): Promise<string | undefined> {
  const session = await docent.browser.target().createCDPSession();
  const found = await findWorker(session, docent);
  await session.detach();
  return found;
}

/** Ends the service worker in the middle of whatever it does, as the browser itself would. */
export async function killWorker(docent: Docent): Promise<void> {
  const session = await docent.browser.target().createCDPSession();
  // Between two workers there is none for a moment.
  const targetId = await vi.waitUntil(() => findWorker(session, docent), { timeout: 120_000, interval: 100 });
  const gone = new Promise<void>((resolve) => {
    session.on('Target.targetDestroyed', (event) => {
      if (event.targetId === targetId) resolve();
    });
  });
  await session.send('Target.setDiscoverTargets', { discover: true, filter: [{ type: 'service_worker' }] });
  await session.send('Target.closeTarget', { targetId });
  await gone;
  await session.detach();
}
