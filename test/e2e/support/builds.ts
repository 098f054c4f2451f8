import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';

const OUT = '.output/check';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the extension built for Chromium. */
    chromiumBuild: string;
    /** Folder of the extension built for Firefox. */
    firefoxBuild: string;
  }
}

function build(given: string | undefined, folder: string, ...args: string[]): string {
  if (!given) execFileSync('wxt', ['build', ...args], { env: { ...process.env, DOCENT_OUT_DIR: OUT, NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'inherit'] });
  return resolve(given || `${OUT}/${folder}`);
}

/** Builds the extension once for all browser tests, unless builds are given. */
export default function setup(project: TestProject): void {
  project.provide('chromiumBuild', build(process.env.DOCENT_CHROMIUM_BUILD, 'chrome-mv3'));
  project.provide('firefoxBuild', build(process.env.DOCENT_FIREFOX_BUILD, 'firefox-mv3', '-b', 'firefox', '--mv3'));
}
