import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, toolEnvironment } from '../packages.mjs';

const OUT = join(ROOT, '.output');

/** Builds the extension for Chromium. @returns its folder */
export function buildExtension(): string {
  const run = spawnSync('wxt', ['build'], { cwd: ROOT, env: { ...toolEnvironment(), DOCENT_OUT_DIR: OUT }, encoding: 'utf8', shell: process.platform === 'win32' });
  if (run.status !== 0) throw new Error(`Docent could not be built:\n${run.stdout}${run.stderr}`);
  return join(OUT, 'chrome-mv3');
}

/**
 * A copy of the built extension that may call `baseUrl` without asking first. In the shop's version the reader is
 * asked; whoever names a server on the command line has answered already.
 */
export function permitServer(extensionDir: string, baseUrl: string): string {
  const origin = new URL(baseUrl);
  const copy = join(OUT, 'start');
  rmSync(copy, { recursive: true, force: true });
  cpSync(extensionDir, copy, { recursive: true });
  const manifestPath = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(`${origin.protocol}//${origin.hostname}/*`);
  writeFileSync(manifestPath, JSON.stringify(manifest));
  return copy;
}
