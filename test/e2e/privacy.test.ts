import type { Page } from 'puppeteer';
import { expect, test } from 'vitest';
import { waitForEnd } from './support/answers.ts';
import { find, openBlank, openOwnPage, openPanel, photograph, press } from './support/docent.ts';
import { composeTrickyPage, HIDDEN_WORDS } from './support/odd-pages.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

const KEY = 'sk-never-to-be-seen-0123456789';

const stage = useStage({ pages: { '/tricky': composeTrickyPage() }, key: KEY, server: { keys: [KEY] }, accept: '/tricky?accept' });

test('what the reader cannot see is not sent, and is said to be left out', async () => {
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/tricky'));
  const answer = await waitForEnd(popup);
  const sent = JSON.stringify(stage.api.chats().at(-1)?.body);
  expect(sent).toContain('The last passage ends the story in plain sight.');
  for (const word of HIDDEN_WORDS) expect(sent).not.toContain(word);
  expect(sent).not.toMatch(/[\u{e0000}-\u{e007f}]/u);
  expect(answer.whole).toMatch(/hidden passages? (was|were) left out/);
  await press(popup, 'button', 'What is sent');
  const dialog = await find(popup, 'dialog', 'What is sent');
  expect(await dialog.evaluate((element) => (element as HTMLElement).innerText)).toContain('The last passage ends the story in plain sight.');
  await photograph(popup, 'popup-sent-dialog');
  await page.close();
});

test('page text is quoted as data and never stands in the system message', async () => {
  const { messages } = stage.api.chats().at(-1)?.body as { messages: { role: string; content: string }[] };
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content).join('\n');
  expect(system).not.toBe('');
  expect(system).not.toContain('boats came home');
  expect(messages.find(({ role }) => role === 'user')?.content).toContain('boats came home');
});

/** All that a page of the extension can see of storage a content script can reach, and of what pages are told. */
function collectVisible(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const areas = await Promise.all([chrome.storage.local.get(null), chrome.storage.sync.get(null), chrome.storage.session.get(null)]);
    return JSON.stringify(areas) + document.documentElement.textContent + [...document.querySelectorAll('input')].map(({ value }) => value).join();
  });
}

test('the key goes to its server in one header, and is seen nowhere else', async () => {
  for (const request of stage.api.requests) {
    expect(`${request.path}${request.query}${JSON.stringify(request.body)}`).not.toContain(KEY);
  }
  expect(stage.api.chats().at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);

  const { page, popup } = await summarize(stage.docent, stage.sites.url('/tricky?key'));
  await waitForEnd(popup);
  expect(await page.content()).not.toContain(KEY);
  expect(await collectVisible(popup)).not.toContain(KEY);
  const panel = await openPanel(stage.docent, popup);
  await waitForEnd(panel);
  expect(await collectVisible(panel)).not.toContain(KEY);
  await panel.close();

  const options = await openBlank(stage.docent);
  await options.evaluateOnNewDocument(() => {
    // Everything the background answers to this page, whichever call it was.
    const heard: unknown[] = [];
    (window as unknown as { heard: unknown[] }).heard = heard;
    const send = chrome.runtime.sendMessage.bind(chrome.runtime);
    Object.assign(chrome.runtime, {
      sendMessage: (...args: Parameters<typeof send>) => {
        const reply = send(...args) as unknown as Promise<unknown>;
        reply.then((value) => heard.push(value), () => {});
        return reply;
      },
    });
  });
  await options.goto(stage.docent.pageUrl('options.html'));
  await press(options, 'button', 'Test connection');
  await options.waitForFunction(() => document.body.innerText.includes('Connected to'));
  expect(await collectVisible(options)).not.toContain(KEY);
  const heard = await options.evaluate(() => JSON.stringify((window as unknown as { heard: unknown[] }).heard));
  expect(heard.length).toBeGreaterThan(100);
  expect(heard).not.toContain(KEY);
  await options.close();
  await page.close();
});

test('damaged settings are repaired, and the reader is told', async () => {
  const options = await openOwnPage(stage.docent, 'options.html');
  await find(options, 'textbox', 'Base URL');
  await options.evaluate(async () => {
    const all = await chrome.storage.local.get(null);
    const damaged = Object.keys(all).filter((key) => /settings/i.test(key) && !key.endsWith('$'));
    if (damaged.length === 0) throw new Error(`No settings among ${Object.keys(all).join()}`);
    await chrome.storage.local.set(Object.fromEntries(damaged.map((key) => [key, { version: 1, baseUrl: 42, summary: 'no' }])));
  });
  await options.reload();
  await options.waitForFunction(() => document.body.innerText.includes('The stored settings were damaged'));
  const field = await find(options, 'textbox', 'Base URL');
  expect(await field.evaluate((element) => (element as HTMLInputElement).value)).toMatch(/^https?:/);
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/tricky?repaired'));
  await popup.waitForSelector('article, [role="alert"]');
  await page.close();
});
