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
  ['https://example.org/a.jpg?size=2#part', 'https://news.example https://example.org/a.jpg?size=2'],
  ['data:image/png;base64,AA==', 'https://news.example data:image/png;base64,AA=='],
  ['blob:https://example.org/5', undefined],
  ['', undefined],
])('%s is known again as %s', (src, address) => {
  expect(pictureAddress(src, 'https://news.example/story?page=2')).toBe(address);
});

it('what one site shows for an address is not believed on another', async () => {
  const bank = 'https://bank.example/logo.png';
  await keepDescription(make(9), pictureAddress(bank, 'https://evil.example/'));
  expect([...(await findByAddresses([pictureAddress(bank, 'https://evil.example/other') ?? ''], 'en')).values()]).toEqual([make(9)]);
  expect((await findByAddresses([pictureAddress(bank, 'https://bank.example/') ?? ''], 'en')).size).toBe(0);
});
