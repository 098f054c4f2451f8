import { afterAll, beforeAll } from 'vitest';
import { configureServer } from '../../../scripts/driver/settings.ts';
import type { ServerOptions, TestServer } from '../../server/server.ts';
import { createServer } from '../../server/server.ts';
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
}

interface StageOptions {
  pages: Record<string, Site>;
  key?: string;
  server?: ServerOptions;
  /** Path of a page that is summarized first, so that "What is sent" has been accepted. */
  accept?: string;
  /** Further arguments of the browser. */
  args?: string[];
}

/** Registers set-up and clean-up of one stage for a test file. */
export function useStage({ pages, key = 'test-key', server = {}, accept, args = [] }: StageOptions): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    stage.sites = await serveSites(pages);
    stage.api = await createServer(server);
    stage.docent = await launchDocent({ args });
    await configureServer(stage.docent, { baseUrl: stage.api.baseUrl, key, model: 'gpt-4o-mini' });
    if (accept) await acceptOnce(stage.docent, stage.sites.url(accept));
  });
  afterAll(async () => {
    await stage.docent.browser.close();
    await stage.api.close();
    await stage.sites[Symbol.asyncDispose]();
  });
  return stage;
}
