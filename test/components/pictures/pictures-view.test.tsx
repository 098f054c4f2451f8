// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PicturesView } from '~/components/pictures/pictures-view';
import type { PictureProgress } from '~/lib/shared/picture';
import type { RunRequest } from '~/lib/shared/run';
import { FakeBackground, makePicture } from '../fake-background';
import { mount, settle, type Mounted } from '../mount';
import { useMessages } from '../use-messages';

let background: FakeBackground;
vi.mock('~/lib/messaging/call', () => ({ call: (...asked: [never, never]) => background.call(...asked) }));
vi.mock('~/lib/messaging/watch-pictures', () => ({ watchPictures: (...asked: [never, never, never]) => background.watchPictures(...asked) }));

const QUAY = makePicture('p1', { name: 'The quay', caption: 'Low tide', heading: 'Repairs' });
const BARE = makePicture('p2');
const CHART = makePicture('p3', { kind: 'canvas', src: '' });
const ORNAMENT = makePicture('p4', { decorative: true, kind: 'background' });
const started = vi.fn<(request: RunRequest) => void>();
const back = vi.fn();

beforeEach(() => {
  useMessages();
  vi.clearAllMocks();
  background = new FakeBackground();
  background.settings.baseUrl = 'https://api.example.com/v1';
  background.list.pictures = [QUAY, BARE, CHART, ORNAMENT];
});

async function show(): Promise<Mounted> {
  const view = (await background.call('getSettings', {})) as never;
  return mount(
    <PicturesView tabId={1} pageVersion={0} view={view} hidden={false} passing={false} onStart={started} onBack={back} />,
  );
}

const rows = () => [...document.querySelectorAll<HTMLElement>('li.picture')];
const inRow = (index: number, name: string) =>
  [...(rows()[index]?.querySelectorAll('button') ?? [])].find((button) => (button.getAttribute('aria-label') ?? button.textContent) === name);

async function click(element: Element | undefined) {
  await act(() => (element as HTMLElement).click());
  await settle();
}

async function tell(live: boolean, ...items: PictureProgress[]) {
  await act(() => {
    for (const item of items) background.tellPictures({ type: 'item', item, live });
  });
}

describe('the list', () => {
  it('says what a screen reader says of each picture, or that it says nothing, and where it stands', async () => {
    const page = await show();
    expect(page.text()).toContain('4 pictures, 2 without description');
    expect(rows().map((row) => row.querySelector('h3')?.textContent)).toEqual(['The quay', 'no description', 'no description', 'decorative']);
    expect(rows()[0]?.textContent).toContain('Low tide');
    expect(rows()[0]?.textContent).toContain('Under “Repairs”');
    expect(rows()[2]?.textContent).toContain('Canvas · 1,600 × 1,000');
    expect(document.activeElement?.textContent).toBe('Pictures');
  });

  it('draws all of hundreds, some at a time', async () => {
    background.list.pictures = Array.from({ length: 400 }, (_, index) => makePicture(`p${index + 1}`));
    await show();
    expect(rows().length).toBeLessThan(100);
    await vi.waitFor(() => expect(rows()).toHaveLength(400));
    expect(document.querySelector('[role=list]')?.getAttribute('aria-busy')).toBe('false');
  });

  it('says so when there are none, when it fails, and lists again', async () => {
    background.list.pictures = [];
    const page = await show();
    expect(page.text()).toContain('No pictures');
    background.refusals.set('listPictures', { code: 'page-permission', origin: 'https://harbour.example' });
    await page.press('List again');
    expect(page.get('alert').textContent).toContain('may not read this site');
    background.refusals.clear();
    background.list = { ...background.list, pictures: [BARE] };
    await page.press('Allow access to harbour.example');
    expect(page.platform.requestOrigin).toHaveBeenCalledWith('https://harbour.example');
    expect(rows()).toHaveLength(1);
    expect(page.find('alert')).toBeUndefined();
  });

  it('asks for a site whose pictures are closed, and lists again when it is allowed', async () => {
    background.list.closedOrigins = ['https://harbour.example'];
    const page = await show();
    expect(page.text()).toContain('3 pictures come from harbour.example, which Docent may not read');
    background.list = { ...background.list, closedOrigins: [] };
    await page.press('Allow access to harbour.example');
    expect(page.text()).not.toContain('may not read');
  });
});

describe('one picture', () => {
  it('is explained in the conversation', async () => {
    await show();
    const picture = { id: 'p1', src: QUAY.src };
    for (const [name, task] of [['Describe in detail', 'describe-image'], ['Read text', 'read-image-text'], ['Explain chart', 'explain-chart']]) {
      await click(inRow(0, name ?? ''));
      expect(started).toHaveBeenLastCalledWith({ task, source: { kind: 'image', picture } });
    }
  });

  it('is described at once, or after a question where nothing was ever sent', async () => {
    const page = await show();
    await click(inRow(1, 'Describe'));
    expect(background.inputsOf('describePictures')).toEqual([{ tabId: 1, ids: ['p2'], accept: false }]);
    expect(document.querySelector('dialog')).toBeNull();
    background.refusals.set('describePictures', { code: 'not-accepted' });
    await click(inRow(1, 'Describe'));
    expect(page.text()).toContain('The pictures are sent to api.example.com');
    background.refusals.clear();
    await page.press('Start');
    expect(background.inputsOf('describePictures').at(-1)).toEqual({ tabId: 1, ids: ['p2'], accept: true });
  });

  it('shows a thumbnail that is here already, and none from anywhere else', async () => {
    vi.stubGlobal('IntersectionObserver', class {
      readonly #tell: IntersectionObserverCallback;
      constructor(tell: IntersectionObserverCallback) { this.#tell = tell; }
      observe(target: Element) { this.#tell([{ isIntersecting: true, target } as unknown as IntersectionObserverEntry], this as never); }
      unobserve() {}
      disconnect() {}
    });
    background.thumbnails = { p1: 'data:image/jpeg;base64,AAAA', p2: 'https://evil.example/track.png' };
    await show();
    await vi.waitFor(() => expect(rows()[0]?.querySelector('img')?.getAttribute('src')).toBe('data:image/jpeg;base64,AAAA'));
    await tell(false, { id: 'p1', state: 'done', text: 'A quay.' }, { id: 'p3', state: 'done', text: 'A chart.', thumbnail: 'data:image/jpeg;base64,BBBB' });
    expect(document.querySelectorAll('.picture img')).toHaveLength(2);
    expect(rows()[2]?.querySelector('img')?.getAttribute('src')).toBe('data:image/jpeg;base64,BBBB');
    vi.unstubAllGlobals();
  });

  it('shows its description, marked, to be edited and added', async () => {
    const page = await show();
    await tell(true, { id: 'p2', state: 'working' });
    expect(rows()[1]?.textContent).toContain('Describing…');
    await tell(false, { id: 'p2', state: 'done', text: 'A blue boat.', animated: true });
    expect(rows()[1]?.textContent).toContain('By AI; may be wrong');
    expect(rows()[1]?.textContent).toContain('Only the first frame');
    await click(inRow(1, 'Edit description'));
    const field = page.get('textbox', 'Description') as HTMLTextAreaElement;
    expect(document.activeElement).toBe(field);
    await act(() => {
      field.value = 'A blue rowing boat.';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await click(inRow(1, 'Add to page'));
    expect(background.inputsOf('addToPage')).toEqual([
      { tabId: 1, entries: [{ ref: { id: 'p2', src: BARE.src }, text: 'A blue rowing boat.' }] },
    ]);
    expect(inRow(1, 'In the page')?.getAttribute('aria-disabled')).toBe('true');
    await page.press('Remove from page');
    expect(background.inputsOf('removeFromPage')).toHaveLength(1);
    expect(inRow(1, 'Add to page')).toBeDefined();
  });
});

describe('all pictures without description', () => {
  it('are described after the reader has seen number, tokens, cost, host and model', async () => {
    const page = await show();
    page.get('button', 'Describe all without description').focus();
    await page.press('Describe all without description');
    expect(background.inputsOf('describePictures')).toEqual([]);
    const dialog = document.querySelector('dialog')?.textContent ?? '';
    expect(dialog).toContain('Describe 2 pictures?');
    expect(dialog).toContain('sent to api.example.com, to the model demo-eyes');
    expect(dialog).toContain('About 2,200 tokens, about US$0.004.');
    await page.press('Start');
    expect(background.inputsOf('describePictures')).toEqual([{ tabId: 1, ids: ['p2', 'p3'], accept: true }]);
    expect(document.querySelector('dialog')).toBeNull();
    expect(document.activeElement?.classList).toContain('picture-batch');
  });

  it('show how far they are, can be stopped, and are added together', async () => {
    const page = await show();
    await tell(true, { id: 'p2', state: 'working' }, { id: 'p3', state: 'waiting' }, { id: 'p2', state: 'done', text: 'A boat.' });
    expect(page.get('progressbar', 'Descriptions')).toMatchObject({ value: 1, max: 2 });
    expect(page.text()).toContain('1 of 2');
    await page.press('Stop');
    expect(background.inputsOf('stopPictures')).toEqual([{ tabId: 1 }]);
    await tell(false, { id: 'p3', state: 'done', text: 'A chart.' });
    expect(page.find('progressbar')).toBeUndefined();
    expect(page.text()).toContain('2 pictures described.');
    await page.press('Add all to page');
    expect(background.inputsOf('addToPage')).toMatchObject([{ entries: [{ text: 'A boat.' }, { text: 'A chart.' }] }]);
    expect(page.text()).toContain('2 descriptions are in the page.');
    expect(page.find('button', 'Add all to page')).toBeUndefined();
  });

  it('say once what is wrong with the server, and in its row what is wrong with a picture', async () => {
    const page = await show();
    const noCredits = { code: 'no-credits', host: 'api.example.com' } as const;
    await tell(false, { id: 'p1', state: 'failed', error: { code: 'image-broken' } }, { id: 'p2', state: 'failed', error: noCredits }, { id: 'p3', state: 'failed', error: noCredits });
    expect(document.querySelectorAll('[role=alert]')).toHaveLength(1);
    expect(page.get('alert').textContent).toContain('no credits left');
    expect(rows()[0]?.textContent).toContain('This picture cannot be read');
    expect(rows()[1]?.textContent).toContain('Not described.');
    await page.press('Retry');
    expect(background.inputsOf('estimatePictures')).toEqual([{ tabId: 1, ids: ['p1', 'p2', 'p3'] }]);
  });

  it('tell a screen reader the end, not every picture', async () => {
    await show();
    const said = () => [...document.querySelectorAll('.picture-batch [role=status]')].map(({ textContent }) => textContent).join('');
    await tell(true, { id: 'p2', state: 'working' }, { id: 'p3', state: 'waiting' });
    await tell(true, { id: 'p2', state: 'done', text: 'A boat.' });
    expect(said()).toBe('');
    await tell(false, { id: 'p3', state: 'done', text: 'A chart.' });
    await settle();
    expect(said()).toBe('2 pictures described.');
  });

  it('tell a screen reader the words themselves when it was only one', async () => {
    await show();
    await tell(true, { id: 'p2', state: 'working' });
    await tell(false, { id: 'p2', state: 'done', text: 'A blue boat.' });
    await settle();
    expect([...document.querySelectorAll('.picture-batch [role=status]')].map(({ textContent }) => textContent)).toContain('A blue boat.');
  });
});

describe('several pictures', () => {
  it('are compared, two to eight, with a question or without', async () => {
    const page = await show();
    expect(page.find('button', 'Compare')).toBeUndefined();
    await click(page.get('checkbox', 'Choose picture 3'));
    expect(page.get('button', 'Compare').getAttribute('aria-disabled')).toBe('true');
    await click(page.get('checkbox', 'Choose picture 1'));
    await click(inRow(2, 'Go to comparison'));
    expect(document.activeElement).toBe(page.get('textbox', 'Question (optional)'));
    const field = page.get('textbox', 'Question (optional)') as HTMLInputElement;
    await act(() => {
      field.value = 'Which is older?';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await page.press('Compare');
    expect(started).toHaveBeenCalledWith({
      task: 'compare-images',
      source: { kind: 'images', pictures: [{ id: 'p1', src: QUAY.src }, { id: 'p3' }] },
      question: 'Which is older?',
    });
  });
});

it('describes what the tab shows, and goes back', async () => {
  const page = await show();
  await page.press('Describe what I see');
  expect(started).toHaveBeenCalledWith({ task: 'describe-image', source: { kind: 'view' } });
  await page.press('Back');
  expect(back).toHaveBeenCalledOnce();
});
