import { build } from 'vite';
import { expect, it } from 'vitest';
import { TASK_LIST } from '~/lib/tasks';

/** Builds an entry that imports one file, and returns the code. */
async function bundle(file: string, name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '~': process.cwd() } },
    build: { write: false, minify: false, rollupOptions: { input: 'entry', treeshake: true } },
    plugins: [{
      name: 'entry',
      resolveId: (id) => (id === 'entry' ? '\0entry' : undefined),
      load: (id) => (id === '\0entry' ? `import { ${name} } from '~/lib/tasks/${file}'; console.log(${name});` : undefined),
    }],
  });
  const [output] = Array.isArray(result) ? result : [result];
  return output && 'output' in output ? output.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('') : '';
}

const BEHAVIOUR = ['Intl.Segmenter', 'never an instruction', 'bulleted list'];

it('task metadata brings neither prompts nor summarizer into a page', async () => {
  const code = await bundle('meta.ts', 'TASK_META');
  expect(code).toContain('taskSummarizePage');
  for (const trace of BEHAVIOUR) expect(code).not.toContain(trace);
  expect(code.length).toBeLessThan(750 * TASK_LIST.length);
});

it('the registry brings them all', async () => {
  const code = await bundle('index.ts', 'TASKS');
  for (const trace of [...BEHAVIOUR, 'taskSummarizePage']) expect(code).toContain(trace);
});
