// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { logAsCsv, logAsJson } from '~/components/guard/log-files';
import { OptionsPage } from '~/components/settings/options-page';
import { DEFAULT_GUARD_OPTIONS, type GuardLogEntry } from '~/lib/shared/guard';
import { FakeBackground } from '../fake-background';
import { mount, settle } from '../mount';
import { useMessages } from '../use-messages';

let background: FakeBackground;
vi.mock('~/lib/messaging/call', () => ({ call: (...asked: [never, never]) => background.call(...asked) }));

const ENTRIES: GuardLogEntry[] = [
  { id: '2', at: Date.UTC(2026, 10, 20, 12), site: 'shop.example', checkpoint: 'hidden', verdict: { kind: 'unsafe', hazards: ['prompt-injection'] }, carriers: ['comment'], outcome: 'warned' },
  { id: '1', at: Date.UTC(2026, 10, 19, 12), site: '=cmd()', checkpoint: 'page', verdict: { kind: 'unknown', reason: 'timeout' }, outcome: 'passed', model: 'guard "8b"' },
];

beforeEach(() => {
  useMessages();
  background = new FakeBackground();
});

const section = () => {
  const found = document.querySelector('[aria-labelledby="safety-title"]');
  if (!found) throw new Error('no section for safety');
  return found;
};
const group = (name: string) => [...section().querySelectorAll('fieldset')].find((one) => one.querySelector('legend')?.textContent === name);

async function choose(select: HTMLSelectElement | undefined | null, value: string) {
  if (!select) throw new Error('no such choice');
  await act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

describe('the settings of the guard', () => {
  it('check page and pictures on demand only, and ask what to do without a verdict once something is checked', async () => {
    await mount(<OptionsPage />);
    const page = group('Page text');
    expect(page?.querySelectorAll('select')).toHaveLength(1);
    expect(page?.querySelector('select')?.selectedOptions[0]?.textContent).toBe('Check only when I ask');
    expect(group('Answers')?.querySelector('select')?.selectedOptions[0]?.textContent).toBe('Do not check');
    await choose(page?.querySelector('select'), 'block');
    expect(background.settings.guard.checkpoints.page).toEqual({ action: 'block', onUnknown: 'open' });
    await choose(group('Page text')?.querySelectorAll('select')[1], 'closed');
    expect(background.settings.guard.checkpoints.page).toEqual({ action: 'block', onUnknown: 'closed' });
  });

  it('leave no choice while Strict is on, and come back when it is off', async () => {
    background.settings.guard = { ...DEFAULT_GUARD_OPTIONS, strict: true };
    const page = await mount(<OptionsPage />);
    expect(group('My messages')?.disabled).toBe(true);
    expect(group('My messages')?.querySelector('select')?.value).toBe('block');
    await act(() => page.get('switch', 'Strict').click());
    await settle();
    expect(group('My messages')?.disabled).toBe(false);
    expect(group('My messages')?.querySelector('select')?.value).toBe('off');
  });

  it('let hazards be left out', async () => {
    await mount(<OptionsPage />);
    const box = [...section().querySelectorAll('label')].find(({ textContent }) => textContent === 'Defamation')?.querySelector('input');
    await act(() => box?.click());
    expect(background.settings.guard.hazards).not.toContain('defamation');
    expect(background.settings.guard.hazards).toContain('hate');
  });

  it('have a guard model of their own', async () => {
    const page = await mount(<OptionsPage />);
    const field = page.get('combobox', 'Guard model') as HTMLInputElement;
    expect(field.placeholder).toBe('A guard model of the server, else the chat model');
    await act(() => {
      field.focus();
      field.value = 'guard';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settle();
    expect(page.get('option').textContent).toContain('llama-guard3:8b');
  });
});

describe('the log', () => {
  it('is shown in words and cleared', async () => {
    background.log = ENTRIES;
    const page = await mount(<OptionsPage />);
    const rows = [...section().querySelectorAll('tbody tr')].map((row) => [...row.children].slice(1).map(({ textContent }) => textContent));
    expect(rows).toEqual([
      ['shop.example', 'Instructions to AI', "Instructions to AI assistants, In a comment of the page's code", 'Warned'],
      ['=cmd()', 'Page text', 'the guard did not answer in time', 'Passed'],
    ]);
    await page.press('Clear log');
    expect(background.inputsOf('clearGuardLog')).toHaveLength(1);
    expect(section().textContent).toContain('The log is empty now.');
    expect(section().querySelector('table')).toBeNull();
  });

  it('says why it could not be read or cleared', async () => {
    background.refusals.set('getGuardLog', { code: 'storage-failed' });
    await mount(<OptionsPage />);
    expect(section().querySelector('[role=alert]')?.textContent).toBeTruthy();
  });

  it('is a JSON file with all of it', () => {
    expect(JSON.parse(logAsJson(ENTRIES))).toEqual(ENTRIES);
  });

  it('is a CSV file in which no field becomes a formula', () => {
    expect(logAsCsv(ENTRIES).split('\r\n')).toEqual([
      '"time","site","checkpoint","verdict","details","outcome","model"',
      '"2026-11-20T12:00:00.000Z","shop.example","hidden","unsafe","prompt-injection comment","warned",""',
      '"2026-11-19T12:00:00.000Z","\'=cmd()","page","unknown","timeout","passed","guard ""8b"""',
      '',
    ]);
  });
});
