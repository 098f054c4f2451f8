import type { Page } from 'puppeteer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { waitForAlert, waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { find, killWorker, openPanel, openPopup, openTab, press } from './support/docent.ts';
import { callDocent, CLASSIFIER, readLog, setGuard, waitForRun } from './support/guarded.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';

const BAD = 'DOCENT-UNSAFE-S10';
const stage = useStage({
  pages: { '/story': composeArticle(), '/bad': composeArticle({ extra: `<p>Here somebody wrote ${BAD} about the neighbours.</p>` }) },
  accept: '/story?accept',
});

let sent = 0;
let page: Page;

beforeEach(async () => {
  await callDocent(stage.docent, 'clearGuardLog', {});
  sent = stage.api.tasks().length;
});
afterEach(async () => {
  await page.close();
  await setGuard(stage.docent, {});
});

/** Requests of tasks that have arrived at the server in this test: those for verdicts do not count. */
const tasks = () => stage.api.tasks().slice(sent);

/** Asks a question in the real side panel about the page. */
async function ask(path: string, question: string): Promise<Page> {
  page = await openTab(stage.docent, stage.sites.url(path));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  const box = await find(panel, 'textbox', 'Message');
  await box.type(question);
  await press(panel, 'button', 'Send');
  return panel;
}

describe('with block, nothing of the task arrives at the server', () => {
  test('when the page is unsafe: the popup says so', async () => {
    await setGuard(stage.docent, { page: 'block' }, { model: CLASSIFIER });
    const opened = await summarize(stage.docent, stage.sites.url('/bad'));
    page = opened.page;
    const answer = await waitForEnd(opened.popup);
    expect(answer.alert).not.toBe('');
    expect(answer.text).toBe('');
    expect(tasks()).toEqual([]);
    expect(JSON.stringify(stage.api.guards().at(-1)?.body)).toContain(BAD);
    const run = await waitForRun(stage.docent, page, 'failed');
    expect(run).toMatchObject({ error: { code: 'guard-blocked' }, guard: [{ checkpoint: 'page', verdict: { kind: 'unsafe', hazards: ['hate'] }, outcome: 'blocked' }] });
    const entries = await readLog(stage.docent);
    expect(entries).toMatchObject([{ site: new URL(page.url()).host, checkpoint: 'page', outcome: 'blocked', model: CLASSIFIER }]);
    expect(JSON.stringify(entries)).not.toContain('neighbours');
  });

  test('when the question is, the page is not sent to the guard either', async () => {
    await setGuard(stage.docent, { message: 'block', page: 'block' }, { model: CLASSIFIER });
    const asked = stage.api.guards().length;
    const panel = await ask('/story?question', `Why ${BAD}?`);
    expect((await waitForEnd(panel)).alert).not.toBe('');
    expect(tasks()).toEqual([]);
    const bodies = stage.api.guards().slice(asked).map(({ body }) => JSON.stringify(body));
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain(`Why ${BAD}?`);
    expect(bodies[0]).not.toContain('harbour');
    await panel.close();
  });

  test('when the chat model itself judges, asked in words', async () => {
    await setGuard(stage.docent, { page: 'block' });
    const opened = await summarize(stage.docent, stage.sites.url('/bad?words'));
    page = opened.page;
    expect((await waitForEnd(opened.popup)).alert).not.toBe('');
    expect(tasks()).toEqual([]);
    expect(stage.api.guards().at(-1)?.body).toMatchObject({ model: 'gpt-4o-mini', temperature: 0 });
  });

  test.each([['unreadable', 'unreadable'], ['refusal', 'refused']] as const)('when there is no verdict and that counts as unsafe: %s', async (reply, reason) => {
    await setGuard(stage.docent, { page: 'block' }, { model: `test/guard=${reply},llama-guard-3-8b` }, 'closed');
    const opened = await summarize(stage.docent, stage.sites.url(`/story?closed=${reply}`));
    page = opened.page;
    await waitForEnd(opened.popup);
    expect(await waitForRun(stage.docent, page, 'failed')).toMatchObject({ guard: [{ verdict: { kind: 'unknown', reason }, outcome: 'blocked' }] });
    expect(tasks()).toEqual([]);
  });

  test('with Strict, by a guard that is missing, though nothing is set to be checked', async () => {
    await setGuard(stage.docent, {}, { model: 'test/fault=unknown-model,llama-guard-3-8b', strict: true });
    const panel = await ask('/story?strict', 'Who kept the diary?');
    expect((await waitForEnd(panel)).alert).not.toBe('');
    expect(await waitForRun(stage.docent, page, 'failed')).toMatchObject({ guard: [{ checkpoint: 'message', verdict: { kind: 'unknown', reason: 'unavailable' }, outcome: 'blocked' }] });
    expect(tasks()).toEqual([]);
    await panel.close();
  });

  test('with Strict, by a guard that does not answer in time', async () => {
    await setGuard(stage.docent, {}, { model: 'test/first=600000,llama-guard-3-8b', strict: true, patience: 2 });
    const opened = await summarize(stage.docent, stage.sites.url('/story?late'));
    page = opened.page;
    await waitForEnd(opened.popup);
    expect(await waitForRun(stage.docent, page, 'failed')).toMatchObject({ guard: [{ verdict: { kind: 'unknown', reason: 'timeout' } }] });
    expect(tasks()).toEqual([]);
  });

  test('until the guard has answered; a background that dies meanwhile asks again', async () => {
    await setGuard(stage.docent, { page: 'block' }, { model: 'test/first=600000,llama-guard-3-8b', patience: 120 });
    const opened = await summarize(stage.docent, stage.sites.url('/bad?dies'));
    page = opened.page;
    await waitForRun(stage.docent, page, 'checking');
    await killWorker(stage.docent);
    await setGuard(stage.docent, { page: 'block' }, { model: CLASSIFIER });
    const again = await openPopup(stage.docent, page);
    await waitForText(again, 'stopped Docent in the middle');
    await press(again, 'button', 'Retry');
    // The note of the interruption is an end too, and no alert.
    expect(await waitForAlert(again)).not.toBe('');
    expect(await waitForRun(stage.docent, page, 'failed')).toMatchObject({ error: { code: 'guard-blocked' } });
    expect(tasks()).toEqual([]);
  });
});

describe('it goes on', () => {
  test('with a note where an unsafe page is only warned of', async () => {
    await setGuard(stage.docent, { page: 'warn' }, { model: CLASSIFIER });
    const opened = await summarize(stage.docent, stage.sites.url('/bad?warn'));
    page = opened.page;
    expect((await waitForEnd(opened.popup)).text).not.toBe('');
    const run = await waitForRun(stage.docent, page, 'done');
    expect(run.guard).toMatchObject([{ checkpoint: 'page', verdict: { kind: 'unsafe', hazards: ['hate'] }, outcome: 'warned' }]);
    expect(run.guardUsage?.promptTokens).toBeGreaterThan(0);
    expect(tasks()).toHaveLength(1);
  });

  test('without a verdict, where that is allowed, and says that there was none', async () => {
    await setGuard(stage.docent, { page: 'block' }, { model: 'test/guard=unreadable,llama-guard-3-8b' });
    const opened = await summarize(stage.docent, stage.sites.url('/bad?open'));
    page = opened.page;
    expect((await waitForEnd(opened.popup)).text).not.toBe('');
    expect((await waitForRun(stage.docent, page, 'done')).guard).toMatchObject([{ verdict: { kind: 'unknown', reason: 'unreadable' }, outcome: 'passed' }]);
  });

  test('and no guard is asked, when nothing is set to be checked', async () => {
    const asked = stage.api.guards().length;
    const opened = await summarize(stage.docent, stage.sites.url('/bad?off'));
    page = opened.page;
    await waitForEnd(opened.popup);
    expect(stage.api.guards().slice(asked)).toEqual([]);
    expect(tasks()).toHaveLength(1);
  });
});
