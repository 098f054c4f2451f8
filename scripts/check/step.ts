import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  /** What to show of a step that failed: all it printed, or of tests those that failed. */
  output: string;
}

/** What is read of Vitest's JSON report. */
interface TestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; message: string; assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[];
}

type Figures = Omit<StepResult, 'name' | 'seconds'>;

/** Longest time a step may take, so that one that hangs cannot hide the others. */
const LIMIT_MS = 60 * 60_000;

/** The tests that failed, with their files and messages; and the files that could not be loaded. */
function listFailures(report: TestReport): string {
  return report.testResults
    .flatMap(({ name, message, assertionResults }) => [
      ...(message ? [`${relative(ROOT, name)}\n${message}`] : []),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => [`${relative(ROOT, name)} > ${fullName}`, ...failureMessages].join('\n')),
    ])
    .join('\n\n');
}

/** Figures of Vitest's JSON report; a file that could not even be loaded counts as one failure. */
function readReport(path: string, exitCode: number, output: string): Figures {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as TestReport;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests || (exitCode === 0 ? 0 : 1),
      skipped: report.numPendingTests + report.numTodoTests,
      // Without a test to blame (an error outside all tests) what was printed is all there is.
      output: listFailures(report) || output,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, output };
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
      const alone = { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0, output };
      const figures = step.report ? readReport(step.report, exitCode, output) : alone;
      resolve({ name: step.name, ...figures, seconds: (performance.now() - started) / 1000 });
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
