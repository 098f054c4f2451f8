// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { background } from '../use-background';
import { OptionsPage } from '~/components/settings/options-page';
import type { Voice } from '~/lib/shared/player';
import { mount, settle, type Mounted } from '../mount';

const systemVoice = (uri: string, lang: string): Voice => ({ ref: { kind: 'system', uri }, name: uri, lang, offline: true });
const NOVA: Voice = { ref: { kind: 'api', model: 'openai/tts-1', voice: 'nova' }, name: 'Nova', lang: '', offline: false };

beforeEach(() => {
  background.voices = [
    ...Array.from({ length: 300 }, (_, index) => systemVoice(`Ada ${index}`, 'en-GB')),
    systemVoice('Amélie', 'fr'),
    NOVA,
  ];
});

async function type(field: HTMLElement, text: string) {
  await act(() => {
    (field as HTMLInputElement).value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await settle();
}
async function pressKey(field: HTMLElement, key: string) {
  await act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
}
async function take(page: Mounted, field: string, query: string) {
  await type(page.get('combobox', field), query);
  const option = [...document.querySelectorAll<HTMLElement>('[role=option]')].find((one) => one.textContent?.includes(query));
  if (!option) throw new Error(`no option ${query}`);
  await act(() => option.click());
  await settle();
}

it('finds a voice among many by asking for those that fit, under their languages', async () => {
  const page = await mount(<OptionsPage />);
  const field = page.get('combobox', 'Voice') as HTMLInputElement;
  expect(field.value).toBe("Your system's own voice");
  await act(() => field.click());
  await settle();
  expect(background.inputsOf('findVoices').at(-1)).toMatchObject({ query: '', lang: 'en-GB', limit: 60 });
  expect(document.querySelectorAll('[role=option]').length).toBeLessThanOrEqual(61);
  expect(page.text()).toContain('303 voices');
  expect(page.get('group', 'British English').querySelectorAll('[role=option]').length).toBeGreaterThan(50);

  await type(field, 'amé');
  expect([...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent)).toContain('Amélie');
  await pressKey(field, 'ArrowUp');
  await pressKey(field, 'Enter');
  await settle();
  expect(background.settings.player.voice).toEqual({ kind: 'system', uri: 'Amélie' });
  expect(field.value).toBe('Amélie');
});

it('takes no text that is no voice', async () => {
  const page = await mount(<OptionsPage />);
  const field = page.get('combobox', 'Voice') as HTMLInputElement;
  await type(field, 'nobody');
  expect(page.text()).toContain('No such voice.');
  await act(() => void field.dispatchEvent(new FocusEvent('blur')));
  await settle();
  expect(background.settings.player.voice).toEqual({ kind: 'system', uri: '' });
  expect(field.value).toBe("Your system's own voice");
});

it('asks for no access before the sound of a voice turns out to lie elsewhere, and then says why', async () => {
  const page = await mount(<OptionsPage />);
  await take(page, 'Voice', 'Nova');
  expect(background.settings.player.voice).toEqual({ kind: 'api', model: 'openai/tts-1', voice: 'nova' });
  expect(page.platform.requestOrigin).not.toHaveBeenCalled();
  background.refusals.set('previewVoice', { code: 'audio-failed', host: 'cdn.aimlapi.com', origin: 'https://cdn.aimlapi.com' });
  await page.press('Preview: nova (openai/tts-1)');
  expect(page.text()).toContain('cdn.aimlapi.com');
  background.refusals.clear();
  await page.press('Allow access to cdn.aimlapi.com');
  expect(page.platform.requestOrigin).toHaveBeenCalledWith('https://cdn.aimlapi.com');
  expect(background.inputsOf('previewVoice')).toHaveLength(2);
});

it('asks before a sentence goes to a server that nothing was ever sent to', async () => {
  const page = await mount(<OptionsPage />);
  await take(page, 'Voice', 'Nova');
  background.refusals.set('previewVoice', { code: 'not-accepted', host: 'api.aimlapi.com' });
  await page.press('Preview: nova (openai/tts-1)');
  expect(page.text()).toContain('one sentence is sent to api.aimlapi.com');
  background.refusals.clear();
  await page.press('Send and hear');
  expect(background.inputsOf('previewVoice').at(-1)).toMatchObject({ accept: true });
  expect(page.find('button', 'Send and hear')).toBeUndefined();
});

it('lets a voice be heard', async () => {
  const page = await mount(<OptionsPage />);
  await page.press("Preview: Your system's own voice");
  expect(background.inputsOf('previewVoice')).toEqual([{ voice: { kind: 'system', uri: '' }, lang: 'en-GB', accept: false }]);
});

it('has voices by language and for pictures, and takes them away', async () => {
  const page = await mount(<OptionsPage />);
  const add = page.get('combobox', 'Add a language') as HTMLSelectElement;
  await act(() => {
    add.selectedIndex = [...add.options].findIndex(({ text }) => text === 'French');
    add.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
  await take(page, 'Voice for French', 'Amélie');
  expect(background.settings.player.voices).toEqual({ fr: { kind: 'system', uri: 'Amélie' } });
  await page.press('Remove the voice for French');
  expect(background.settings.player.voices).toEqual({});
  await take(page, 'Voice for descriptions of pictures', 'Amélie');
  expect(background.settings.player.pictureVoice).toEqual({ kind: 'system', uri: 'Amélie' });
  await take(page, 'Voice for descriptions of pictures', 'The same as for the text');
  expect(background.settings.player.pictureVoice).toBeUndefined();
});

it('stores what is spoken of a text, and how much a paid voice may read', async () => {
  const page = await mount(<OptionsPage />);
  const choose = async (name: string, option: string) => {
    const select = page.get('combobox', name) as HTMLSelectElement;
    await act(() => {
      select.selectedIndex = [...select.options].findIndex(({ text }) => text === option);
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settle();
  };
  await choose('Code', 'Leave out');
  await choose('Tables', 'Cells only');
  await choose('Ask before a paid voice reads more than', 'Always ask');
  const followSwitch = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === 'Scroll the page along');
  await act(() => followSwitch?.querySelector('input')?.click());
  await settle();
  expect(background.settings.speech).toMatchObject({ code: 'skip', tables: 'cells', footnotes: 'skip' });
  expect(background.settings.player).toMatchObject({ limit: 0, follow: false });
});
