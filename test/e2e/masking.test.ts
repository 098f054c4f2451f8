import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { find, openOwnPage, openPanel, openPopup, openTab, press } from './support/docent.ts';
import { photographAll } from './support/dress.ts';
import { ask } from './support/history.ts';
import { useStage } from './support/stage.ts';
import { closePanels } from './support/tabs.ts';

const PERSONAL = ['anna@example.org', '+44 20 7946 0958', 'DE89 3704 0044 0532 0130 00', '4111 1111 1111 1111'];
const HARMLESS = '01.05.1851, ISBN 978-3-16-148410-0, version 10.0.19045, 52.520008, 13.404954 and 1.234.567,89 €';
const page = composeArticle().replace('</article>', `<p>To hear more write to ${PERSONAL[0]}, ring ${PERSONAL[1]}, or give to ${PERSONAL[2]}, or by the card ${PERSONAL[3]}. The figures are ${HARMLESS}.</p></article>`);
const stage = useStage({ pages: { '/story': page }, accept: '/story?accept' });
afterEach(() => closePanels(stage.docent));

async function setMasking(): Promise<void> {
  const options = await openOwnPage(stage.docent, 'options.html');
  await press(options, 'switch', 'Mask personal data before sending');
  await options.waitForFunction(() => [...document.querySelectorAll('[role="status"]')].some(({ textContent }) => textContent === 'Saved'));
  expect(await findBarriers(options)).toEqual([]);
  await options.close();
}

const marked = (panel: Page) => panel.evaluate(() => [...(CSS.highlights.get('docent-unmasked') ?? [])].map((range) => (range as Range).toString()));

test('what is personal leaves masked, is shown so under What is sent, and stands in the answer as it is', async () => {
  await setMasking();
  const tab = await openTab(stage.docent, stage.sites.url('/story'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, tab));
  const before = stage.api.requests.length;
  stage.api.script({ text: 'Write to **[e-mail 1]**, or ring [phone 1]. You are [e-mail 2].' });
  await ask(panel, 'I am reader@example.net. How do I reach her?');
  const answer = await waitForEnd(panel);
  expect(answer.text).toBe('Write to anna@example.org, or ring +44 20 7946 0958. You are reader@example.net.');
  const log = JSON.stringify(stage.api.requests.slice(before).map(({ body }) => body));
  for (const text of [...PERSONAL, 'reader@example.net']) expect(log).not.toContain(text);
  expect(log).toContain('write to [e-mail 1], ring [phone 1], or give to [IBAN 1], or by the card [card 1]');
  expect(log).toContain(HARMLESS);

  expect(await marked(panel)).toEqual(['anna@example.org', '+44 20 7946 0958', 'reader@example.net']);
  await panel.click('.masked-note summary');
  await panel.waitForFunction(() => document.querySelector<HTMLElement>('.masked-note')?.innerText.includes('phone number'));
  expect(await findBarriers(panel)).toEqual([]);
  await photographAll(panel, 'masked-answer');

  await press(panel, 'button', 'What is sent');
  await panel.waitForSelector('dialog mark.masked');
  const { text, sent, marks } = await panel.$eval('dialog', (dialog) => ({ text: dialog.innerText, sent: [...dialog.querySelectorAll('pre.sent-text')].map((part) => part.textContent).join(), marks: [...dialog.querySelectorAll('mark')].map((mark) => [mark.textContent, mark.title]) }));
  expect(text).toContain('5 entries are masked in it');
  expect(text).toMatch(/What the marks stand for[^]*\[e-mail 1\] anna@example\.org/);
  for (const one of PERSONAL) expect(sent).not.toContain(one);
  expect(marks).toContainEqual(['[phone 1]', '+44 20 7946 0958']);
  await panel.click('dialog details.sent-part summary');
  const shown = await (await panel.waitForSelector('dialog details.sent-part pre'))?.evaluate((element) => element.textContent);
  expect(JSON.parse(shown ?? '')).toEqual(stage.api.tasks().at(-1)?.body);
  expect(shown).not.toContain('test-key');
  expect(await findBarriers(panel)).toEqual([]);
  await photographAll(panel, 'masked-request');
  await panel.keyboard.press('Escape');

  // What was answered goes out masked again.
  await ask(panel, 'And by letter?');
  const again = JSON.stringify(stage.api.tasks().at(-1)?.body);
  expect(again).toContain('Write to **[e-mail 1]**, or ring [phone 1].');
  for (const one of [...PERSONAL, 'reader@example.net']) expect(again).not.toContain(one);
  await panel.close();
  await tab.close();
});

test('a summary in the popup is masked, too; without the setting nothing is', async () => {
  const tab = await openTab(stage.docent, stage.sites.url('/story?popup'));
  const popup = await openPopup(stage.docent, tab);
  stage.api.script({ text: '- Anna has [e-mail 1].' });
  await press(popup, 'button', 'Summarize page');
  await waitForText(popup, 'Anna has anna@example.org.');
  expect(JSON.stringify(stage.api.tasks().at(-1)?.body)).not.toContain('anna@example.org');
  await tab.close();
  await setMasking();
  const other = await openTab(stage.docent, stage.sites.url('/story?open'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, other));
  await ask(panel, 'Who?');
  expect(JSON.stringify(stage.api.tasks().at(-1)?.body)).toContain('anna@example.org');
  expect(await (await find(panel, 'log', 'Conversation')).evaluate((element) => element.querySelector('.masked-note'))).toBeNull();
  await other.close();
});
