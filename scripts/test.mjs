// `npm test`: everything that can be checked, from a fresh clone, ending in one line of figures.
import { ensureChromium, ensureFirefox, ensureMediaPrograms, ensureSpeechPrograms, ensureVirtualDisplay } from './browsers.mjs';
import { enterToolchain, runCommand } from './packages.mjs';

await runCommand(async () => {
  enterToolchain();
  const { check } = await import('./check/check.ts');
  return check({
    chromium: ensureChromium(),
    firefox: ensureFirefox(),
    virtualDisplay: ensureVirtualDisplay(),
    speech: ensureSpeechPrograms(),
    media: ensureMediaPrograms(),
  });
});
