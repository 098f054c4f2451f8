// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { background } from './use-background';
import { PromptsSection } from '~/components/settings/prompts-section';
import { mount, settle } from './mount';

const write = async (field: HTMLElement, value: string) => {
  await act(() => {
    (field as HTMLInputElement).value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
};
const names = () => [...document.querySelectorAll('.prompt-row strong')].map(({ textContent }) => textContent);

async function open() {
  background.prompts = [{ id: 'a', name: 'Facts', text: 'List {{page}}.' }, { id: 'b', name: 'Translate', text: '{{selection}}' }];
  return mount(<PromptsSection />);
}

describe('PromptsSection', () => {
  it('adds a prompt once it can be saved, and says till then what is wrong, losing nothing', async () => {
    const page = await open();
    await page.press('Add prompt');
    await page.press('Save prompt');
    expect(page.get('alert').textContent).toBe('The prompt needs a name.The prompt itself is empty.');
    await write(page.get('textbox', 'Name'), 'facts');
    await write(page.get('textbox', 'Prompt'), `Take {{cookies}}. ${'x'.repeat(100_000)}`);
    await page.press('Save prompt');
    expect(page.get('alert').textContent).toMatch(/There is a prompt “facts” already\..*100,018 characters; 20,000.*Unknown: {{cookies}}\. There are {{page}}, {{selection}}, {{language}}\./);
    await write(page.get('textbox', 'Name'), '  Short ');
    await write(page.get('textbox', 'Prompt'), 'In one line. ');
    await page.press('Save prompt');
    expect(background.prompts.at(-1)).toMatchObject({ name: 'Short', text: 'In one line.' });
    expect(names()).toEqual(['Facts', 'Translate', 'Short']);
    expect(page.text()).toContain('“Short” was saved.');
  });

  it('changes one in its place, and leaves it on Cancel', async () => {
    const page = await open();
    await page.press('Edit: Facts');
    await write(page.get('textbox', 'Name'), 'Figures');
    await page.press('Save prompt');
    expect(background.prompts[0]).toEqual({ id: 'a', name: 'Figures', text: 'List {{page}}.' });
    await page.press('Edit: Translate');
    await write(page.get('textbox', 'Name'), 'X');
    await page.press('Cancel');
    expect(names()).toEqual(['Figures', 'Translate']);
  });

  it('orders, deletes, and takes a deletion back to where it was', async () => {
    const page = await open();
    await page.press('Move down: Facts');
    expect(background.prompts.map(({ id }) => id)).toEqual(['b', 'a']);
    await page.press('Delete: Translate');
    expect(background.prompts.map(({ id }) => id)).toEqual(['a']);
    expect(document.activeElement?.textContent).toBe('Prompts');
    await page.press('Undo');
    expect(background.prompts.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('shows what is kept when a change could not be', async () => {
    const page = await open();
    background.refusals.set('savePrompts', { code: 'storage-full' });
    await page.press('Delete: Facts');
    expect(names()).toEqual(['Facts', 'Translate']);
    expect(page.find('alert')).toBeDefined();
  });
});
