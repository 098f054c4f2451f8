import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesLuhn } from '~/lib/masking/find-accounts';
import { findPersonal } from '~/lib/masking/find-personal';
import { Masking } from '~/lib/masking/masking';
import { HARMLESS, PERSONAL } from './cases';

const SAMPLES = PERSONAL.map(([text]) => text);
const piece = fc.oneof(fc.constantFrom(...SAMPLES, ...HARMLESS), fc.string(), fc.constantFrom('[e-mail 1]', '[phone 2]', '[card 1', ' ', '\n', '[IBAN 1]'));
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('\n'));

/** A number of so many digits whose check digit holds. */
const withCheckDigit = (body: string) => body + String([...Array(10).keys()].find((digit) => passesLuhn(body + String(digit))));

it('what was masked can be had again, letter by letter', () => {
  fc.assert(fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
    const masking = new Masking(texts);
    for (const one of texts) expect(masking.unmask(masking.mask(one))).toBe(one);
  }), { numRuns: 300 });
});

it('nothing personal is left, and the same has the same mark wherever it stands', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...SAMPLES), { minLength: 1, maxLength: 6 }), (texts) => {
    const masking = new Masking(texts);
    const masked = texts.map((one) => masking.mask(one));
    for (const { text: personal } of masking.masked) for (const one of masked) expect(one).not.toContain(personal);
    for (const one of masked) expect(findPersonal(one)).toEqual([]);
    expect(texts.map((one) => masking.mask(one))).toEqual(masked);
    expect(new Set(masking.masked.map(({ label }) => label)).size).toBe(masking.masked.length);
  }));
});

it('an answer is the same however it is cut while it comes', () => {
  fc.assert(fc.property(text, fc.array(fc.nat(40), { maxLength: 30 }), (one, cuts) => {
    const masking = new Masking([one]);
    const answer = `${masking.mask(one)} [E-Mail 1] \\[phone 1\\] [email 1](x) [e-mai`;
    const pieces = masking.unmaskPieces();
    let shown = '';
    let at = 0;
    for (const cut of cuts) {
      shown += pieces.add(answer.slice(at, at + cut));
      at += cut;
    }
    shown += pieces.add(answer.slice(at)) + pieces.end();
    expect(shown).toBe(masking.unmask(answer));
  }), { numRuns: 300 });
});

describe('cards', () => {
  it('are found by their check digit, and by no other', () => {
    fc.assert(fc.property(fc.stringMatching(/^4\d{14}$/), fc.integer({ min: 1, max: 9 }), (body, wrong) => {
      const card = withCheckDigit(body);
      expect(findPersonal(`Card ${card} of mine`)).toEqual([{ kind: 'card', start: 5, end: 21 }]);
      const other = body + String((Number(card.at(-1)) + wrong) % 10);
      expect(findPersonal(`Card ${other} of mine`).filter(({ kind }) => kind === 'card')).toEqual([]);
    }));
  });

  it('notice every digit that is mistyped', () => {
    fc.assert(fc.property(fc.stringMatching(/^\d{12,18}$/), fc.nat(), fc.integer({ min: 1, max: 9 }), (body, where, by) => {
      const number = withCheckDigit(body);
      const place = where % number.length;
      const mistyped = number.slice(0, place) + String((Number(number[place]) + by) % 10) + number.slice(place + 1);
      expect(passesLuhn(number)).toBe(true);
      expect(passesLuhn(mistyped)).toBe(false);
    }));
  });
});

it('gives out no mark that stands in the text itself', () => {
  const masking = new Masking(['The mark [e-mail 1] of anna@example.org']);
  expect(masking.mask('The mark [e-mail 1] of anna@example.org')).toBe('The mark [e-mail 1] of [e-mail 2]');
  expect(masking.unmask('Both [e-mail 1] and [E-mail 2].')).toBe('Both [e-mail 1] and anna@example.org.');
});
