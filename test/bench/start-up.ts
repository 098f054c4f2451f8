import { launchWithExtension } from '../../scripts/driver/launch.ts';
import { median, type Row } from './table.ts';

interface StartUp {
  /** First contentful paint. */
  paint: number;
  /** The field to write in is there. */
  ready: number;
}

/** Panel and blank page, each opened first thing in a fresh profile, in turns. */
export async function measureStartUp(extensionDir: string, executablePath: string, rounds: number): Promise<Row[]> {
  const ours: StartUp[] = [];
  const floor: StartUp[] = [];
  for (let round = 0; round < rounds; round++) {
    floor.push(await openFresh(extensionDir, executablePath, 'blank.html'));
    ours.push(await openFresh(extensionDir, executablePath, 'sidepanel.html'));
  }
  const row = (what: string, of: (times: StartUp) => number, timesFloor: number): Row => ({
    what: `panel, fresh profile: ${what}`, ours: median(ours.map(of)), floor: median(floor.map(of)), unit: 'ms', budget: { timesFloor },
  });
  return [row('first contentful paint', ({ paint }) => paint, 1.6), row('input ready', ({ ready }) => ready, 2.5)];
}

async function openFresh(extensionDir: string, executablePath: string, file: string): Promise<StartUp> {
  const docent = await launchWithExtension({ extensionDir, executablePath, headless: true });
  try {
    const page = await docent.browser.newPage();
    await page.evaluateOnNewDocument(() => {
      const times = { ready: 0 };
      Object.assign(globalThis, { times });
      new MutationObserver((_, observer) => {
        if (!document.querySelector('textarea')) return;
        times.ready = performance.now();
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(docent.pageUrl(file), { waitUntil: 'load' });
    const paint = await page.evaluate(
      () => new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
    );
    await page.waitForSelector('textarea');
    const ready = await page.evaluate(() => (globalThis as unknown as { times: { ready: number } }).times.ready);
    return { paint, ready };
  } finally {
    await docent.browser.close();
  }
}
