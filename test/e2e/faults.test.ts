import type { Page } from 'puppeteer';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Behaviour } from '../server/behaviour.ts';
import type { ServerOptions } from '../server/server.ts';
import type { ShownAnswer } from './support/answers.ts';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { countedWords } from './support/counted-words.ts';
import { photograph, press } from './support/docent.ts';
import { numberedParagraph } from './support/odd-pages.ts';
import { useStage } from './support/stage.ts';
import type { Opened } from './support/summary.ts';
import { summarize } from './support/summary.ts';

const KEY = 'test-key-1234567890';

const server: ServerOptions = { keys: [KEY] };

const stage = useStage({
  pages: {
    '/story': composeArticle(),
  },
  key: KEY,
  server,
  accept: '/story?accept',
});

beforeEach(() => {
  delete server.behaviour;
});

/** What the reader would paste. */
async function readClipboard(page: Page): Promise<string> {
  await page.browserContext().overridePermissions(stage.docent.pageUrl('').slice(0, -1), ['clipboard-read']);
  return page.evaluate(() => navigator.clipboard.readText());
}

async function answerTo(behaviour: Behaviour): Promise<Opened & { answer: ShownAnswer }> {
  server.behaviour = behaviour;
  const opened = await summarize(stage.docent, stage.sites.url('/story'));
  return { ...opened, answer: await waitForEnd(opened.popup) };
}

describe('each refusal has a sentence that says what to do, and nothing repeats the key', () => {
  test.for([
    ['bad-key', 'did not accept the API key'],
    ['echo-key', 'did not accept the API key'],
    ['no-credits', 'has no credits left'],
    ['unknown-model', 'does not know the model'],
    ['maintenance', 'not available at the moment'],
    ['context-too-long', 'longer than the model can take'],
    ['retry-after-long', 'Retry in 120 seconds'],
    ['validation', 'refused the request'],
    ['html', 'something that is not an answer'],
    ['empty-answer', 'answered without any text'],
    ['filtered-empty', 'content filter'],
    ['gateway-html', 'has a problem of its own'],
  ] as const)('%s', async ([fault, sentence]) => {
    const { page, popup, answer } = await answerTo({ fault });
    expect(answer.alert).toContain(sentence);
    expect(await popup.content()).not.toContain(KEY);
    expect(answer.whole).not.toMatch(/<\w+>/);
    await photograph(popup, `popup-error-${fault}`);
    await page.close();
  });
});

test('a stream that breaks keeps what came, and Continue finishes it', async () => {
  const seen = Promise.withResolvers<void>();
  server.behaviour = { fault: 'drop', text: countedWords(1, 100), until: seen.promise };
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story'));
  // What a page has not read yet when its connection breaks, browsers throw away.
  await waitForText(popup, countedWords(1, 30));
  seen.resolve();
  const answer = await waitForEnd(popup);
  expect(answer.alert).toContain('broke in the middle');
  expect(answer.text).toContain(countedWords(1, 30));
  server.behaviour = { text: ' The rest of it.' };
  await press(popup, 'button', 'Continue');
  expect((await waitForText(popup, 'The rest of it.')).text).toContain(countedWords(1, 30));
  await page.close();
});

test('an answer of a megabyte is shown whole', async () => {
  const { page, popup, answer } = await answerTo({ text: Array.from({ length: 2_000 }, (_, index) => numberedParagraph(index)).join('\n\n') });
  expect(answer.alert).toBe('');
  expect(answer.text.length).toBeGreaterThan(600_000);
  expect(answer.text).toContain(numberedParagraph(1_999));
  // Counted in the page: a handle to each of them takes longer than the answer.
  expect(await popup.evaluate(() => document.querySelectorAll('.answer-text p').length)).toBe(2_000);
  for (const name of ['Copy answer', 'Copy as plain text']) {
    await press(popup, 'button', name);
    await popup.waitForFunction(() => document.body.innerText.includes('Copied'));
    const copied = await readClipboard(popup);
    expect(copied).toContain(numberedParagraph(0));
    expect(copied).toContain(numberedParagraph(1_000));
    expect(copied).toContain(numberedParagraph(1_999));
  }
  await page.close();
});

test('when the server cannot be reached, this device answers and says why', async () => {
  await stage.api.close();
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story'));
  const answer = await waitForEnd(popup);
  expect(answer.whole).toContain('Quick summary, made on this device without AI');
  expect(answer.whole).toContain('127.0.0.1:');
  expect(answer.whole).toContain('cannot be reached, so this device answered');
  expect(answer.text).not.toBe('');
  await photograph(popup, 'popup-unreachable');
  await page.close();
});
