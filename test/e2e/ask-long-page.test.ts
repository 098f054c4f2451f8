import { expect, test } from 'vitest';
import { waitForEnd, waitForText } from './support/answers.ts';
import { composeArticle } from './support/article.ts';
import { findBarriers } from './support/axe.ts';
import { find, openOwnPage, openPanel, openPopup, openTab, photograph, press } from './support/docent.ts';
import { composeLongPage, factOf, useSmallModel } from './support/long-pages.ts';
import { useStage } from './support/stage.ts';

const SECTIONS = 9;
const FOGHORN = '<p>The foghorn of the harbour was sold to a museum.</p>';
const stage = useStage({ pages: { '/story': composeArticle(), '/long': composeLongPage(SECTIONS), '/foghorn': composeLongPage(SECTIONS).replace('<h2>Lighthouse 6</h2>', `${FOGHORN}<h2>Lighthouse 6</h2>`) }, accept: '/story?accept' });

const NOTE = { text: '- Something was noted.' };

test('a question about a page larger than the model is answered from what fits it; Read all goes through all of it', async () => {
  await useSmallModel(stage.docent);
  const page = await openTab(stage.docent, stage.sites.url('/long'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  const before = stage.api.tasks().length;
  const sent = () => stage.api.tasks().slice(before).map(({ body }) => JSON.stringify(body));
  stage.api.script({ text: 'It is 7007.' });
  const box = await find(panel, 'textbox', 'Message');
  await box.type('What is the number of lighthouse 7?');
  await press(panel, 'button', 'Send');
  const answer = await waitForText(panel, 'Read all');
  expect(answer.text).toContain('It is 7007.');
  expect(answer.whole).toMatch(/Read the \d+ most relevant of \d+ parts/);
  expect(sent()).toHaveLength(1);
  expect(sent()[0]).toContain(factOf(7));
  expect(await findBarriers(panel)).toEqual([]);
  await photograph(panel, 'panel-passages');

  stage.api.script(...Array.from({ length: SECTIONS }, () => NOTE), { text: 'Having read it all: 7007.' });
  await press(panel, 'button', 'Read all');
  await waitForText(panel, 'Having read it all: 7007.');
  const whole = await waitForText(panel, 'Read 100%');
  expect(whole.whole).not.toContain('most relevant');
  expect((await waitForEnd(panel)).alert).toBe('');
  for (let section = 1; section <= SECTIONS; section++) expect(sent().slice(1).filter((body) => body.includes(factOf(section))), factOf(section)).toHaveLength(1);
  for (const body of sent()) expect(body).toContain('What is the number of lighthouse 7?');
  await panel.close();
  await page.close();
});

test('with a model for embeddings, chosen in the settings, what means the same is found, and what went out for that is shown', async () => {
  const options = await openOwnPage(stage.docent, 'options.html');
  const select = await find(options, 'combobox', 'Find what fits a question by');
  await select.select('text-embedding-3-small');
  await options.waitForFunction(() => [...document.querySelectorAll('[role="status"]')].some(({ textContent }) => textContent?.includes('Saved')));
  await select.scrollIntoView();
  await photograph(options, 'options-documents');
  await options.close();
  const page = await openTab(stage.docent, stage.sites.url('/foghorn'));
  const panel = await openPanel(stage.docent, await openPopup(stage.docent, page));
  const before = stage.api.tasks().length;
  stage.api.script({ text: 'A museum bought it.' });
  await (await find(panel, 'textbox', 'Message')).type('Who bought the siren?');
  await press(panel, 'button', 'Send');
  await waitForText(panel, 'A museum bought it.');
  await waitForText(panel, 'Read all');
  expect(JSON.stringify(stage.api.tasks().slice(before).map(({ body }) => body))).toContain('sold to a museum');
  const embedded = JSON.stringify(stage.api.requests.filter(({ path }) => path.endsWith('/embeddings')).map(({ body }) => body));
  for (let section = 1; section <= SECTIONS; section++) expect(embedded).toContain(factOf(section));
  await press(panel, 'button', 'What is sent');
  await panel.waitForFunction(() => document.querySelector('dialog')?.innerText.includes('text-embedding-3-small'));
  await page.close();
});
