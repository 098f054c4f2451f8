import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { splitSentences } from '~/lib/shared/sentences';

/** Language and text with ¦ at every border between sentences. */
const CASES = readFileSync('test/fixtures/sentences.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | ', 2) as [string, string]);

describe('splitSentences', () => {
  it.each(CASES)('%s: %s', (lang, marked) => {
    const written = marked.replaceAll('⏎', '\n');
    const expected = written.split('¦').map((part) => part.trim()).filter(Boolean);
    const text = written.replace(/ *¦ */g, (border) => (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(marked) ? '' : border.replace('¦', '').replace(/ +/, ' ')));
    expect(splitSentences(text, lang).map(({ text }) => text)).toEqual(expected);
  });

  it('needs no language, and takes no offence at a wrong one', () => {
    const expected = ['Dr. Smith left.', 'He did.'];
    for (const lang of [undefined, '', 'x', 'not a tag', 'en_US', 'zz', '../etc']) {
      expect(splitSentences('Dr. Smith left. He did.', lang).map(({ text }) => text)).toEqual(expected);
    }
  });

  it('cuts Thai at its spaces, in pieces that can be spoken', () => {
    const clause = 'ประเทศไทยเป็นประเทศที่ตั้งอยู่ในเอเชียตะวันออกเฉียงใต้มีประชากรประมาณหกสิบหกล้านคน';
    const sentences = splitSentences(`${clause} ${clause} ${clause}`, 'th');
    expect(sentences.map(({ text }) => text)).toEqual([clause, clause, clause]);
  });

  it.each(['x', 'a. ', '. ', '" ', '[', '[1]', '… ', '! ', 'Dr. ', '» ', 'ไทย ', 'を', '1. ', '\n', 'end.1 '])('stays linear on nothing but %j', (part) => {
    const text = part.repeat(Math.floor(300_000 / part.length));
    expect(splitSentences(text, 'en').at(-1)?.end ?? 0).toBe(text.trimEnd().length);
  });

  it('gives offsets into the text, loses nothing but white space and repeats nothing', () => {
    const part = fc.constantFrom('Dr. ', 'He left. ', '"Why?" ', 'he ', '[1] ', '3.5 ', '。', 'と', '”', '…', '\n', ' ', '  ', 'iPhone ', '15 ', 'ไทย ', '!');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.constantFrom('en', 'de', 'ja', ''), (parts, lang) => {
        const text = parts.join('');
        let end = 0;
        for (const sentence of splitSentences(text, lang)) {
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.text).toBe(sentence.text.trim());
          expect(sentence.text).not.toBe('');
          expect(text.slice(end, sentence.start).trim()).toBe('');
          end = sentence.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});
