import { afterAll, beforeAll } from 'vitest';
import type { TestServer } from '../../server/server.ts';
import { createServer } from '../../server/server.ts';
import type { Firefox } from './firefox.ts';
import { launchFirefox } from './firefox.ts';
import { callFromSidebar, openSidebar } from './sidebar.ts';
import type { Sites } from './sites.ts';
import { serveSites } from './sites.ts';

export interface FirefoxStage {
  firefox: Firefox;
  sites: Sites;
  api: TestServer;
}

interface FirefoxStageOptions {
  /** By path; the first is opened. */
  pages: Parameters<typeof serveSites>[0];
  /** Beside those that let the stand-in server answer without a question. */
  settings?: object;
}

/** Before all tests of a `describe`: Firefox with the sidebar open beside a page, and a server that answers. What it gives is there once tests run. */
export function useFirefoxStage({ pages, settings = {} }: FirefoxStageOptions): FirefoxStage {
  const stage = {} as FirefoxStage;
  beforeAll(async () => {
    stage.sites = await serveSites(pages);
    stage.api = await createServer();
    stage.firefox = await launchFirefox();
    const { firefox, api, sites } = stage;
    await firefox.marionette.send('WebDriver:Navigate', { url: sites.url(Object.keys(pages)[0] ?? '/', '127.0.0.1') });
    await openSidebar(firefox);
    await callFromSidebar(firefox, 'updateSettings', { preset: 'other', baseUrl: api.baseUrl, chatModel: 'gpt-4o-mini', engine: 'server' });
    await callFromSidebar(firefox, 'setKey', { key: 'test-key' });
    await callFromSidebar(firefox, 'updateSettings', { sendAcceptedHosts: [new URL(api.baseUrl).host], ...settings });
  });
  afterAll(async () => {
    await stage.firefox[Symbol.asyncDispose]();
    await stage.api.close();
    await stage.sites[Symbol.asyncDispose]();
  });
  return stage;
}
