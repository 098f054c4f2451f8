import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer';
import { launchWithExtension, type Docent } from '../../scripts/driver/launch.ts';
import { ROOT } from '../../scripts/packages.mjs';
import { serveFolder } from '../../scripts/start/serve-folder.ts';
import { createServer, type TestServer } from '../server/server.ts';

const FLOOR = join(ROOT, 'test/bench/floor');

/** A copy of the built extension with the floor pages in it; nothing of them ships. @returns its folder */
export function addFloor(extensionDir: string): string {
  const copy = join(ROOT, '.output/bench');
  rmSync(copy, { recursive: true, force: true });
  cpSync(extensionDir, copy, { recursive: true });
  for (const file of ['blank.html', 'blank.js', 'floor.html', 'floor.js']) cpSync(join(FLOOR, file), join(copy, file));
  const manifestPath = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as { background: { service_worker: string } };
  appendFileSync(join(copy, manifest.background.service_worker), `\n${readFileSync(join(FLOOR, 'floor-worker.js'), 'utf8')}`);
  writeFileSync(manifestPath, JSON.stringify(manifest));
  return copy;
}

/** A browser with a page to summarize, and a server to answer. */
export interface Rig {
  docent: Docent;
  server: TestServer;
  /** The tab with the page to summarize. */
  articleTabId: number;
  close(): Promise<void>;
}

export async function openRig(extensionDir: string, executablePath: string): Promise<Rig> {
  const server = await createServer({ keys: [] });
  const site = await serveFolder(join(ROOT, 'test/fixtures/sample'));
  const docent = await launchWithExtension({ extensionDir, executablePath, headless: true });
  const close = async () => {
    await docent.browser.close();
    await server.close();
    site.server.close();
    site.server.closeAllConnections();
  };
  try {
    const article = await docent.browser.newPage();
    await article.goto(`${site.origin}/`);
    const articleTabId = await configure(docent, server, `${site.origin}/`);
    return { docent, server, articleTabId, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Sets the stand-in as the server. @returns the tab that shows `url` */
async function configure(docent: Docent, server: TestServer, url: string): Promise<number> {
  const page = await docent.browser.newPage();
  await page.goto(docent.pageUrl('blank.html'));
  const host = new URL(server.url);
  await send(page, 'updateSettings', {
    welcomed: true, engine: 'server', preset: 'other', baseUrl: server.baseUrl, chatModel: 'bench', sendAcceptedHosts: [host.host, host.hostname, host.origin],
  });
  const tabId = await page.evaluate(async (wanted) => (await chrome.tabs.query({ url: `${wanted}*` }))[0]?.id, url);
  await page.close();
  if (tabId === undefined) throw new Error(`No tab shows ${url}.`);
  return tabId;
}

/** Calls the background from one of Docent's own pages. */
export async function send(page: Page, name: string, input: object): Promise<unknown> {
  const reply = await page.evaluate((message) => chrome.runtime.sendMessage(message) as Promise<unknown>, { name, input });
  const { ok, value } = reply as { ok: boolean; value?: unknown };
  if (!ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
  return value;
}

/** Opens Docent's panel for the article, or the floor, in a tab in front: both as large, both in sight. */
export async function openFront({ docent, articleTabId }: Rig, file: 'sidepanel.html' | 'floor.html'): Promise<Page> {
  const page = await docent.browser.newPage();
  await page.goto(docent.pageUrl(`${file}?tabId=${articleTabId}`), { waitUntil: 'load' });
  await page.bringToFront();
  return page;
}
