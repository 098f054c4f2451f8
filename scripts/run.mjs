// `node scripts/run.mjs TOOL [ARGUMENTS]`: runs a tool of the packages, on a fresh clone as well.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { enterToolchain, ROOT, runCommand, toolEnvironment } from './packages.mjs';

await runCommand(() => {
  enterToolchain();
  const [tool, ...args] = process.argv.slice(2);
  if (!tool) throw new Error('Say which tool to run, for example: node scripts/run.mjs wxt build');
  const child = spawn(tool, args, { cwd: ROOT, env: toolEnvironment(), stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
});
