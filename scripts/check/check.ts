import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, toolEnvironment } from '../packages.mjs';
import type { Step, StepResult } from './step.ts';
import { LOGS, runStep } from './step.ts';
import { listSteps } from './steps.ts';

export interface Browsers {
  chromium: string;
  firefox: string | undefined;
  /** Xvfb and what drives a browser in it are there. */
  virtualDisplay: boolean;
  /** A speech service and a sound server are there. */
  speech: boolean;
  /** A session bus, and what speaks over it, are there. */
  media: boolean;
}

/** Two steps at a time: most of them use one core. */
const LANES = 2;

function showResult(result: StepResult, remarks: string[]): void {
  const count = result.passed + result.failed + result.skipped;
  const figures = count > 1 ? `, ${result.passed} of ${count} passed${result.skipped ? `, ${result.skipped} skipped` : ''}` : '';
  console.log(`${result.failed ? 'FAIL' : ' ok '}  ${result.name}  (${result.seconds.toFixed(1)} s${figures})`);
  if (result.failed) console.log(result.output.trimEnd().replace(/^/gm, '      | '));
  for (const line of remarks) console.log(`      ${line}`);
}

/** Runs every step, each as early as those before it allow, and shows each as it ends. */
async function runAll(steps: Step[], env: NodeJS.ProcessEnv): Promise<StepResult[]> {
  const results = new Map<string, StepResult>();
  const running = new Map<string, Promise<void>>();
  const waiting = [...steps];
  const finish = (step: Step, result: StepResult) => {
    results.set(step.name, result);
    running.delete(step.name);
    showResult(result, step.remarks?.(result.output) ?? []);
  };
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex((step) => step.after.every((name) => results.has(name)));
    if (next >= 0 && running.size < LANES) {
      const [step] = waiting.splice(next, 1) as [Step];
      const broken = step.needs?.filter((name) => results.get(name)?.failed);
      if (broken?.length) {
        finish(step, { name: step.name, passed: 0, failed: 1, skipped: 0, seconds: 0, output: `Not run, because this failed: ${broken.join(', ')}.` });
      } else {
        running.set(step.name, runStep(step, env).then((result) => { finish(step, result); }));
      }
    } else {
      await Promise.race(running.values());
    }
  }
  return [...results.values()];
}

/**
 * Runs all checks and prints `N passed, N failed` (and `, N skipped` where a browser is missing) as the last line.
 * @returns exit code
 */
export async function check(browsers: Browsers): Promise<number> {
  const started = performance.now();
  mkdirSync(LOGS, { recursive: true });
  const env: NodeJS.ProcessEnv = {
    ...toolEnvironment(),
    PUPPETEER_EXECUTABLE_PATH: browsers.chromium,
    DOCENT_FIREFOX: browsers.firefox ?? '',
    DOCENT_VIRTUAL_DISPLAY: browsers.virtualDisplay ? '1' : '',
    NO_COLOR: '1',
  };
  delete env.FORCE_COLOR;
  const results = await runAll(listSteps(), env);
  const sum = (field: 'passed' | 'failed' | 'skipped') => results.reduce((total, result) => total + result[field], 0);
  if (!browsers.firefox) console.log('No Firefox here: its browser tests were skipped.');
  if (!browsers.virtualDisplay) console.log('No Xvfb, openbox, xdotool and ImageMagick here: the headed browser tests were skipped.');
  if (!browsers.speech) console.log('No speech-dispatcher, espeak-ng and PulseAudio here: the tests of system voices were skipped.');
  if (!browsers.media) console.log('No dbus-daemon and gdbus here: the tests of media keys were skipped.');
  console.log(`All in ${((performance.now() - started) / 1000).toFixed(0)} s; full output in ${join(LOGS).slice(ROOT.length + 1)}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`);
  return sum('failed') ? 1 : 0;
}
