import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'puppeteer';
import { findProgram } from '../../../scripts/browsers.mjs';

/** Whether a headed browser can be shown and driven here without a screen. */
export const canShow = ['Xvfb', 'openbox', 'xdotool', 'import'].every((program) => findProgram(program));

/** A screen of its own, with a window manager, a keyboard and a mouse. */
export interface Display extends AsyncDisposable {
  /** Environment of programs that shall appear on it. */
  env: Record<string, string | undefined>;
  /** Presses keys one after the other, as `xdotool` names them: `alt+shift+s`, `Down`, `Return`. */
  type(...keys: string[]): void;
  /** Clicks into a page until it has the keyboard. A browser that has just opened may not listen yet. */
  focus(page: Page): Promise<void>;
  /** Clicks a place of what a page shows, also where that is the browser's own. */
  click(page: Page, at: { x: number; y: number }): Promise<void>;
  /** Opens the context menu of an element of a page with the right mouse button. */
  openMenu(page: Page, selector: string): Promise<void>;
  /** Waits until what is on the screen has come to rest. */
  untilStill(): Promise<void>;
  /**
   * Does something and waits until a prompt of the browser's own stands over a page, at rest: pages are not always told of it.
   * What is given tells whether it still does.
   */
  untilCovered(page: Page, ask: () => Promise<void>): Promise<() => boolean>;
  /** Red, green and blue in the middle of what a page shows. */
  readColour(page: Page): Promise<number[]>;
  /** Saves what is on the screen to `.output/screenshots`. */
  photograph(name: string): void;
}

async function endProcess(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
}

/** The number that Xvfb writes to its third pipe once it accepts connections. */
async function readDisplayNumber(pipe: Readable): Promise<string> {
  let text = '';
  for await (const chunk of pipe) {
    text += String(chunk);
    if (text.includes('\n')) return text.trim();
  }
  throw new Error('Xvfb did not start.');
}

/** Where a page stands on the screen, at the left of a window that may have a panel at its right. */
function findPlace(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  return page.evaluate(() => ({ x: window.screenX, y: window.screenY + window.outerHeight - window.innerHeight, width: window.innerWidth, height: window.innerHeight }));
}

/** Starts Xvfb and openbox. */
export async function openDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = `:${await readDisplayNumber(server.stdio[3] as Readable)}`;
  const env = { ...process.env, DISPLAY: display, WAYLAND_DISPLAY: undefined };
  const windowManager = spawn('openbox', { env, stdio: 'ignore' });
  const listWindows = () => run('xdotool', 'search', '--onlyvisible', '--name', '.*').trim().split('\n');
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  /** The screen, or a part of it (`WxH+X+Y`), three bytes a pixel. */
  const readPixels = (part?: string) =>
    execFileSync('import', ['-window', 'root', ...(part ? ['-crop', part] : []), '-depth', '8', 'rgb:-'], { env, maxBuffer: 64 * 2 ** 20, stdio: ['ignore', 'pipe', 'ignore'] });
  /** Fingerprint of the same. */
  const look = (part?: string) => createHash('sha1').update(readPixels(part)).digest('hex');
  /** Does something and waits until a window that was not there before is on the screen. */
  const untilWindow = async (open: () => void) => {
    const before = new Set(listWindows());
    open();
    // The X server has no word for it that xdotool could wait for.
    const end = performance.now() + 60_000;
    while (listWindows().every((id) => before.has(id))) {
      if (performance.now() > end) throw new Error('No window has opened.');
      await setTimeout(50);
    }
  };
  const untilStill = async () => {
    for (let before = '', now = look(); now !== before; ) {
      await setTimeout(200);
      before = now;
      now = look();
    }
  };
  return {
    env,
    type: (...keys) => {
      for (const key of keys) run('xdotool', 'key', '--clearmodifiers', key);
    },
    async focus(page) {
      while (!(await page.evaluate(() => document.hasFocus()))) {
        await page.mouse.click(4, 4);
        await setTimeout(100);
      }
    },
    async click(page, at) {
      const { x, y } = await findPlace(page);
      run('xdotool', 'mousemove', String(x + at.x), String(y + at.y), 'click', '1');
    },
    async openMenu(page, selector) {
      const at = await page.$eval(selector, (element) => {
        const box = element.getBoundingClientRect();
        return {
          x: window.screenX + (window.outerWidth - window.innerWidth) / 2 + box.x + Math.min(box.width / 2, 40),
          y: window.screenY + window.outerHeight - window.innerHeight + box.y + box.height / 2,
        };
      });
      await untilWindow(() => {
        run('xdotool', 'mousemove', String(Math.round(at.x)), String(Math.round(at.y)), 'click', '3');
      });
      // Until it has come up, keys go to the page.
      await untilStill();
    },
    untilStill,
    async untilCovered(page, ask) {
      await untilStill();
      const { x, y, width, height } = await findPlace(page);
      const part = `${width}x${height}+${x}+${y}`;
      const before = look(part);
      await ask();
      const end = performance.now() + 60_000;
      while (look(part) === before) {
        if (performance.now() > end) throw new Error('No prompt has come.');
        await setTimeout(50);
      }
      await untilStill();
      return () => look(part) !== before;
    },
    async readColour(page) {
      const { x, y, width, height } = await findPlace(page);
      return [...readPixels(`1x1+${x + Math.round(width / 2)}+${y + Math.round(height / 2)}`)];
    },
    photograph(name) {
      mkdirSync('.output/screenshots', { recursive: true });
      run('import', '-window', 'root', `.output/screenshots/${name}.png`);
    },
    async [Symbol.asyncDispose]() {
      await endProcess(windowManager);
      await endProcess(server);
    },
  };
}
