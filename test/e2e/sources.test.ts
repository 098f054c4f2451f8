import type { Page } from 'puppeteer';
import { afterEach, expect, test } from 'vitest';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { find, killWorker, openOwnPage, photograph, press } from './support/docent.ts';
import { callDocent } from './support/guarded.ts';
import { ask } from './support/history.ts';
import { inspect } from './support/inspect.ts';
import { askedTexts, useServerVoice, waitForReadingEnd } from './support/listening.ts';
import { composeLongPage, factOf, useSmallModel } from './support/long-pages.ts';
import { useStage } from './support/stage.ts';
import { summarize } from './support/summary.ts';
import { closePanels, openPanelBeside } from './support/tabs.ts';

const FACT = 'The bell of the north quay weighs 412 kilograms and was cast in Lübeck.';
const ARABIC = 'أُغلق الرصيف الشمالي في عام ١٨٥٢ بسبب العاصفة الكبرى التي ضربت المدينة.';
const stage = useStage({
  pages: {
    '/story': composeArticle({ paragraphs: 30, extra: `<p>${FACT}</p>` }),
    '/other': composeArticle({ title: 'Another page' }),
    '/arabic': composeArticle({ title: 'المرفأ القديم', lang: 'ar', dir: 'rtl', extra: `<p>${ARABIC}</p>`.repeat(3) }),
    '/long': composeLongPage(4),
  },
  accept: '/story?accept',
});

/** There is one panel a window: whatever became of a test, the next one opens its own. */
afterEach(() => closePanels(stage.docent));

/** A mark is never parted from what stands before it. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

const LIST = `\n\n<sources>\n[1] "the north quay weighs 412 kilograms"\n[2] "the north quay weighs 421 kilograms"\n</sources>`;
const HOLDS = 'Source 1: “the north quay weighs 412 kilograms”';
const HOLDS_NOT = 'Source 2, not found in the page: “the north quay weighs 421 kilograms”';
const ANSWER = { text: `The bell is heavy [1].\n\n- It was made by hand. [2]\n\n| Place | Weight |\n|---|---|\n| Quay | 412 kg 【1】 |\n\nIn code \`a[1]\` stays, and so does [3](https://example.org).${LIST}`, split: 5 };

const openPanelOn = (path: string) => openPanelBeside(stage, path);

/** What is marked in a page. */
const readMarked = (page: Page) => page.evaluate(() => [...(CSS.highlights as unknown as Map<string, Set<Range>>).values()].flatMap((ranges) => [...ranges].map(String)));

async function copied(page: Page, button: string): Promise<string> {
  await page.browserContext().overridePermissions(stage.docent.pageUrl('').slice(0, -1), ['clipboard-read']);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await press(page, 'button', button);
  await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
  return page.evaluate(() => navigator.clipboard.readText());
}

test('marks of an answer lead to the words of the page; what the page does not say is told to be so', async () => {
  const { page, panel } = await openPanelOn('/story');
  stage.api.script(ANSWER);
  await ask(panel, 'What does the bell weigh?');
  const { text, whole } = await waitForText(panel, 'Sources (2)');
  expect(plain(text)).toBe('The bell is heavy [1].\nIt was made by hand. [2?]\nIt was made by hand. [2?]\nPlace\nWeight\nQuay\n412 kg [1]\nIn code a[1] stays, and so does 3 example.org.');
  expect(whole).not.toContain('<sources>');
  expect(whole).not.toContain('421');
  expect(JSON.stringify(stage.api.tasks().at(-1)?.body)).toContain('<sources>');
  const heard = await panel.$eval('[aria-live="polite"]', ({ textContent }) => textContent);
  expect(heard).not.toMatch(/\[[12]|【|sources/);

  const before = await page.evaluate(() => scrollY);
  await press(panel, 'button', HOLDS);
  await page.waitForFunction((y) => scrollY > y, {}, before);
  await expect.poll(() => readMarked(page)).toEqual(['the north quay weighs 412 kilograms']);
  await inspect(panel, 'panel-sources-folded');
  await press(panel, 'button', HOLDS_NOT);
  await waitForText(panel, 'not found in the page');
  expect(await panel.evaluate(() => document.activeElement?.closest('.sources li')?.textContent)).toContain('421 kilograms');
  await inspect(panel, 'panel-sources');

  expect(await copied(panel, 'Copy answer')).toBe('The bell is heavy [1].\n\n- It was made by hand. [2]\n\n| Place | Weight |\n|---|---|\n| Quay | 412 kg [1] |\n\nIn code `a[1]` stays, and so does [3](https://example.org).\n\n**Sources**\n\n- [1] “the north quay weighs 412 kilograms”\n- [2] “the north quay weighs 421 kilograms” (not found in the page)\n');
  expect(await copied(panel, 'Copy as plain text')).toBe('The bell is heavy.\n\nIt was made by hand.\n\nPlace\tWeight\nQuay\t412 kg\n\nIn code a[1] stays, and so does 3 example.org.');

  // The next question is asked without the marks of the last answer.
  stage.api.script({ text: 'In Lübeck [1].\n<sources>\n[1] "cast in Lübeck"' });
  await ask(panel, 'Where was it cast?');
  const sent = stage.api.tasks().at(-1)?.body as { messages: { role: string; content: string }[] };
  expect(sent.messages.find(({ role }) => role === 'assistant')?.content).toMatch(/^The bell is heavy\.\n\n- It was made by hand\.\n/);

  // The tab shows another page now: the way back is a link.
  await page.goto(stage.sites.url('/other'));
  await press(panel, 'button', 'Source 1: “cast in Lübeck”');
  await waitForText(panel, 'This tab shows another page.');
  expect(await panel.evaluate(() => [...document.querySelectorAll('a')].find((link) => link.textContent === 'Open its page')?.href)).toBe(`${stage.sites.url('/story')}#:~:text=cast%20in%20L%C3%BCbeck`);
  await page.close();
});

test('the popup has them too; switched off in the settings, nothing is asked for and nothing is marked', async () => {
  stage.api.script({ text: `- The bell is heavy [1].${LIST}` });
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?popup'));
  await waitForEnd(popup);
  await press(popup, 'button', HOLDS);
  await expect.poll(() => readMarked(page)).toEqual(['the north quay weighs 412 kilograms']);
  await photograph(popup, 'popup-sources');
  await page.close();

  const options = await openOwnPage(stage.docent, 'options.html');
  await press(options, 'switch', 'Mark sources in answers');
  await options.waitForFunction(() => [...document.querySelectorAll('[role="status"]')].some(({ textContent }) => textContent?.includes('Saved')));
  await (await find(options, 'switch', 'Mark sources in answers')).scrollIntoView();
  await photograph(options, 'options-sources');
  stage.api.script({ text: '- The bell is heavy [1].' });
  const off = await summarize(stage.docent, stage.sites.url('/story?off'));
  expect((await waitForEnd(off.popup)).text).toContain('The bell is heavy [1].');
  expect(await off.popup.$$('.source-mark, .sources')).toHaveLength(0);
  expect(JSON.stringify(stage.api.tasks().at(-1)?.body)).not.toContain('<sources>');
  await off.page.close();
  await press(options, 'switch', 'Mark sources in answers');
  await options.waitForFunction(() => document.querySelector<HTMLInputElement>('[aria-labelledby="sources-title"] input')?.checked);
  await options.close();
});

test('a background killed while the sources are being named: Continue goes on with the list', async () => {
  const half = `The bell is heavy [1]. It is old [2].\n\n<sources>\n[1] "weighs 412 kilograms and was cast"\n[2] "`;
  stage.api.script({ text: `${half}${'word '.repeat(200)}`, until: new Promise(() => undefined) });
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?killed'));
  await find(popup, 'button', 'Source 1: “weighs 412 kilograms and was cast”');
  await killWorker(stage.docent);
  const interrupted = await waitForText(popup, 'stopped Docent in the middle');
  expect(plain(interrupted.text)).toBe('The bell is heavy [1]. It is old [2].');
  stage.api.script({ text: '[2] "was cast in Lübeck"\n</sources>' });
  await press(popup, 'button', 'Continue');
  const whole = await waitForText(popup, 'Sources (2)');
  expect(plain(whole.text)).toBe('The bell is heavy [1]. It is old [2].');
  await find(popup, 'button', 'Source 2: “was cast in Lübeck”');
  const { messages } = stage.api.tasks().at(-1)?.body as { messages: { role: string; content: string }[] };
  expect(messages.at(-2)).toMatchObject({ role: 'assistant', content: expect.stringMatching(/<sources>\n\[1\] "weighs 412 kilograms and was cast"\n$/) as string });
  await page.close();
});

test('a voice says nothing of marks and sources', async () => {
  const { page, panel } = await openPanelOn('/story?aloud');
  await useServerVoice(stage.docent, stage.api, { rate: 4 });
  stage.api.script({ text: `The bell is heavy [1]. It was made by hand. [2] It rings.${LIST}` });
  await ask(panel, 'Is it heavy?');
  await press(panel, 'button', 'Read answer aloud');
  await waitForReadingEnd(panel, 20_000);
  expect(askedTexts(stage.api).map((text) => text.trim())).toEqual(['The bell is heavy.', 'It was made by hand.', 'It rings.']);
  await page.close();
});

test('an exported conversation has its sources below its answers', async () => {
  const { parts } = await callDocent<{ parts: string[] }>(stage.docent, 'exportConversations', { as: 'markdown' });
  const text = parts.join('');
  expect(text).toContain('**Sources**\n\n- [1] “the north quay weighs 412 kilograms”\n- [2] “the north quay weighs 421 kilograms” (not found in the page)');
  expect(text).not.toContain('<sources>');
});

test('answers about a text that is read in parts quote it', async () => {
  await useSmallModel(stage.docent, 1);
  const { page, panel } = await openPanelOn('/long');
  const note = (section: number) => ({ text: `- Lighthouse ${section} has a number. "${factOf(section)}"` });
  stage.api.script(...[1, 2, 3, 4].map(note), { text: `All have numbers [1] [2].\n<sources>\n[1] "${factOf(3)}"\n[2] "The number of lighthouse 3 is 7004."\n</sources>` });
  const before = stage.api.tasks().length;
  await press(panel, 'button', 'Summarize page');
  await waitForText(panel, 'Sources (2)');
  await find(panel, 'button', `Source 1: “${factOf(3).replace(/\.$/, '')}”`);
  await find(panel, 'button', 'Source 2, not found in the page: “The number of lighthouse 3 is 7004.”');
  const sent = stage.api.tasks().slice(before).map(({ body }) => JSON.stringify(body));
  expect(sent.slice(0, 4).every((body) => body.includes('copied letter by letter'))).toBe(true);
  await press(panel, 'button', `Source 1: “${factOf(3).replace(/\.$/, '')}”`);
  await expect.poll(() => readMarked(page)).toEqual([factOf(3).replace(/\.$/, '')]);
  await page.close();
});

test('sources of a page that is read from right to left', async () => {
  await callDocent(stage.docent, 'updateSettings', { chatModel: 'gpt-4o-mini' });
  const { page, panel } = await openPanelOn('/arabic');
  stage.api.script({ text: 'أُغلق الرصيف في عام ١٨٥٢ [١]. وكان السبب عاصفة [٢].\n\nالمصادر:\n[١] «الرصيف الشمالي في عام ١٨٥٢ بسبب العاصفة»\n[٢] «العاصفة الكبرى التي ضربت القرية»' });
  await ask(panel, 'متى أُغلق الرصيف؟');
  await waitForText(panel, 'Sources (2)');
  await press(panel, 'button', 'Source 2, not found in the page: \u2068“العاصفة الكبرى التي ضربت القرية”\u2069');
  await waitForText(panel, 'not found in the page');
  await panel.evaluate(() => { document.documentElement.dir = 'rtl'; });
  await photograph(panel, 'panel-sources-ar');
  await page.close();
});

test('without a key, each sentence of the quick summary leads to its place', async () => {
  await callDocent(stage.docent, 'updateSettings', { engine: 'device' });
  const { page, popup } = await summarize(stage.docent, stage.sites.url('/story?device'));
  const { text } = await waitForEnd(popup);
  expect(text).toMatch(/\[1\]/);
  const label = await popup.$eval('.source-mark', (mark) => mark.getAttribute('aria-label') ?? '');
  await press(popup, 'button', label);
  await expect.poll(() => readMarked(page)).toEqual([/“(.*)”/.exec(label)?.[1]]);
  await photograph(popup, 'popup-sources-device');
  await page.close();
});
