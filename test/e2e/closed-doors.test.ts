import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { openPopup, openTab } from './support/docent.ts';
import { useStage } from './support/stage.ts';

/** What a page, and a script inside a page, can reach of Docent: nothing. */
const stage = useStage({ pages: { '/door': '<!doctype html><title>Door</title><p>A page that tries the doors.</p>' }, key: null });

test('the manifest opens no door to pages or other extensions', () => {
  for (const build of [inject('chromiumBuild'), inject('firefoxBuild')]) {
    const manifest = JSON.parse(readFileSync(`${build}/manifest.json`, 'utf8')) as Record<string, unknown>;
    for (const door of ['web_accessible_resources', 'externally_connectable', 'content_scripts', 'sandbox']) expect(manifest).not.toHaveProperty(door);
  }
});

test('a page can neither frame, fetch nor message Docent', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/door'));
  const popup = await openPopup(stage.docent, page);
  const root = new URL('/', popup.url()).href;
  const reached = await page.evaluate(async (address) => {
    const frame = document.createElement('iframe');
    frame.src = `${address}sidepanel.html?tabId=1#welcome`;
    const loaded = new Promise((resolve) => (frame.onload = resolve));
    document.body.append(frame);
    await loaded;
    const fetched = await fetch(`${address}extract.js`).then(() => 'fetched', () => 'refused');
    return { fetched, messaging: typeof (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime?.sendMessage };
  }, root);
  expect(reached).toEqual({ fetched: 'refused', messaging: 'undefined' });
  expect(page.frames().filter((frame) => frame.url().startsWith(root))).toEqual([]);
  await page.close();
});

test('a script inside a page gets neither storage nor an answer', async () => {
  const page = await openTab(stage.docent, stage.sites.url('/door'));
  const popup = await openPopup(stage.docent, page);
  const got = await popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ url: '*://*/door' });
    const [injected] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      func: async () => ({
        local: await chrome.storage.local.get(null).then(() => 'open', () => 'closed'),
        session: await Promise.resolve().then(() => chrome.storage.session.get(null)).then(() => 'open', () => 'closed'),
        databases: (await indexedDB.databases()).length,
        call: await chrome.runtime.sendMessage({ name: 'getSettings', input: {} }) as unknown,
        change: await chrome.runtime.sendMessage({ name: 'updateSettings', input: { baseUrl: 'https://evil.example/v1' } }) as unknown,
        port: await new Promise((resolve) => {
          const port = chrome.runtime.connect({ name: 'thread' });
          port.onDisconnect.addListener(() => resolve('refused'));
          port.onMessage.addListener(() => resolve('answered'));
          port.postMessage({ tabId: 1 });
        }),
      }),
    });
    return injected?.result;
  });
  const refused = { ok: false, error: { code: 'bad-message', detail: 'not a page of Docent' } };
  expect(got).toEqual({ local: 'closed', session: 'closed', databases: 0, call: refused, change: refused, port: 'refused' });
  await page.close();
});
