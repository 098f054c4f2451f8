import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Docent } from '../driver/launch.ts';
import { launchWithExtension } from '../driver/launch.ts';
import { configureServer } from '../driver/settings.ts';
import { openPanel, openPopup, press } from '../driver/windows.ts';
import { ROOT } from '../packages.mjs';
import { buildExtension, permitServer } from './extension.ts';
import { followAnswer } from './follow-answer.ts';
import { serveFolder } from './serve-folder.ts';

const SHOTS = join(ROOT, '.output/screenshots');

interface OpenedPage {
  url: string;
  /** Ends what serves the page, if anything does. */
  close(): void;
}

/** The page to open: an address of the web, a local HTML file, or the bundled sample article. */
async function choosePage(wish: string | undefined): Promise<OpenedPage> {
  if (wish && /^(https?|about|chrome|data):/i.test(wish)) return { url: wish, close: () => {} };
  const file = wish === undefined ? join(ROOT, 'test/fixtures/sample/index.html') : resolve(wish);
  if (!existsSync(file)) {
    if (wish && /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(wish)) return { url: `https://${wish}`, close: () => {} };
    throw new Error(`There is no file ${file}. Give a web address (https://…) or a local HTML file.`);
  }
  const { origin, server } = await serveFolder(dirname(file));
  return { url: `${origin}/${encodeURIComponent(basename(file))}`, close: () => { server.close(); server.closeAllConnections(); } };
}

/** Does the main job through the real popup: prints the answer as it arrives, photographs popup and side panel. */
async function summarize(docent: Docent, url: string): Promise<void> {
  const page = await docent.browser.newPage();
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  const popup = await openPopup(docent, page);
  await press(popup, 'button', 'Summarize page');
  await followAnswer(popup, (text) => process.stdout.write(text));
  mkdirSync(SHOTS, { recursive: true });
  const shots = { popup: join(SHOTS, 'start-popup.png'), panel: join(SHOTS, 'start-panel.png') } as const;
  await popup.screenshot({ path: shots.popup });
  const panel = await openPanel(docent, popup);
  await panel.waitForSelector('article');
  await panel.screenshot({ path: shots.panel });
  console.log(`\nScreenshots:\n  ${shots.popup}\n  ${shots.panel}`);
}

/**
 * `npm start`: builds Docent and opens it on a page; without a display, or with `--headless`, does the main job itself.
 * `DOCENT_BASE_URL`, `DOCENT_API_KEY` and `DOCENT_MODEL` choose a server.
 * @returns exit code
 */
export async function start(args: string[], executablePath: string): Promise<number> {
  const { DOCENT_BASE_URL: baseUrl, DOCENT_API_KEY: key, DOCENT_MODEL: model, DISPLAY, WAYLAND_DISPLAY } = process.env;
  const headless = args.includes('--headless') || (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY);
  const page = await choosePage(args.find((arg) => !arg.startsWith('--')));
  console.log('Building Docent …');
  const built = buildExtension();
  console.log(`Opening ${page.url} in ${executablePath}${headless ? ' (headless)' : ''} …`);
  const docent = await launchWithExtension({
    extensionDir: baseUrl ? permitServer(built, baseUrl) : built,
    executablePath,
    headless,
    args: ['--lang=en-US', ...(headless ? ['--window-size=1280,900'] : [])],
    env: { ...process.env, LANGUAGE: 'en' },
  });
  try {
    if (baseUrl || key || model) await configureServer(docent, { baseUrl, key, model });
    if (headless) {
      await summarize(docent, page.url);
    } else {
      const [first] = await docent.browser.pages();
      await (first ?? (await docent.browser.newPage())).goto(page.url);
      console.log('Docent is the button behind the puzzle piece in the toolbar, or Alt+Shift+D. Close the browser to end.');
      await new Promise<void>((done) => docent.browser.once('disconnected', () => { done(); }));
    }
    return 0;
  } finally {
    await docent.browser.close();
    page.close();
  }
}
