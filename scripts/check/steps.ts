import { join } from 'node:path';
import type { Step } from './step.ts';
import { LOGS } from './step.ts';

/** Builds under test stand apart, so that a check does not overwrite what a running browser has loaded. */
const BUILDS = '.output/check';

interface AddonReport {
  warnings: { code: string; message: string; file?: string; line?: number }[];
}

/** Warnings of `web-ext lint`, a line each. */
function addonWarnings(output: string): string[] {
  try {
    const report = JSON.parse(output.slice(output.indexOf('{'))) as AddonReport;
    return report.warnings.map(({ code, message, file, line }) => `warning ${code} ${file ?? ''}${line ? `:${line}` : ''} ${message}`);
  } catch {
    return [];
  }
}

function vitest(name: string, config: string, after: string[], more: Partial<Step> = {}): Step {
  const report = join(LOGS, `${name.replaceAll(' ', '-')}.json`);
  const command: Step['command'] = ['vitest', 'run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, command, after, report, ...more };
}

/** All checks, in the order in which they are begun. Builds wait for what reads `.wxt`, which a build rewrites. */
export function listSteps(): Step[] {
  const builds = { DOCENT_OUT_DIR: BUILDS };
  return [
    { name: 'prepare', command: ['wxt', 'prepare'], after: [] },
    { name: 'types', command: ['tsc', '--noEmit'], after: ['prepare'] },
    { name: 'lint', command: ['eslint', '.'], after: ['prepare'] },
    { name: 'dead code', command: ['knip'], after: ['prepare'] },
    vitest('unit tests', 'vitest.config.ts', ['prepare']),
    { name: 'build for Chromium', command: ['wxt', 'build'], after: ['types', 'lint', 'dead code'], env: builds },
    {
      name: 'build for Firefox',
      command: ['wxt', 'build', '-b', 'firefox', '--mv3'],
      after: ['build for Chromium', 'unit tests'],
      env: builds,
    },
    {
      name: 'web-ext lint',
      command: ['web-ext', 'lint', '--source-dir', `${BUILDS}/firefox-mv3`, '--output', 'json', '--no-config-discovery'],
      after: ['build for Firefox'],
      needs: ['build for Firefox'],
      remarks: addonWarnings,
    },
    vitest('browser tests', 'vitest.e2e.config.ts', ['build for Firefox'], {
      needs: ['build for Chromium'],
      env: { DOCENT_CHROMIUM_BUILD: `${BUILDS}/chrome-mv3`, DOCENT_FIREFOX_BUILD: `${BUILDS}/firefox-mv3` },
    }),
  ];
}
