import { describe, expect, it } from 'vitest';
import { inspectPage } from '~/lib/guard/instructions/inspect-page';
import { blockText } from '~/lib/shared/block-text';
import { toAppError } from '~/lib/shared/app-error';
import { composeBombs, composeInjections } from '../fixtures/pdf/compose-attacks';
import { readBytes } from './read-bytes';

describe('a file that is made to last, or to swell', () => {
  // What swells is ended from without, which takes a worker: the browser test has it.
  it.each(Object.entries(composeBombs()).filter(([name]) => !/swelling|by-ten/.test(name)))('%s: is read as far as it goes, or said to be broken', async (_, bytes) => {
    const read = await readBytes(bytes).then((page) => page.blocks.map(blockText).join(' '), (thrown: unknown) => toAppError(thrown).code);
    expect(read).toMatch(/garden opens|^pdf-broken$/);
  });
});

describe('orders that a PDF carries out of sight', () => {
  it.each(Object.entries(composeInjections()))('%s: are in no block, and not in the title', async (_, { bytes, orders }) => {
    const page = await inspectPage(await readBytes(bytes));
    expect(page.blocks.map(blockText).join(' ')).toContain('The garden opens at nine in the morning.');
    for (const order of orders) expect([page.title, ...page.blocks.map(blockText)].join(' ')).not.toContain(order);
  });
});
