// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { background } from '../use-background';
import { Popup } from '~/components/page/popup';
import type { PlayerItem, PlayerState } from '~/lib/shared/player';
import { makeRun } from '../fake-background';
import { mount, settle, type Mounted } from '../mount';

const item = (id: string, changes: Partial<PlayerItem> = {}): PlayerItem => ({
  id, kind: 'page', tabId: 1, title: `Page ${id}`, url: `https://harbour.example/${id}`, pictures: false, ...changes,
});
const PLAYING: PlayerState = {
  status: 'playing',
  queue: [item('a')],
  sentence: { id: 'b1:0', text: 'The quay will close.', lang: 'en' },
  share: 0.25,
  secondsLeft: 200,
};

async function open(state: Partial<PlayerState> = PLAYING): Promise<Mounted> {
  background.player = { ...background.player, ...state };
  const page = await mount(<Popup tabId={1} />);
  if (background.player.queue.length > 0) await vi.waitFor(() => page.get('group', 'Player'));
  return page;
}
const control = () => background.inputsOf('controlPlayer').map((input) => (input as { action: string }).action);

async function slide(element: HTMLElement, value: number) {
  await act(() => {
    (element as HTMLInputElement).value = String(value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
    element.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

describe('reading aloud', () => {
  it('begins where the reader stopped last, with one press', async () => {
    const page = await open({});
    expect(page.find('group', 'Player')).toBeUndefined();
    await page.press('Read aloud');
    expect(background.inputsOf('readAloud')).toEqual([{ tabId: 1, from: { kind: 'resume' }, pictures: false }]);
  });

  it('gets ready when the pointer comes near, and reads the page when the button goes down, but not for the other button', async () => {
    const page = await open({});
    const button = page.get('button', 'Read aloud');
    const point = (type: string, about: PointerEventInit = {}) => act(() => void button.dispatchEvent(new PointerEvent(type, { bubbles: true, ...about })));
    for (const type of ['pointerenter', 'pointerenter', 'pointerdown']) await point(type);
    await point('pointerdown', { button: 2 });
    expect(background.inputsOf('prepareReading')).toEqual([{}, { tabId: 1 }]);
    expect(background.inputsOf('readAloud')).toEqual([]);
  });

  it('begins elsewhere from the menu beside the button, which gives the focus back', async () => {
    const page = await open({});
    for (const [name, kind] of [['From the start', 'start'], ['Only the selection', 'selection'], ['From the selection on', 'here']]) {
      await page.press('More ways to read aloud');
      await vi.waitFor(() => page.get('button', name));
      await page.press(name ?? '');
      expect(background.inputsOf('readAloud').at(-1)).toEqual({ tabId: 1, from: { kind }, pictures: false });
      expect(page.find('button', name)).toBeUndefined();
      expect(document.activeElement).toBe(page.get('button', 'More ways to read aloud'));
    }
  });

  it('remembers whether pictures are described', async () => {
    const page = await open({});
    await page.press('More ways to read aloud');
    await vi.waitFor(() => page.get('switch'));
    await act(() => page.get('switch').click());
    await settle();
    expect(background.settings.speech.pictures).toBe(true);
    await page.press('Read aloud');
    expect(background.inputsOf('readAloud')).toMatchObject([{ pictures: true }]);
  });

  it('reads an answer, also while it grows, when the other actions are not there yet', async () => {
    background.runs = [makeRun({ state: 'streaming' })];
    const page = await open({});
    await page.press('Read answer aloud');
    expect(background.inputsOf('readAnswer')).toEqual([{ runId: 'r1' }]);
    expect(page.find('button', 'Copy answer')).toBeUndefined();
  });

  it('says why it did not begin', async () => {
    background.refusals.set('readAloud', { code: 'page-forbidden' });
    const page = await open({});
    await page.press('Read aloud');
    await vi.waitFor(() => expect(page.get('alert').textContent).toContain('does not let extensions read this page'));
  });
});

describe('Player', () => {
  it('shows the sentence without announcing it, and what is left', async () => {
    const page = await open();
    expect(page.text()).toContain('The quay will close.');
    expect(page.text()).toMatch(/3 mins? left/);
    const player = page.get('group', 'Player');
    const said = () => [...player.querySelectorAll('[aria-live], [role=status], [role=alert]')].map(({ textContent }) => textContent).join('');
    expect(said()).toBe('');
    await act(() => background.tellPlayer({ sentence: { id: 'b1:21', text: 'It opens in May.' } }));
    expect(page.text()).toContain('It opens in May.');
    expect(said()).toBe('');
    // What no ear can tell is said.
    await act(() => background.tellPlayer({ status: 'ended' }));
    expect(said()).toBe('Read to the end');
  });

  it('plays and pauses with one button, moves by sentence and paragraph, and stops', async () => {
    const page = await open();
    await page.press('Pause');
    await act(() => background.tellPlayer({ status: 'paused' }));
    expect(page.find('button', 'Pause')).toBeUndefined();
    await page.press('Play');
    await page.press('Next sentence');
    await page.press('Previous sentence');
    await page.press('More controls');
    await page.press('Next paragraph');
    await page.press('Previous paragraph');
    await page.press('Stop reading');
    expect(control()).toEqual(['pause', 'play', 'next-sentence', 'previous-sentence', 'next-paragraph', 'previous-paragraph', 'stop']);
    await act(() => background.tellPlayer({ status: 'idle', queue: [] }));
    expect(page.find('group', 'Player')).toBeUndefined();
  });

  it('changes speed and volume at once and keeps them, and goes to a position', async () => {
    const page = await open();
    const speed = page.get('slider', 'Speed') as HTMLInputElement;
    expect([speed.min, speed.max]).toEqual(['0.5', '4']);
    await slide(speed, 1.5);
    expect(background.settings.player.rate).toBe(1.5);
    expect(speed.getAttribute('aria-valuetext')).toBe('1.5 times');
    await page.press('More controls');
    await slide(page.get('slider', 'Volume'), 0.4);
    expect(background.settings.player).toMatchObject({ rate: 1.5, volume: 0.4 });
    await slide(page.get('slider', 'Position'), 0.5);
    expect(background.inputsOf('seekPlayer')).toEqual([{ share: 0.5 }]);
  });

  it('stores only where a moving slider has come to while an earlier place is being stored', async () => {
    const page = await open();
    const speed = page.get('slider', 'Speed') as HTMLInputElement;
    await act(() => {
      for (const value of ['1.1', '1.2', '1.3', '1.4']) {
        speed.value = value;
        speed.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await settle();
    expect(background.inputsOf('updateSettings')).toMatchObject([{ player: { rate: 1.1 } }, { player: { rate: 1.4 } }]);
  });

  it('has no position for an answer that still grows', async () => {
    const page = await open({ ...PLAYING, queue: [item('a', { kind: 'answer', runId: 'r1' })], share: undefined, secondsLeft: undefined });
    await page.press('More controls');
    expect(page.find('slider', 'Position')).toBeUndefined();
  });

  it('says which page it reads when that is another, and leads there', async () => {
    const page = await open({ ...PLAYING, queue: [item('b', { tabId: 7 })] });
    expect(page.text()).toContain('Reading “Page b”');
    await page.press('Go to that page');
    expect(page.platform.showTab).toHaveBeenCalledWith(7);
  });

  it('reorders the queue, takes pages out and adds the present one', async () => {
    const queue = [item('a', { tabId: 7 }), item('b', { tabId: 8 }), item('c', { tabId: 9 })];
    const page = await open({ ...PLAYING, queue });
    await page.press('More controls');
    await page.press('Move down: Page b');
    await act(() => background.tellPlayer({ queue: [queue[0], queue[2], queue[1]].flatMap((one) => one ?? []) }));
    // Nothing is below it any more: the focus stays with the page that was moved.
    expect(document.activeElement).toBe(page.get('button', 'Move up: Page b'));
    await page.press('Remove: Page c');
    expect(background.inputsOf('moveItem')).toEqual([{ id: 'b', to: 2 }, { id: 'c', to: null }]);
    await page.press('Read next: this page');
    expect(background.inputsOf('readAloud')).toEqual([{ tabId: 1, from: { kind: 'start' }, pictures: false, append: true }]);
  });

  it('asks before a paid voice goes on, with what it costs and who gets the text', async () => {
    const page = await open({ ...PLAYING, status: 'paused', ask: { characters: 48_000, usd: 0.72, host: 'api.example.com' } });
    expect(page.get('alertdialog').textContent).toMatch(/api\.example\.com.*48,000 characters.*\$0\.72/);
    await page.press('Read');
    await page.press("Use the system's voice");
    expect(background.inputsOf('answerSpending')).toEqual([{ accept: true }, { accept: false }]);
    await page.press('Cancel');
    expect(control()).toEqual(['stop']);
  });

  it('offers a way out of every failure', async () => {
    const voice = { ref: { kind: 'api', model: 'tts', voice: 'nova' }, name: 'nova', lang: '', offline: false } as const;
    const page = await open({ ...PLAYING, status: 'failed', voice, error: { code: 'server-error', status: 502, host: 'api.example.com' } });
    await page.press('Retry');
    await page.press("Use the system's voice");
    expect(control()).toEqual(['play', 'use-system-voice']);
    await act(() => background.tellPlayer({ error: { code: 'audio-failed', origin: 'https://cdn.example.com', host: 'cdn.example.com' } }));
    await page.press('Allow access to cdn.example.com');
    expect(page.platform.requestOrigin).toHaveBeenCalledWith('https://cdn.example.com');
    await vi.waitFor(() => expect(control().at(-1)).toBe('play'));
    await act(() => background.tellPlayer({ error: { code: 'no-voices' } }));
    expect(page.find('button', "Use the system's voice")).toBeUndefined();
    await page.press('Open settings');
    expect(page.platform.openOptions).toHaveBeenCalled();
  });
});

describe('saving', () => {
  it('asks before the text is sent, saves under the name it is given, and shows how far it is', async () => {
    const links: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(`${this.download} ${this.href}`);
    });
    background.refusals.set('saveNarration', { code: 'not-accepted', host: 'api.example.com', characters: 1_234, usd: 0.02 });
    const page = await open({});
    await page.press('More ways to read aloud');
    await vi.waitFor(() => page.get('button', 'Save as audio'));
    await page.press('Save as audio');
    expect(page.get('alertdialog').textContent).toMatch(/voice of api\.example\.com.*1,234 characters.*\$0\.02/);
    background.refusals.clear();
    await page.press('Send and save');
    expect(background.inputsOf('saveNarration')).toEqual([false, true].map((accept) => ({ tabId: 1, as: 'audio', pictures: false, accept })));
    expect(links).toEqual(['North quay.wav blob:docent/1']);
    expect(page.text()).toContain('Saved as North quay.wav');
    await act(() => background.tellPlayer({ saving: { done: 3, of: 12 } }));
    await vi.waitFor(() => expect(page.get('progressbar', 'Saving the narration').getAttribute('aria-valuetext')).toBe('Saving: 3 of 12'));
    await page.press('Stop saving');
    expect(background.inputsOf('stopSaving')).toEqual([{}]);
  });
});
