// First stage of every command: plain Node 20 without any package, so only `node:` modules may be imported here.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import process from 'node:process';

export const ROOT = resolve(import.meta.dirname, '..');

/** Runs TypeScript files as they are. */
const OLDEST_MAJOR = 24;
const windows = process.platform === 'win32';
const localNode = join(ROOT, 'node_modules/node/bin', windows ? 'node.exe' : 'node');
const binFolder = join(ROOT, 'node_modules/.bin');

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} */
function readLock(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
}

/** Whether node_modules holds exactly what package-lock.json asks for, by npm's own record of what it installed. */
export function packagesAreCurrent() {
  const record = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(record) || !existsSync(localNode)) return false;
  const installed = readLock(record);
  return Object.entries(readLock(join(ROOT, 'package-lock.json'))).every(
    ([path, wanted]) =>
      path === '' || installed[path]?.version === wanted.version || (!installed[path] && (wanted.optional || wanted.devOptional)),
  );
}

/**
 * Installs the packages if any is missing or outdated.
 * @throws {Error} with npm's last words when that fails.
 */
export function ensurePackages() {
  if (packagesAreCurrent()) return;
  console.log('Installing packages (npm ci) …');
  // npm must not run on the Node 24 inside node_modules, which it is about to delete.
  const PATH = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith(join('node_modules', '.bin'))).join(delimiter);
  /** @param {string[]} args */
  const npm = (...args) =>
    spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: ROOT,
      env: { ...process.env, PATH },
      shell: windows,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  let run = npm('ci');
  // Some registries lack optional packages of other platforms; a lock file written against one is refused by `npm ci`.
  if (run.stderr?.includes('EUSAGE')) run = npm('install', '--no-save');
  if (run.status !== 0) {
    const words = `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`.trim().split('\n').slice(0, 40).join('\n');
    throw new Error(`The packages could not be installed (npm ended with ${run.status}):\n${words}`);
  }
}

/** The environment in which tools find the packages' programs and the packages' own Node first. */
export function toolEnvironment() {
  const PATH = process.env.PATH ?? '';
  return { ...process.env, PATH: PATH.startsWith(binFolder) ? PATH : `${binFolder}${delimiter}${PATH}` };
}

/**
 * Makes sure that packages are installed, then goes on in a Node that the tools can run on.
 * Returns only in that Node; otherwise the present script is run again there and this process ends with its exit code.
 * @throws {Error} when packages cannot be installed.
 */
export function enterToolchain() {
  ensurePackages();
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) {
    process.env.PATH = toolEnvironment().PATH;
    return;
  }
  const again = spawnSync(localNode, process.argv.slice(1), { stdio: 'inherit', env: toolEnvironment() });
  process.exit(again.status ?? 1);
}

/**
 * Runs a command of this folder and turns what it throws into one sentence and exit code 1.
 * @param {() => Promise<number> | number} main resolves to the exit code
 */
export async function runCommand(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
