import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findMediaPrograms } from '../../../scripts/browsers.mjs';

/** Whether a session bus of a test's own can be had, over which Linux desktops pass media keys on and show what plays (MPRIS). */
export const hasSessionBus = findMediaPrograms();

const PLAYER = 'org.mpris.MediaPlayer2.Player';

export interface SessionBus extends AsyncDisposable {
  /** Environment of a browser that shall be reached over it. */
  env: Record<string, string | undefined>;
  /** A media key, as the desktop passes it on. */
  press(key: 'Play' | 'Pause' | 'Next' | 'Previous' | 'Stop'): void;
  /** What the desktop's media panel shows; `undefined` while no program plays. */
  look(): { status: string; title: string } | undefined;
}

/** Starts a session bus that one browser is to use. */
export async function startSessionBus(): Promise<SessionBus> {
  const folder = mkdtempSync(join(tmpdir(), 'docent-bus-'));
  const daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1', `--address=unix:path=${join(folder, 'bus')}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { value: address } = (await createInterface(daemon.stdout)[Symbol.asyncIterator]().next()) as { value?: string };
  if (!address) throw new Error('dbus-daemon did not start.');
  const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: address };
  const call = (to: string, path: string, method: string, ...args: string[]) =>
    execFileSync('gdbus', ['call', '--session', '--dest', to, '--object-path', path, '--method', method, ...args], { env, encoding: 'utf8' });
  const findBrowser = () => /org\.mpris\.MediaPlayer2\.[\w.]+/.exec(call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.ListNames'))?.[0];
  const callPlayer = (method: string, ...args: string[]) => {
    const browser = findBrowser();
    return browser && call(browser, '/org/mpris/MediaPlayer2', method, ...args);
  };
  return {
    env,
    press(key) {
      if (callPlayer(`${PLAYER}.${key}`) === undefined) throw new Error('Nothing plays that a media key could reach.');
    },
    look() {
      const shown = callPlayer('org.freedesktop.DBus.Properties.GetAll', PLAYER);
      if (shown === undefined) return undefined;
      const read = (pattern: RegExp) => pattern.exec(shown)?.[1] ?? '';
      return { status: read(/'PlaybackStatus': <'(\w+)'>/), title: read(/'xesam:title': <'([^']*)'>/) };
    },
    async [Symbol.asyncDispose]() {
      const gone = new Promise((resolve) => daemon.once('exit', resolve));
      daemon.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
