import { afterEach, expect, test } from 'vitest';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { find, killWorker, openOwnPage, openPanel, openPopup, openTab, press } from './support/docent.ts';
import { photographAll } from './support/dress.ts';
import { callDocent } from './support/guarded.ts';
import { ask, readDatabases } from './support/history.ts';
import { composeLongPage, useSmallModel } from './support/long-pages.ts';
import { useStage } from './support/stage.ts';
import { closePanels } from './support/tabs.ts';

const SECTIONS = 9;
const stage = useStage({ pages: { '/story': composeArticle(), '/long': composeLongPage(SECTIONS) }, accept: '/story?accept' });

afterEach(() => closePanels(stage.docent));

interface Spending {
  usd: number;
  tokens: number;
}
const spent = () => callDocent<Spending>(stage.docent, 'getSpending', {});

test('a limit set in the settings stops what would exceed it; it is sent anyway once, and today is shown', async () => {
  const { tokens } = await spent();
  expect(tokens).toBeGreaterThan(500);
  const options = await openOwnPage(stage.docent, 'options.html');
  const field = await find(options, 'spinbutton', 'Tokens a day');
  await field.type(String(tokens + 3_000));
  await options.keyboard.press('Tab');
  await options.waitForFunction(() => [...document.querySelectorAll('[role="status"]')].some(({ textContent }) => textContent === 'Saved'));
  await options.waitForFunction((most) => document.body.innerText.includes(`of ${most.toLocaleString('en')} tokens`), {}, tokens + 3_000);
  expect(await findBarriers(options)).toEqual([]);
  await field.scrollIntoView();
  await photographAll(options, 'options-limit');
  await options.close();

  const page = await openTab(stage.docent, stage.sites.url('/story'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  await ask(panel, 'Who asked for brighter lamps?');
  expect((await waitForEnd(panel)).alert).toBe('');
  const sent = stage.api.tasks().length;
  await ask(panel, 'And what came of it?');
  const refused = await waitForEnd(panel);
  expect(refused.alert).toContain('This was not sent: your daily limit leaves no room for it.');
  expect(stage.api.tasks()).toHaveLength(sent);
  expect(await findBarriers(panel)).toEqual([]);
  await photographAll(panel, 'panel-limit');
  await press(panel, 'button', 'Send anyway');
  expect((await waitForText(panel, 'tokens in')).alert).toBe('');
  expect(stage.api.tasks()).toHaveLength(sent + 1);
  await panel.waitForFunction(() => /Today: (about )?\S+ · [\d,]+ tokens of [\d,]+ tokens/.test(document.querySelector('.send-note .send-limit')?.textContent ?? ''));

  // What was spent is what the server says, in all answers together; nothing of the questions is in the account.
  const before = await spent();
  await killWorker(stage.docent);
  expect(await spent()).toEqual(before);
  const own = await openOwnPage(stage.docent, 'options.html');
  const day = JSON.parse(await readDatabases(own)) as [string, unknown, object[]][];
  const rows = day.find(([name]) => name === 'spending')?.[2] ?? [];
  expect(rows.flatMap(Object.keys).sort()).toEqual(['day', 'estimated', 'open', 'tokens', 'unpriced', 'usd']);
  await own.close();
  await panel.close();
  await page.close();
});

test('a long text stops between two parts, and goes on when told so', async () => {
  await useSmallModel(stage.docent, 1);
  const { tokens } = await spent();
  await callDocent(stage.docent, 'updateSettings', { spending: { usd: 0, tokens: tokens + 4_500 } });
  const page = await openTab(stage.docent, stage.sites.url('/long'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  const before = stage.api.tasks().length;
  await press(panel, 'button', 'Summarize page');
  const stopped = await waitForText(panel, 'This was not sent: your daily limit');
  const sent = stage.api.tasks().length - before;
  expect(sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(SECTIONS);
  expect(stopped.whole).toContain('Part 1 of');
  await photographAll(panel, 'panel-limit-parts');
  await press(panel, 'button', 'Send anyway');
  await waitForText(panel, 'Read 100%');
  expect((await waitForEnd(panel)).alert).toBe('');
  await page.close();
});
