import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PlayerState } from '~/lib/shared/player.ts';
import { findBarriers } from './support/axe.ts';
import { type Docent, find, launchDocent, openOwnPage, photograph, press } from './support/docent.ts';
import { callDocent } from './support/pictures.ts';
import { openWithPlayer } from './support/staged-player.ts';
import { RECORDED_RATE, type SystemVoices, startSystemVoices, voicesMissing } from './support/system-voices.ts';

if (voicesMissing) console.log(`Skipped: ${voicesMissing}.`);

/** The list as a screen reader meets it. */
const readList = (page: Page) =>
  page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('[role="combobox"][aria-expanded="true"]');
    const list = document.getElementById(field?.getAttribute('aria-controls') ?? '');
    const options = [...(list?.querySelectorAll('[role="option"]') ?? [])];
    const active = document.getElementById(field?.getAttribute('aria-activedescendant') ?? '');
    return {
      hasFocus: document.activeElement === field,
      groups: [...(list?.querySelectorAll('[role="group"]') ?? [])].map(({ ariaLabel }) => ariaLabel),
      here: options.length,
      total: Number(options[0]?.ariaSetSize),
      places: options.every((option, index) => option.ariaPosInSet === String(index + 1)),
      active: active && options.indexOf(active),
      selected: options.findIndex(({ ariaSelected }) => ariaSelected === 'true'),
    };
  });

const waitForOptions = (page: Page, language: string) =>
  page.waitForFunction((wanted) => document.querySelector('[role="listbox"] [role="group"]')?.ariaLabel?.includes(wanted), {}, language);

describe.skipIf(voicesMissing)('the picker of voices, with as many as a system may have', () => {
  let docent: Docent;
  let voices: SystemVoices | undefined;

  beforeAll(async () => {
    voices = await startSystemVoices();
    docent = await launchDocent({ args: voices.args, env: voices.env });
    // How long a system takes to read in so many is not the picker's to say.
    const own = await openOwnPage(docent, 'options.html');
    await vi.waitUntil(async () => (await callDocent(own, 'findVoices', { query: '', limit: 1 })).total > 100, { timeout: 240_000 });
    await own.close();
  }, 300_000);
  afterAll(async () => {
    await docent?.browser.close();
    await voices?.[Symbol.asyncDispose]();
  });

  test('opens with those of the language, has no more of them in the document than were reached, and is worked by keyboard', async () => {
    const options = await openOwnPage(docent, 'options.html');
    const field = await find(options, 'combobox', 'Voice');
    await field.click();
    await waitForOptions(options, 'English');
    const first = await readList(options);
    expect(first).toMatchObject({ hasFocus: true, places: true, active: null, selected: -1 });
    expect(first.groups.every((name) => name?.includes('English'))).toBe(true);
    expect(first.total).toBeGreaterThan(100);
    expect(first.here).toBeLessThan(100);
    expect(await findBarriers(options)).toEqual([]);

    await field.press('ArrowDown');
    await field.press('ArrowDown');
    expect(await readList(options)).toMatchObject({ hasFocus: true, active: 1, selected: 1 });
    for (let page = 1; page <= 6; page++) await field.press('PageDown');
    await options.waitForFunction((before) => document.querySelectorAll('[role="option"]').length > before, {}, first.here);
    const further = await readList(options);
    expect(further).toMatchObject({ hasFocus: true, places: true, total: first.total });
    expect(further.here).toBeLessThan(300);

    await field.click({ count: 3 });
    await field.type('german');
    await waitForOptions(options, 'German');
    const found = await readList(options);
    expect(found.total).toBeLessThan(first.total);
    expect(found.groups.every((name) => name?.includes('German'))).toBe(true);
    await photograph(options, 'options-voices-thousands');
    await field.press('ArrowDown');
    await field.press('Enter');
    await find(options, 'status', 'Saved');
    const chosen = await field.evaluate((element) => (element as HTMLInputElement).value);
    expect(chosen).toContain('German');

    const tape = voices?.record();
    await press(options, 'button', `Preview: ${chosen}`);
    // It is heard, however long the voice takes to begin.
    await expect.poll(() => tape?.loud() ?? 0, { timeout: 60_000 }).toBeGreaterThan(RECORDED_RATE / 10);
    await tape?.end();
    await options.close();
  });

  test('in the player the language of the text comes first', async () => {
    const item = { id: 'a', title: 'Der Hafen', tabId: 1, kind: 'page', url: 'https://hafen.example/', pictures: false } as const;
    const state: PlayerState = { status: 'paused', queue: [item], sentence: { id: 'b1:0', text: 'Der Hafen schlief.', lang: 'de' } };
    const panel = await openWithPlayer(docent, 'sidepanel.html', 1, state);
    await press(panel, 'button', 'More controls');
    await (await find(panel, 'combobox', 'Voice')).click();
    await waitForOptions(panel, 'German');
    expect((await readList(panel)).groups[0]).toContain('German');
    await panel.close();
  });
});
