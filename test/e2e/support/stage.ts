import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  /** Folder of the profile of a stage that keeps one. */
  profile: string;
  /** Ends the browser, and begins once more with what a stage has kept, in a new one. */
  restart(meanwhile?: () => void): Promise<void>;
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
  /** The profile outlives the browser. */
  keeps?: boolean;
}

/** Registers set-up and clean-up of one stage for a test file. */
export function useStage({ pages, key = 'test-key', server = {}, accept, headed = false, args = [], keeps = false }: StageOptions): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    stage.sites = await serveSites(pages);
    stage.api = await createServer(server);
    if (headed) stage.display = await openDisplay();
    if (keeps) stage.profile = await mkdtemp(join(tmpdir(), 'docent-profile-'));
    const kept = keeps ? { profile: stage.profile } : {};
    const launch = () => launchDocent({ ...kept, ...(headed ? { headless: false, env: stage.display.env, args: ['--window-size=1200,880', '--window-position=0,0', ...args] } : { args }) });
    stage.docent = await launch();
    stage.restart = async (meanwhile) => {
      await stage.docent.browser.close();
      meanwhile?.();
      stage.docent = await launch();
    };
    if (key !== null) await configureServer(stage.docent, { baseUrl: stage.api.baseUrl, key, model: 'gpt-4o-mini' });
    if (accept) await acceptOnce(stage.docent, stage.sites.url(accept));
  });
  afterAll(async () => {
    await stage.docent.browser.close();
    await stage.display?.[Symbol.asyncDispose]();
    await stage.api.close();
    await stage.sites[Symbol.asyncDispose]();
    if (keeps) await rm(stage.profile, { recursive: true, force: true });
  });
  return stage;
}
