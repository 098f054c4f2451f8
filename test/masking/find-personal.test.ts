import { describe, expect, it } from 'vitest';
import { findPersonal } from '~/lib/masking/find-personal';
import { HARMLESS, PERSONAL } from './cases';

const found = (text: string) => findPersonal(text).map(({ start, end }) => text.slice(start, end));

describe('is masked', () => {
  it.each(PERSONAL)('%s', (text, ...wanted) => {
    expect(found(text)).toEqual(wanted);
    expect(found(`It says: ${text}\nAnd more.`)).toEqual(wanted);
  });
});

describe('stays', () => {
  it.each(HARMLESS)('%s', (text) => {
    expect(found(text)).toEqual([]);
    expect(found(`It says: ${text}, and more.`)).toEqual([]);
  });
});

it('reads a long text, hostile or not, in a time that grows with its length alone', () => {
  const text = Array.from({ length: 40_000 }, (_, i) => `The keeper lit the lamp in ${1800 + (i % 200)} and paid ${i * 13} dollars on 12.05.${1900 + (i % 100)}.`).join(' ');
  const hostile = ['0'.repeat(200_000), '1 '.repeat(100_000), '@'.repeat(100_000), `${'a'.repeat(200_000)}@`, `${'1-'.repeat(100_000)}x`, 'DE89 '.repeat(40_000), '(0'.repeat(100_000), '+'.repeat(200_000), `${'a.'.repeat(100_000)}@b.c`];
  for (const one of [text, ...hostile]) {
    const begun = performance.now();
    findPersonal(one);
    expect(performance.now() - begun, one.slice(0, 20)).toBeLessThan(8_000);
  }
});
