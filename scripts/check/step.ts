import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../packages.mjs';

/** Where the full output of every step is kept. */
export const LOGS = join(ROOT, '.output/logs');

export interface Step {
  name: string;
  /** Program of the packages and its arguments. */
  command: [string, ...string[]];
  /** Steps that must have ended before. */
  after: string[];
  /** Steps without whose success this one cannot run. */
  needs?: string[];
  /** Path of Vitest's JSON report: the step counts as many tests as there are in it, instead of one. */
  report?: string;
  /** Lines worth showing even when all is well. */
  remarks?: (output: string) => string[];
  env?: Record<string, string>;
}

export interface StepResult {
  name: string;
  passed: number;
  failed: number;
  skipped: number;
  seconds: number;
  output: string;
}

/** Longest time a step may take, so that one that hangs cannot hide the others. */
const LIMIT_MS = 9 * 60_000;

/** Figures of Vitest's JSON report; a file that could not even be loaded counts as one failure. */
function readReport(path: string, exitCode: number): { passed: number; failed: number; skipped: number } {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as Record<string, number>;
    const failed = report.numFailedTests ?? 0;
    return {
      passed: report.numPassedTests ?? 0,
      failed: failed === 0 && exitCode !== 0 ? 1 : failed,
      skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Runs one step to its end; never throws. */
export function runStep(step: Step, env: NodeJS.ProcessEnv): Promise<StepResult> {
  const started = performance.now();
  const log = createWriteStream(join(LOGS, `${step.name.replaceAll(' ', '-')}.log`));
  if (step.report) rmSync(step.report, { force: true });
  return new Promise((resolve) => {
    const [program, ...args] = step.command;
    let output = '';
    const keep = (chunk: string) => {
      output += chunk;
      log.write(chunk);
    };
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...env, ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      timeout: LIMIT_MS,
    });
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const end = (exitCode: number) => {
      log.end();
      const alone = { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
      const figures = step.report ? readReport(step.report, exitCode) : alone;
      resolve({ name: step.name, ...figures, seconds: (performance.now() - started) / 1000, output });
    };
    child.on('error', (error) => {
      keep(`${error.message}\n`);
      end(1);
    });
    child.on('close', (code, signal) => {
      if (signal) keep(`Ended by ${signal}.\n`);
      end(code ?? 1);
    });
  });
}
