// `npm run bench [-- --quick] [--extraction DIR]`: measures the budgets and prints them as one table.
import process from 'node:process';
import { ensureChromium } from './browsers.mjs';
import { enterToolchain, runCommand } from './packages.mjs';

await runCommand(async () => {
  enterToolchain();
  const { bench } = await import('../test/bench/bench.ts');
  return bench(process.argv.slice(2), ensureChromium());
});
