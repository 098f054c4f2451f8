import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Page } from 'puppeteer';
import { findProgram } from '../../../scripts/browsers.mjs';

/** Whether a headed browser can be shown and driven here without a screen. */
export const canShow = ['Xvfb', 'openbox', 'xdotool'].every((program) => findProgram(program));

/** A screen of its own, with a window manager, a keyboard and a mouse. */
export interface Display extends AsyncDisposable {
  /** Environment of programs that shall appear on it. */
  env: Record<string, string | undefined>;
  /** Presses keys one after the other, as `xdotool` names them: `alt+shift+s`, `Down`, `Return`. */
  type(...keys: string[]): void;
  /** Clicks the right mouse button on the middle of an element of a page. */
  rightClick(page: Page, selector: string): Promise<void>;
  /** Titles of all windows, menus and prompts included. */
  windows(): string[];
  /** Saves what is on the screen to `.output/screenshots`, if ImageMagick is there. */
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

/** Starts Xvfb and openbox. */
export async function openDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = `:${await readDisplayNumber(server.stdio[3] as Readable)}`;
  const env = { ...process.env, DISPLAY: display, WAYLAND_DISPLAY: undefined };
  const windowManager = spawn('openbox', { env, stdio: 'ignore' });
  const run = (program: string, ...args: string[]) => execFileSync(program, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return {
    env,
    type: (...keys) => {
      for (const key of keys) run('xdotool', 'key', '--clearmodifiers', key);
    },
    async rightClick(page, selector) {
      const at = await page.$eval(selector, (element) => {
        const box = element.getBoundingClientRect();
        return {
          x: window.screenX + (window.outerWidth - window.innerWidth) / 2 + box.x + Math.min(box.width / 2, 40),
          y: window.screenY + window.outerHeight - window.innerHeight + box.y + box.height / 2,
        };
      });
      run('xdotool', 'mousemove', String(Math.round(at.x)), String(Math.round(at.y)), 'click', '3');
    },
    windows: () => run('xdotool', 'search', '--onlyvisible', '--name', '.*').trim().split('\n').map((id) => run('xdotool', 'getwindowname', id).trim()),
    photograph(name) {
      if (findProgram('import')) run('import', '-window', 'root', `.output/screenshots/${name}.png`);
    },
    async [Symbol.asyncDispose]() {
      await endProcess(windowManager);
      await endProcess(server);
    },
  };
}
