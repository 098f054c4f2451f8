// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OptionsPage } from '~/components/settings/options-page';
import { FakeBackground } from './fake-background';
import { mount, settle } from './mount';
import { useMessages } from './use-messages';

let background: FakeBackground;
vi.mock('~/lib/messaging/call', () => ({ call: (...asked: [never, never]) => background.call(...asked) }));

beforeEach(() => {
  useMessages();
  background = new FakeBackground();
});

async function enter(field: HTMLElement, value: string, event = 'change') {
  await act(() => {
    (field as HTMLInputElement).value = value;
    field.dispatchEvent(new Event(event, { bubbles: true }));
  });
  await settle();
}

const press = async (field: HTMLElement, key: string) => {
  await act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
  await settle();
};

describe('OptionsPage', () => {
  it('stores a base URL when it is one, and says so', async () => {
    const page = await mount(<OptionsPage />);
    await enter(page.get('textbox', 'Base URL'), 'not an address');
    expect(page.get('alert').textContent).toContain('The base URL is not the address');
    expect(background.inputsOf('updateSettings')).toEqual([]);
    await enter(page.get('textbox', 'Base URL'), 'http://gateway.example/v1');
    expect(page.get('alert').textContent).toContain('without encryption');
    expect(background.inputsOf('updateSettings')).toEqual([]);
    // The background completes an address and finds the preset that lives there.
    await enter(page.get('textbox', 'Base URL'), 'localhost:11434');
    expect(background.inputsOf('updateSettings')).toEqual([{ baseUrl: 'localhost:11434' }]);
    expect(page.get('status', 'Saved').textContent).toBe('Saved');
  });

  it('shows what is stored when a change could not be', async () => {
    const page = await mount(<OptionsPage />);
    background.refusals.set('updateSettings', { code: 'storage-full' });
    const style = page.get('combobox', 'Style') as HTMLSelectElement;
    await act(() => {
      style.value = 'simple';
      style.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settle();
    expect(page.get('alert').textContent).toContain('no storage space left');
    expect(style.value).toBe('key-points');
  });

  it('stores the key, empties the field and shows only what the key ends in', async () => {
    const page = await mount(<OptionsPage />);
    const field = page.get('textbox', 'API key') as HTMLInputElement;
    expect(field.type).toBe('password');
    await enter(field, ' sk-secret-1234 ');
    expect(background.inputsOf('setKey')).toEqual([{ key: 'sk-secret-1234' }]);
    expect(field.value).toBe('');
    expect(page.text()).toContain('Saved, ends in …1234');
    await page.press('Delete key');
    expect(background.inputsOf('setKey').at(-1)).toEqual({ key: '' });
  });

  it('finds a model by typing and takes it by keyboard', async () => {
    const page = await mount(<OptionsPage />);
    const field = page.get('combobox', 'Chat model');
    expect(field.getAttribute('placeholder')).toBe('Default: demo-lite');
    await enter(field, 'demo', 'input');
    expect([...document.querySelectorAll('[role=option]')]).toHaveLength(2);
    await press(field, 'ArrowDown');
    await press(field, 'ArrowDown');
    expect(field.getAttribute('aria-activedescendant')).toBe(document.querySelector('[aria-selected=true]')?.id);
    await press(field, 'Enter');
    expect(background.settings.chatModel).toBe('demo-large');
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('takes the id of a model that is not listed, and Escape keeps the old one', async () => {
    const page = await mount(<OptionsPage />);
    const field = page.get('combobox', 'Chat model') as HTMLInputElement;
    await enter(field, 'my/own-model', 'input');
    await press(field, 'Enter');
    expect(background.settings.chatModel).toBe('my/own-model');
    await enter(field, 'something else', 'input');
    await press(field, 'Escape');
    expect(field.value).toBe('my/own-model');
  });

  it('tests the connection and says what it found, or what is wrong', async () => {
    const page = await mount(<OptionsPage />);
    await page.press('Test connection');
    expect(page.text()).toContain('Connected to api.example.com: 3 models. Balance US$12.50.');
    background.refusals.set('testConnection', { code: 'bad-key', host: 'api.example.com' });
    await page.press('Test connection');
    expect(page.get('alert').textContent).toContain('api.example.com did not accept the API key');
  });

  it('asks for access to a server it may not reach, inside the click', async () => {
    const page = await mount(<OptionsPage />);
    page.platform.hasOrigin.mockResolvedValue(false);
    await enter(page.get('textbox', 'Base URL'), 'https://gateway.example/v1');
    expect(page.text()).toContain('Docent needs your permission to reach gateway.example');
    await page.press('Allow access to gateway.example');
    expect(page.platform.requestOrigin).toHaveBeenCalledWith('https://gateway.example');
    expect(page.find('button', 'Allow access to gateway.example')).toBeUndefined();
  });

  it('forgets a server the reader agreed to', async () => {
    background.settings.sendAcceptedHosts = ['a.example', 'b.example'];
    const page = await mount(<OptionsPage />);
    await page.press('Forget a.example');
    expect(background.settings.sendAcceptedHosts).toEqual(['b.example']);
  });

  it('offers models for pictures that are not known to take none', async () => {
    const page = await mount(<OptionsPage />);
    const field = page.get('combobox', 'Vision model');
    expect((field as HTMLInputElement).placeholder).toContain('Default');
    await act(() => field.click());
    expect([...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent)).toEqual(['demo-lite', 'demo-large']);
    await enter(field, 'demo-large', 'input');
    await press(field, 'ArrowDown');
    await press(field, 'Enter');
    expect(background.settings.visionModel).toBe('demo-large');
  });

  it('stores size and language of pictures, and stops putting descriptions back on a site', async () => {
    background.settings.pictures.restoreOrigins = ['https://a.example', 'https://b.example'];
    const page = await mount(<OptionsPage />);
    const size = page.get('combobox', 'Size of pictures sent') as HTMLSelectElement;
    expect([...size.options].map(({ text }) => text)).toEqual(['768 pixels', '1,024 pixels', '1,536 pixels', '2,048 pixels']);
    expect(size.selectedIndex).toBe(2);
    await act(() => {
      size.selectedIndex = 0;
      size.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settle();
    await page.press('Stop on https://a.example');
    expect(background.settings.pictures).toEqual({ maxSide: 768, language: 'page', restoreOrigins: ['https://b.example'] });
  });
});
