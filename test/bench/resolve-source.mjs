/** Lets plain Node run the sources: `~/` is the project's root, and extensions may be left out. */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const ours = specifier.startsWith('~/') || (specifier.startsWith('.') && !context.parentURL?.includes('/node_modules/'));
    if (!ours) return next(specifier, context);
    const target = specifier.startsWith('~/') ? new URL(specifier.slice(2), ROOT) : new URL(specifier, context.parentURL);
    const path = fileURLToPath(target);
    const file = [`${path}.ts`, `${path}/index.ts`].find((candidate) => existsSync(candidate));
    return file ? next(pathToFileURL(file).href, context) : next(specifier, context);
  },
});
