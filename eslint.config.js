import { readdirSync } from 'node:fs';

import { importX } from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import tseslint from 'typescript-eslint';

/** Who may import whom: folder -> folders of ours it may import (README, "Layout of the house"). */
const HOUSE = {
  'lib/shared': [],
  'lib/i18n': ['lib/shared'],
  'lib/audio': ['lib/shared'],
  'lib/api': ['lib/shared', 'lib/audio'],
  'lib/guard': ['lib/shared'],
  'lib/masking': ['lib/shared'],
  'lib/page': ['lib/shared'],
  'lib/pdf': ['lib/shared', 'lib/page'],
  'lib/image': ['lib/shared'],
  'lib/tasks': ['lib/shared'],
  'lib/speech': ['lib/shared'],
  'lib/audio-host': ['lib/shared'],
  'lib/messaging': ['lib/shared'],
  'lib/storage': ['lib/shared'],
  'lib/platform': ['lib/shared', 'lib/i18n'],
  'lib/background': ['lib/shared', 'lib/i18n', 'lib/audio', 'lib/api', 'lib/image', 'lib/guard', 'lib/masking', 'lib/tasks', 'lib/speech', 'lib/messaging', 'lib/storage'],
  components: ['lib/shared', 'lib/i18n', 'lib/messaging', 'lib/tasks'],
};

/** Globals that a folder must not touch, so that it stays testable and knows only its own field. */
const EXTENSION = ['browser', 'chrome'];
const DOM = ['document', 'window'];
const NETWORK = ['fetch', 'XMLHttpRequest', 'WebSocket'];
const FORBIDDEN_GLOBALS = {
  'lib/shared': [...EXTENSION, ...DOM, ...NETWORK],
  'lib/audio': [...EXTENSION, ...DOM, ...NETWORK],
  'lib/api': [...EXTENSION, ...DOM],
  'lib/page': [...EXTENSION, ...NETWORK],
  'lib/pdf': [...EXTENSION, ...NETWORK],
  'lib/guard': [...EXTENSION, ...DOM, ...NETWORK],
  'lib/masking': [...EXTENSION, ...DOM, ...NETWORK],
  'lib/image': [...EXTENSION, ...DOM, ...NETWORK],
  'lib/tasks': [...EXTENSION, ...DOM, ...NETWORK],
  'lib/speech': [...EXTENSION, ...DOM, ...NETWORK],
  'lib/audio-host': [...EXTENSION, ...NETWORK],
  components: [...NETWORK],
};

const MAY_USE_BROWSER = ['lib/i18n', 'lib/messaging', 'lib/storage', 'lib/background', 'lib/platform', 'entrypoints'];

const inLib = (folders) => folders.filter((folder) => folder.startsWith('lib/')).map((folder) => `./${folder.slice(4)}`);

const zones = Object.entries(HOUSE).flatMap(([folder, allowed]) => [
  {
    target: `./${folder}`,
    from: './lib',
    except: inLib([folder, ...allowed]),
    message: `${folder} may import only: ${allowed.join(', ') || 'nothing of ours'}.`,
  },
  { target: `./${folder}`, from: './entrypoints', message: 'Entrypoints are wiring; nothing imports them.' },
  ...(folder === 'components' ? [] : [{ target: `./${folder}`, from: './components' }]),
]);
const entrypoints = readdirSync(new URL('./entrypoints/', import.meta.url));
for (const one of entrypoints) {
  for (const other of entrypoints) {
    if (one !== other) zones.push({ target: `./entrypoints/${one}`, from: `./entrypoints/${other}`, message: 'Entrypoints do not import each other.' });
  }
}

export default tseslint.config(
  { ignores: ['.output', '.wxt', 'node_modules', '.cache'] },
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[property.name=/^(innerHTML|outerHTML)$/]", message: 'Model output and page text never become HTML.' },
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Model output and page text never become HTML.' },
      ],
    },
    settings: { 'import-x/resolver': { typescript: true } },
  },
  ...Object.entries(FORBIDDEN_GLOBALS).map(([folder, names]) => ({
    files: [`${folder}/**/*.{ts,tsx}`],
    rules: { 'no-restricted-globals': ['error', ...names] },
  })),
  ...['lib', 'components'].map((top) => ({
    files: [`${top}/**/*.{ts,tsx}`],
    ignores: MAY_USE_BROWSER.map((folder) => `${folder}/**`),
    rules: {
      'no-restricted-imports': ['error', { paths: [
        { name: 'wxt/browser', message: 'Only messaging, storage, background, i18n and entrypoints know the browser.' },
        { name: 'zod', message: 'Import z from lib/shared/zod.' }, { name: 'zod/mini', message: 'Import z from lib/shared/zod.' },
      ] }],
    },
  })),
  { files: ['lib/shared/zod.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['components/**/*.tsx', 'entrypoints/**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  { files: ['**/*.{js,mjs,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
