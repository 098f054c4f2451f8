import type { Page } from 'puppeteer';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitForAlert, waitForEnd } from './support/answers.ts';
import { find, killWorker, openPanel, openPopup, openTab, press } from './support/docent.ts';
import { callDocent, CLASSIFIER, readLog, setGuard } from './support/guarded.ts';
import { askedTexts, useServerVoice, waitForReadingEnd, waitForSentence } from './support/listening.ts';
import { useStage } from './support/stage.ts';
import { findTabId } from './support/tabs.ts';

const BAD = 'DOCENT-UNSAFE-S10';
const write = (extra: string) => `<!doctype html><html lang="en"><title>Boats</title><article><h1>Boats</h1><p>A boat comes home from the sea. Another goes out.</p><p>${extra}</p></article></html>`;
const stage = useStage({ pages: { '/good': write('All is well.'), '/bad': write(`Here somebody wrote ${BAD} about the neighbours.`) } });

let page: Page;
let popup: Page;
let spoken = 0;
let judged = 0;

beforeEach(async () => {
  await useServerVoice(stage.docent, stage.api, { rate: 4 });
  spoken = stage.api.speeches().length;
  judged = stage.api.guards().length;
});
afterEach(async () => {
  await callDocent(stage.docent, 'controlPlayer', { action: 'stop' });
  await page.close();
  await setGuard(stage.docent, {});
});

/** Texts that the server was asked to speak in this test. */
const texts = () => askedTexts(stage.api).slice(spoken);
const verdicts = () => stage.api.guards().slice(judged).length;

async function open(path: string): Promise<void> {
  page = await openTab(stage.docent, stage.sites.url(path));
  popup = await openPopup(stage.docent, page);
}

test('with block, nothing of an unsafe page arrives at the server’s voice; the popup says what was found, and what to do', async () => {
  await setGuard(stage.docent, { page: 'block' }, { model: CLASSIFIER });
  await open('/bad');
  await press(popup, 'button', 'Read aloud');
  expect(await waitForAlert(popup)).toContain('stopped this text before it was sent to be spoken');
  await find(popup, 'button', "Use the system's voice");
  await find(popup, 'button', 'Open settings');
  await popup.waitForFunction(() => document.querySelector('.player-notes')?.textContent?.includes('Stopped by the safety check. Page text: Hate'));
  expect(texts()).toEqual([]);
  expect(verdicts()).toBe(1);
  expect((await readLog(stage.docent))[0]).toMatchObject({ site: new URL(page.url()).host, checkpoint: 'page', outcome: 'blocked' });
  await expect(callDocent(stage.docent, 'saveNarration', { tabId: await findTabId(stage.docent, page), as: 'audio', accept: true })).rejects.toThrow('guard-blocked');
  expect(texts()).toEqual([]);
});

test('with Strict, by a guard that is missing', async () => {
  await setGuard(stage.docent, {}, { model: 'test/fault=unknown-model,llama-guard-3-8b', strict: true });
  await open('/good?strict');
  await press(popup, 'button', 'Read aloud');
  await waitForAlert(popup);
  expect(texts()).toEqual([]);
});

test('a background that dies while the guard thinks asks again, and nothing leaves before', async () => {
  await setGuard(stage.docent, { page: 'block' }, { model: 'test/first=600000,llama-guard-3-8b', patience: 120 });
  await open('/bad?dies');
  await press(popup, 'button', 'Read aloud');
  await expect.poll(verdicts).toBe(1);
  await killWorker(stage.docent);
  await setGuard(stage.docent, { page: 'block' }, { model: CLASSIFIER });
  popup = await openPopup(stage.docent, page);
  expect(await waitForAlert(popup)).toContain('stopped this text');
  expect(texts()).toEqual([]);
});

test('with warn it is read, and the panel says what was found', async () => {
  await setGuard(stage.docent, { page: 'warn' }, { model: CLASSIFIER });
  await open('/bad?warn');
  const panel = await openPanel(stage.docent, popup);
  await press(panel, 'button', 'Read aloud');
  await panel.waitForFunction(() => document.querySelector('.player-notes')?.textContent?.includes('The safety check warns. Page text: Hate'));
  await waitForReadingEnd(panel);
  expect(texts().join(' ')).toContain(BAD);
  await panel.close();
});

test('a page that was found safe for its summary is read without another verdict', async () => {
  await setGuard(stage.docent, { page: 'block' }, { model: CLASSIFIER });
  await open('/good?summary');
  await press(popup, 'button', 'Summarize page');
  await waitForEnd(popup);
  expect(verdicts()).toBe(1);
  await killWorker(stage.docent);
  popup = await openPopup(stage.docent, page);
  await press(popup, 'button', 'Read aloud');
  await waitForSentence(popup, 'A boat comes home');
  await waitForReadingEnd(popup);
  expect(texts()).toContain('All is well.');
  expect(verdicts()).toBe(1);
});
