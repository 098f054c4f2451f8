import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchWithExtension } from '../../scripts/driver/launch.ts';
import type { Row } from './table.ts';

const SETTLED = 1_000;

/** JavaScript that panel and popup really load at start, and what is put into every page. */
export async function measureScripts(extensionDir: string, executablePath: string): Promise<Row[]> {
  const docent = await launchWithExtension({ extensionDir, executablePath, headless: true });
  try {
    const rows: Row[] = [];
    for (const [page, name, most] of [['sidepanel.html', 'side panel', 60], ['popup.html', 'popup', 50]] as const) {
      const tab = await docent.browser.newPage();
      const files = new Set<string>();
      const session = await tab.createCDPSession();
      // The debugger tells of every script, those that other scripts import among them.
      session.on('Debugger.scriptParsed', ({ url }) => {
        if (url.startsWith(docent.pageUrl(''))) files.add(new URL(url).pathname);
      });
      await session.send('Debugger.enable');
      await tab.goto(docent.pageUrl(page), { waitUntil: 'load' });
      await new Promise((resolve) => setTimeout(resolve, SETTLED));
      if (files.size === 0) throw new Error(`${page} has loaded no script.`);
      const bytes = [...files].reduce((sum, path) => sum + gzipSync(readFileSync(join(extensionDir, path)), { level: 9 }).length, 0);
      rows.push({ what: `${name}: JavaScript loaded at start, gzip`, ours: bytes / 1_000, unit: 'kB', budget: { most } });
      await tab.close();
    }
    rows.push({ what: 'script injected into every page', ours: injectedBytes(extensionDir), floor: 0, unit: 'bytes', budget: { most: 0 } });
    return rows;
  } finally {
    await docent.browser.close();
  }
}

function injectedBytes(extensionDir: string): number {
  const { content_scripts: scripts = [] } = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as {
    content_scripts?: { js?: string[]; css?: string[] }[];
  };
  const files = scripts.flatMap(({ js = [], css = [] }) => [...js, ...css]);
  return files.reduce((sum, file) => sum + readFileSync(join(extensionDir, file)).length, 0);
}
