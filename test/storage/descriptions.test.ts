import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openDatabase } from '~/lib/storage/database';
import { findByAddresses, findDescription, keepDescription, MOST_DESCRIPTIONS, pictureAddress } from '~/lib/storage/descriptions';

const make = (n: number) => ({ hash: `h${n}`, language: 'en', text: `${n}`, model: 'm', thumbnail: '', madeAt: n });

it('descriptions are bounded: the oldest is forgotten first', async () => {
  const filling = (await openDatabase()).transaction('descriptions', 'readwrite');
  for (let n = 1; n <= MOST_DESCRIPTIONS; n++) void filling.store.put(make(n));
  await filling.done;
  await keepDescription(make(MOST_DESCRIPTIONS + 1), 'https://example.org/a.jpg');
  expect(await findDescription('h1', 'en')).toBeUndefined();
  expect(await findDescription('h2', 'en')).toBeDefined();
  expect(await findDescription(`h${MOST_DESCRIPTIONS + 1}`, 'en')).toBeDefined();
  expect([...(await findByAddresses(['https://example.org/a.jpg', 'https://example.org/b.jpg'], 'en')).keys()]).toEqual(['https://example.org/a.jpg']);
});

it.each([
  ['https://example.org/a.jpg?size=2#part', 'https://example.org/a.jpg?size=2'],
  ['data:image/png;base64,AA==', 'data:image/png;base64,AA=='],
  ['blob:https://example.org/5', undefined],
  ['', undefined],
])('%s is known again as %s', (src, address) => {
  expect(pictureAddress(src)).toBe(address);
});
