// Reads pages with the built extractor in a real Chromium, as the extension does: for the measurements.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer';
import { runnerImport } from 'vite';
import { findChromium } from './browsers.mjs';

export async function launchChromium() {
  return puppeteer.launch({
    executablePath: findChromium() ?? (await puppeteer.executablePath()),
    headless: true,
    pipe: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

let script;

/**
 * Opens `html` at `url`, scripts off and network blocked, and reads it `rounds` times in one document. `content` is the
 * last `ExtractedPage`, `times` are milliseconds from the script's first statement to the finished content.
 */
export async function readPage(browser, html, url, rounds) {
  script ??= readFileSync(builtExtractor(), 'utf8');
  const page = await browser.newPage();
  try {
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
      void (isPage ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html }) : request.abort());
    });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return await page.evaluate(readRepeatedly, script, rounds);
  } finally {
    await page.close();
  }
}

/** Runs in the page. */
async function readRepeatedly(source, rounds) {
  const times = [];
  let content;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    content = await (0, eval)(source);
    times.push(performance.now() - start);
  }
  return { content, times };
}

/** `inspectPage` of lib/guard, with which the background judges what was read. */
export async function loadInspector() {
  const root = path.resolve(import.meta.dirname, '..');
  const { module } = await runnerImport(path.join(root, 'lib/guard/instructions/inspect-page.ts'), { root, configFile: false, logLevel: 'error', resolve: { alias: { '~': root } } });
  return module.inspectPage;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Builds when the extractor is missing or older than its sources. */
function builtExtractor() {
  const root = path.resolve(import.meta.dirname, '..');
  const file = path.join(root, '.output/chrome-mv3/extract.js');
  const newest = spawnSync('find', ['lib/page', 'lib/shared', 'entrypoints/extract.ts', '-type', 'f', '-printf', '%T@\n'], { cwd: root, encoding: 'utf8' });
  const sources = Math.max(0, ...newest.stdout.split('\n').map(Number)) * 1000;
  if (!existsSync(file) || statSync(file).mtimeMs < sources) {
    const build = spawnSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build'], { cwd: root, encoding: 'utf8' });
    if (build.status !== 0) throw new Error(`The build failed:\n${build.stdout}${build.stderr}`);
  }
  return file;
}
