import { listPdfAssets } from './scripts/list-pdf-assets.mjs';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { leaveOutExamples } from './scripts/leave-out-examples.mjs';
import { PAGE_CHUNKS } from './scripts/page-chunks.mjs';

/** Hosts Docent may call without asking: the AI/ML API (contract section 1) and servers on this machine. */
const HOSTS = ['https://api.aimlapi.com/*', 'http://localhost/*', 'http://127.0.0.1/*', 'http://[::1]/*'];

/** `npm run dev` opens a browser where there is a screen; elsewhere it only watches and builds. */
const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const chromium = process.env.PUPPETEER_EXECUTABLE_PATH;

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  // Checks build apart from what a running browser has loaded.
  outDir: process.env.DOCENT_OUT_DIR ?? '.output',
  webExt: {
    disabled: !hasScreen,
    ...(chromium ? { binaries: { chrome: chromium } } : {}),
    // Chromium refuses its sandbox to root.
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  vite: () => ({
    plugins: [leaveOutExamples()],
    build: {
      target: 'es2023',
      // The oldest browsers that the manifest takes: they know `light-dark()`.
      cssTarget: ['chrome126', 'firefox140'],
      modulePreload: { polyfill: false },
      // Readability says nothing of side effects (it has none): without this the Chromium worker, which has no DOM, carries it unused.
      rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /@mozilla\/readability/, sideEffects: false }] } },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
  hooks: {
    'build:publicAssets': (_, files) => void files.push(...listPdfAssets()),
    // Pages take the metadata of tasks only, yet rolldown counts what tasks import as reached by them, and puts the rules for
    // ends of sentences (4 kB gzip), which popup and panel load later, into their first script: such imports end here.
    'vite:build:extendConfig': (entries, config) => {
      if (!entries.some(({ type }) => type === 'popup')) return;
      config.build = mergeConfig(config.build ?? {}, { rolldownOptions: { output: { codeSplitting: PAGE_CHUNKS } } });
      config.plugins?.push({
        name: 'docent:metadata-only',
        enforce: 'pre',
        transform: (code, id) =>
          /\/lib\/tasks\/[^/]+\.ts$/.test(id)
            ? { code: code.replace(/^import \{([^}]+)\} from '\.\/(?:prompt|quick-summary)\b[^']*';/gm, 'let $1;'), map: null }
            : undefined,
      });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab', 'scripting', 'storage', 'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen']),
    ],
    // Files of this computer: closed in Chromium until its reader turns on "Allow access to file URLs", and always in Firefox.
    host_permissions: browser === 'firefox' ? HOSTS : [...HOSTS, 'file:///*'],
    // Asked for where the reader chooses among all tabs.
    optional_permissions: ['tabs'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'docent@docent.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'], optional: ['websiteContent'] },
            },
          },
        }
      : { minimum_chrome_version: '126' }),
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+D' } },
      'summarize-page': {
        suggested_key: { default: 'Alt+Shift+S' },
        description: '__MSG_commandSummarizePage__',
      },
      'open-panel': {
        suggested_key: { default: 'Alt+Shift+O' },
        description: '__MSG_commandOpenPanel__',
      },
      // Chromium itself owns Alt+Shift+A.
      'read-aloud': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandReadAloud__',
      },
      // Chromium takes four suggested keys; this one is for readers to give a key of their own.
      'describe-region': { description: '__MSG_commandDescribeRegion__' },
    },
  }),
});
