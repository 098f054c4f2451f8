import { describe, expect, it } from 'vitest';
import { chooseSelection } from '~/lib/background/chosen-selection';
import { readPlainText } from '~/lib/background/plain-page';
import { composeDisguises, ORDER } from '../guard/disguises';
import { makePage } from '../tasks/sample-page';

const tags = composeDisguises().find(({ carrier }) => carrier === 'unicode-tags')?.text ?? '';
const SEEN = 'The ferry leaves at nine.\n\nIt comes home at noon.';
const choose = (own: string | undefined, clicked: string | undefined) => chooseSelection(makePage(['The ferry leaves at nine.'], own === undefined ? {} : { selection: own }), clicked, signal);
const { signal } = new AbortController();

describe('a selection that came with a click', () => {
  it('is taken as the page read it, without what readers do not see', async () => {
    expect((await choose(SEEN, `The ferry leaves ${ORDER} at nine. It comes home${tags} at noon.`)).selection).toBe(SEEN);
    expect((await choose(SEEN, undefined)).selection).toBe(SEEN);
  });

  it('is another one than that of the page, as in a frame: then it loses its invisible characters', async () => {
    const chosen = await choose('Somewhere else in the page.', `The ferry\u200b leaves at nine.${tags}`);
    expect(chosen.selection).toBe('The ferry leaves at nine.');
    expect(chosen.findings).toMatchObject([{ carrier: 'unicode-tags', place: 'hidden' }]);
  });

  it('holds orders in plain sight: they are told, with their paragraph', async () => {
    expect((await choose(undefined, `The ferry leaves at nine.\n\n${ORDER}`)).findings).toMatchObject([{ carrier: 'visible', place: 'visible', blockId: 's2' }]);
  });

  it('loses what was found hidden in the page', async () => {
    const page = { ...makePage(['The ferry leaves at nine.']), findings: [{ carrier: 'hidden-text' as const, place: 'hidden' as const, rules: ['x'], excerpt: ORDER }] };
    expect((await chooseSelection(page, `The ferry leaves ${ORDER.replaceAll(' ', '\n')} at nine.`, signal)).selection).not.toMatch(/ignore/i);
  });
});

it('a plain text loses its invisible characters, and what it orders is told', async () => {
  const page = await readPlainText(`The ferry leaves at nine.${tags}\n\n${ORDER}\n\n\u200b`, 'https://ferry.example/times.txt');
  expect(page.blocks).toMatchObject([{ id: 'b1', text: 'The ferry leaves at nine.' }, { id: 'b2', text: ORDER }]);
  expect(page.findings).toMatchObject([{ place: 'hidden', carrier: 'unicode-tags' }, { place: 'visible', blockId: 'b2' }]);
});
