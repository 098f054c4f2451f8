import { afterAll, beforeAll } from 'vitest';
import { configureServer } from '../../../scripts/driver/settings.ts';
import type { ServerOptions, TestServer } from '../../server/server.ts';
import { createServer } from '../../server/server.ts';
import { type Display, openDisplay } from './display.ts';
import type { Docent } from './docent.ts';
import { launchDocent } from './docent.ts';
import type { Site, Sites } from './sites.ts';
import { serveSites } from './sites.ts';
import { acceptOnce } from './summary.ts';

/** A browser with Docent, pages to read and a server to ask. Set before the first test of the file. */
export interface Stage {
  docent: Docent;
  sites: Sites;
  api: TestServer;
  /** The screen of a stage that is `headed`. */
  display: Display;
}

interface StageOptions {
  pages: Record<string, Site>;
  /** The key that is typed into the settings; null: nothing is, as for a newcomer. */
  key?: string | null;
  server?: ServerOptions;
  /** Path of a page that is summarized first, so that "What is sent" has been accepted. */
  accept?: string;
  /** With a screen: real keys, menus and prompts. */
  headed?: boolean;
  /** Further arguments of the browser. */
  args?: string[];
}

/** Registers set-up and clean-up of one stage for a test file. */
export function useStage({ pages, key = 'test-key', server = {}, accept, headed = false, args = [] }: StageOptions): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    stage.sites = await serveSites(pages);
    stage.api = await createServer(server);
    if (headed) stage.display = await openDisplay();
    stage.docent = await launchDocent(headed ? { headless: false, env: stage.display.env, args: ['--window-size=1200,880', '--window-position=0,0', ...args] } : { args });
    if (key !== null) await configureServer(stage.docent, { baseUrl: stage.api.baseUrl, key, model: 'gpt-4o-mini' });
    if (accept) await acceptOnce(stage.docent, stage.sites.url(accept));
  });
  afterAll(async () => {
    await stage.docent.browser.close();
    await stage.display?.[Symbol.asyncDispose]();
    await stage.api.close();
    await stage.sites[Symbol.asyncDispose]();
  });
  return stage;
}
