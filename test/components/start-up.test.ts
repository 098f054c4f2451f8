import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

/** The modules that a window has loaded before it can draw itself: all that is imported, and not by `import()`. */
async function loadedAtStart(entry: string): Promise<string[]> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '~': process.cwd() } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { write: false, minify: false, rolldownOptions: { input: entry, external: [/^wxt/], preserveEntrySignatures: 'strict' } },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  const chunks = output.filter((file) => file.type === 'chunk');
  const wanted = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of wanted) for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) wanted.add(next);
  return chunks.filter(({ fileName }) => wanted.has(fileName)).flatMap(({ modules }) => Object.keys(modules));
}

it.each(['components/chat/panel.tsx', 'components/page/popup.tsx'])('%s draws itself before schemas and answers are loaded', async (entry) => {
  const modules = await loadedAtStart(entry);
  expect(modules.some((id) => id.endsWith(entry))).toBe(true);
  expect(modules.filter((id) => /node_modules\/zod\/|\/shared\/zod\.ts|\/chat\/answer\.tsx|\/markdown\//.test(id))).toEqual([]);
});
