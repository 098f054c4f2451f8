// `npm start [URL or FILE] [-- --headless]`: from a fresh clone to a summarized page.
import process from 'node:process';
import { ensureChromium } from './browsers.mjs';
import { enterToolchain, runCommand } from './packages.mjs';

await runCommand(async () => {
  enterToolchain();
  const { start } = await import('./start/start.ts');
  return start(process.argv.slice(2), ensureChromium());
});
