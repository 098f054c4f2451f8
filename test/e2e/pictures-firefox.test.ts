import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CallInput, CallName, CallOutput } from '../../lib/messaging/protocol.ts';
import { makePicture } from '../server/picture-files.ts';
import type { TestServer } from '../server/server.ts';
import { createServer } from '../server/server.ts';
import type { Firefox } from './support/firefox.ts';
import { firefoxPath, launchFirefox } from './support/firefox.ts';
import type { Site, Sites } from './support/sites.ts';
import { serveSites } from './support/sites.ts';

const pages: Record<string, Site> = {
  '/album': '<!doctype html><html lang="en"><head><title>Album</title></head><body><h1>Album</h1><p>A picture.</p><img src="/red.png" width="320" height="240"></body></html>',
};

describe.skipIf(!firefoxPath)('pictures in Firefox', () => {
  let firefox: Firefox;
  let sites: Sites;
  let api: TestServer;

  beforeAll(async () => {
    pages['/red.png'] = { type: 'image/png', body: await makePicture('red', { width: 640, height: 480 }) };
    sites = await serveSites(pages);
    api = await createServer({ keys: [] });
    firefox = await launchFirefox();
  });

  afterAll(async () => {
    await firefox[Symbol.asyncDispose]();
    await api.close();
    await sites[Symbol.asyncDispose]();
  });

  /** Runs statements in the tab in front, beside the page's own scripts. */
  async function inTab<T>(body: string, ...args: unknown[]): Promise<T> {
    const script = `const [args, done] = arguments; (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const reply = (await firefox.marionette.send('WebDriver:ExecuteAsyncScript', { script, args: [args], sandbox: 'system' })) as { value: { value: T; error?: string } };
    if (reply.value.error) throw new Error(reply.value.error);
    return reply.value.value;
  }

  /** Calls the background from the page of Docent in front. */
  async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const reply = await inTab<{ ok: boolean; value: CallOutput<N> }>(
      `return JSON.parse(await window.wrappedJSObject.browser.runtime.sendMessage(Cu.cloneInto(args[0], window)).then((reply) => JSON.stringify(reply)));`,
      { name, input },
    );
    if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply)}`);
    return reply.value;
  }

  test('they are described, and put back by themselves after a reload where the reader asked for it', async () => {
    const { marionette } = firefox;
    const address = sites.url('/album', '127.0.0.1');
    await marionette.send('WebDriver:Navigate', { url: address });
    const pageTab = await marionette.send('WebDriver:GetWindowHandle');
    const ownTab = (await marionette.send('WebDriver:NewWindow', { type: 'tab', focus: false })) as { handle: string };
    await marionette.send('WebDriver:SwitchToWindow', { handle: ownTab.handle });
    await marionette.send('WebDriver:Navigate', { url: firefox.pageUrl('options.html') });
    await call('updateSettings', { preset: 'other', baseUrl: api.baseUrl, chatModel: 'gpt-4o-mini', visionModel: 'gpt-4o-mini', engine: 'server' });
    const tabId = await inTab<number>(`return (await window.wrappedJSObject.browser.tabs.query(Cu.cloneInto({}, window))).find((tab) => tab.url === args[0]).id;`, address);
    const { pictures } = await call('listPictures', { tabId });
    const ids = pictures.map(({ id }) => id);
    await call('describePictures', { tabId, ids, accept: true });
    // Described is what costs nothing any more.
    await expect.poll(async () => (await call('estimatePictures', { tabId, ids })).pictures).toBe(0);
    await call('setRestore', { origin: new URL(address).origin, on: true });
    await marionette.send('WebDriver:SwitchToWindow', { handle: (pageTab as { value: string }).value });
    await marionette.send('WebDriver:Refresh');
    await expect.poll(() => inTab<string>(`return document.querySelector('img').alt;`)).toMatch(/^AI description: .*red/);
    expect(api.chats()).toHaveLength(1);
  });
});
