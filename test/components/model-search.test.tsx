// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelSearch } from '~/components/models/model-search';
import type { ModelList } from '~/lib/messaging/protocol';
import type { Model } from '~/lib/shared/model';
import { mount, settle } from './mount';
import { useMessages } from './use-messages';

const model = (id: string, changes: Partial<Model> = {}): Model => ({ id, aliases: [], name: id, chat: true, ...changes });
const MODELS = [
  model('old/one', { deprecated: true }),
  model('maker/sees', { name: 'Sees', vision: true, contextLength: 128_000, price: { input: 0.5, output: 2 } }),
  model('maker/thinks', { reasoning: true, aliases: ['thinker'], price: { input: 0, output: 0 } }),
  model('maker/speaks', { chat: false }),
];

const onChoose = vi.fn();
beforeEach(() => {
  useMessages();
  onChoose.mockReset();
  Element.prototype.scrollIntoView = () => undefined;
});

async function open(models: Model[] = MODELS, { chosen = '', recent = [] }: { chosen?: string; recent?: string[] } = {}) {
  const list: ModelList = { models, source: 'server', preferred: models[0]?.id };
  const page = await mount(<ModelSearch list={list} chosen={[chosen]} recent={recent} withDefault onChoose={onChoose} />);
  const field = page.get('combobox', 'Search models') as HTMLInputElement;
  const rows = () => [...document.querySelectorAll('[role=option]')].map((row) => row.firstElementChild?.textContent ?? '');
  const type = async (text: string) => {
    await act(() => {
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await settle();
  };
  const key = (name: string) => act(() => void field.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })));
  return { ...page, rows, type, key, field };
}

describe('ModelSearch', () => {
  it('lists what chats, with what the server tells of it; what will be withdrawn comes last and says so', async () => {
    const { rows, text } = await open();
    expect(rows()).toEqual(['Default: old/one', 'maker/sees', 'maker/thinks', 'old/one']);
    expect(text()).toContain('Sees · 128,000 tokens · sees pictures · US$0.50 in, US$2.00 out per million tokens');
    expect(text()).toContain('reasons · free');
    expect(text()).toContain('will be withdrawn');
  });

  it('has what was chosen before first, under a heading, and leaves out what this server does not have', async () => {
    const { rows } = await open(MODELS, { recent: ['thinker', 'elsewhere/model'] });
    expect(rows()).toEqual(['Default: old/one', 'maker/thinks', 'maker/sees', 'old/one']);
    expect([...document.querySelectorAll('[role=group]')].map((group) => group.getAttribute('aria-label'))).toEqual(['Chosen before', 'All models']);
  });

  it('marks the chosen one, also when it is chosen by an alias', async () => {
    await open(MODELS, { chosen: 'thinker' });
    expect([...document.querySelectorAll('[aria-checked=true]')].map((row) => row.firstElementChild?.textContent)).toEqual(['maker/thinks']);
  });

  it('finds by name, id and what a model can; Enter takes the first', async () => {
    const { rows, type, key } = await open();
    await type('pictures');
    expect(rows()).toEqual(['maker/sees', 'Use “pictures”']);
    await key('Enter');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('maker/sees');
  });

  it('goes down the list by key and takes nothing on Enter before that', async () => {
    const { key, field } = await open();
    await key('Enter');
    expect(onChoose).not.toHaveBeenCalled();
    await key('ArrowDown');
    await key('ArrowDown');
    expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('maker/sees');
    await key('Enter');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('maker/sees');
  });

  it('takes an id that the list does not have, and offers no second one of an id or alias that it has', async () => {
    const { rows, type, key } = await open();
    await type('new/model');
    expect(rows()).toEqual(['Use “new/model”']);
    await key('Enter');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('new/model');
    await type('thinker');
    expect(rows()).toEqual(['maker/thinks']);
    await type('two words');
    expect(rows()).toEqual([]);
  });

  it('draws as much of a list of 600 as the reader looks at, and tells how many there are', async () => {
    const { rows, key, text } = await open(Array.from({ length: 600 }, (_, index) => model(`bulk/model-${index}`)));
    expect(rows().length).toBeLessThanOrEqual(40);
    expect(text()).toContain('600 models');
    for (let press = 0; press < 12; press++) await key('PageDown');
    expect(rows().length).toBeGreaterThan(100);
    expect(document.querySelector('[aria-selected=true]')?.getAttribute('aria-setsize')).toBe('601');
  });
});
