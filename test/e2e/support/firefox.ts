import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { findFirefox } from '../../../scripts/browsers.mjs';
import { Marionette } from './marionette.ts';

/** Path of Firefox, if there is one. */
export const firefoxPath = findFirefox();

/** Address part of the extension, fixed so that its pages can be opened by name. */
const UUID = '7f1c2f0e-3f4d-4c1b-9d6a-5a0c0e5d0c11';

export interface Firefox extends AsyncDisposable {
  marionette: Marionette;
  /** Folder of its profile, which goes with it. */
  profile: string;
  /** Address of one of Docent's own pages. */
  pageUrl(page: string): string;
  /** Identifier of Docent's sidebar for the browser's own `SidebarController`. */
  sidebarId: string;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function writePreferences(profile: string, preferences: Record<string, string | number | boolean>): void {
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
}

interface FirefoxLaunch {
  env?: Record<string, string | undefined>;
  /** Preferences beside those of all tests. */
  preferences?: Record<string, string | number | boolean>;
  /** Folder of a profile that outlives the browser, and in which the extension keeps what it has stored. */
  profile?: string;
}

/** Starts Firefox with a fresh profile, or a given one, installs the built extension and connects. */
export async function launchFirefox({ env = process.env, preferences = {}, profile: kept }: FirefoxLaunch = {}): Promise<Firefox> {
  if (!firefoxPath) throw new Error('No Firefox here.');
  const build = inject('firefoxBuild');
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { browser_specific_settings: { gecko: { id: string } } };
  const { id } = manifest.browser_specific_settings.gecko;
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'docent-firefox-'));
  const port = await findFreePort();
  writePreferences(profile, {
    'marionette.port': port,
    'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
    'intl.locale.requested': 'en-US',
    'network.dns.localDomains': 'news.test',
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.enabled': false,
    // An extension that is installed for a test is gone as the browser ends, and would take along what it has stored.
    ...(kept ? { 'extensions.webextensions.keepStorageOnUninstall': true, 'extensions.webextensions.keepUuidOnUninstall': true } : {}),
    ...preferences,
  });
  const child = spawn(firefoxPath, ['-headless', '-marionette', '-remote-allow-system-access', '-no-remote', '-profile', profile], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, MOZ_REMOTE_ALLOW_SYSTEM_ACCESS: '1' },
  });
  const gone = new Promise<void>((resolve) => { child.once('exit', () => { resolve(); }); });
  const close = async () => {
    child.kill();
    await gone;
    if (!kept) rmSync(profile, { recursive: true, force: true });
  };
  try {
    // Firefox says so on its output as soon as its remote control listens.
    await new Promise<void>((resolve, reject) => {
      let output = '';
      const listen = (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Listening on port')) resolve();
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => { reject(new Error(`Firefox ended early:\n${output}`)); });
    });
    const marionette = await Marionette.connect(port);
    await marionette.send('Addon:Install', { path: build, temporary: true });
    return {
      marionette,
      profile,
      pageUrl: (page) => `moz-extension://${UUID}/${page}`,
      sidebarId: `${id.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-sidebar-action`,
      async [Symbol.asyncDispose]() {
        marionette[Symbol.dispose]();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
