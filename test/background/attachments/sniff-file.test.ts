import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeFile } from '~/lib/background/attachments/decode-file';
import { readTable } from '~/lib/background/attachments/read-table';
import { sniffFile } from '~/lib/background/attachments/sniff-file';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big = false) => {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), !big);
  return bytes;
};
const join = (...parts: (Uint8Array | number[])[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Text as people write it: no control characters. */
const written = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.isWellFormed() && !/\p{Cc}|\ufeff/u.test(text));

describe('the text in a file', () => {
  it('is had from UTF-8, with its mark or without', () => {
    fc.assert(fc.property(written, (text) => {
      expect(decodeFile(join([0xef, 0xbb, 0xbf], utf8(text)))).toBe(text);
      // Without mark a zero byte is not text, and what is not UTF-16 by its zeros is UTF-8.
      expect(decodeFile(utf8(text))).toBe(text);
    }));
  });

  it('is had from UTF-16 by its mark, in both orders of bytes', () => {
    fc.assert(fc.property(written, (text) => {
      expect(decodeFile(join([0xff, 0xfe], utf16(text)))).toBe(text);
      expect(decodeFile(join([0xfe, 0xff], utf16(text, true)))).toBe(text);
    }));
  });

  it('is had from UTF-16 in Latin script without a mark', () => {
    for (const big of [false, true]) expect(decodeFile(utf16('Caf\u00e9, 12 tables and a view.\r\nOpen.', big))).toBe('Caf\u00e9, 12 tables and a view.\r\nOpen.');
  });

  it('is had from Latin-1, and from windows-1252 with its quotation marks', () => {
    expect(decodeFile(Uint8Array.from([0x47, 0x72, 0xfc, 0xdf, 0x65, 0x20, 0x93, 0x6a, 0x61, 0x94]))).toBe('Gr\u00fc\u00dfe \u201cja\u201d');
  });

  it('is none in a program or an archive', () => {
    expect(decodeFile(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]))).toBeUndefined();
    expect(decodeFile(Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 8, 0]))).toBeUndefined();
  });

  it('never throws, whatever the bytes, and holds no control characters', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect(decodeFile(bytes) ?? '').not.toMatch(/[\u0000-\u0008]/);
    }));
  });
});

describe('what a file is', () => {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
  it.each([
    ['a picture, whatever it is called', Uint8Array.from(png), 'notes.txt', 'text/plain', { kind: 'picture', mediaType: 'image/png' }],
    ['a PDF, whatever it is called', utf8('%PDF-1.7\n'), 'notes.txt', '', { kind: 'pdf', mediaType: 'application/pdf' }],
    ['a PDF behind a line of something else', utf8('\n\n%PDF-1.4\n'), 'a.pdf', 'application/pdf', { kind: 'pdf' }],
    ['Markdown by its name', utf8('# A'), 'read.MD', '', { kind: 'markdown', text: '# A' }],
    ['HTML by its type', utf8('<p>A'), 'page', 'text/html; charset=utf-8', { kind: 'html' }],
    ['a table by its name', utf8('a,b'), 'data.csv', 'application/vnd.ms-excel', { kind: 'table' }],
    ['text that begins like a bitmap', utf8('BMW is a maker of cars.'), 'cars.txt', 'text/plain', { kind: 'text' }],
    ['text of a kind that nobody named', utf8('let a = 1;'), 'a.rs', '', { kind: 'text', mediaType: 'text/plain' }],
    ['something else under the name of a text', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'notes.txt', 'text/plain', { kind: 'unknown', claimed: true }],
    ['something else', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'report.docx', '', { kind: 'unknown', claimed: false }],
  ])('is found: %s', (_, bytes, name, type, expected) => {
    expect(sniffFile(bytes, name, type)).toMatchObject(expected);
  });
});

describe('a table in text', () => {
  it.each([
    ['commas', 'a,b\n1,2\n', [['a', 'b'], ['1', '2']]],
    ['semicolons, with commas in numbers', 'a;b\n1,5;2,5\n', [['a', 'b'], ['1,5', '2,5']]],
    ['tabs', 'a\tb\r\n1\t2', [['a', 'b'], ['1', '2']]],
    ['quotation marks', '"a ""x""","b\nc"\n1,2', [['a "x"', 'b\nc'], ['1', '2']]],
    ['an empty last cell', 'a,b\n1,', [['a', 'b'], ['1', '']]],
    ['a mark that is never closed', 'a,"b\n1,2', [['a', 'b\n1,2']]],
    ['rows of different length', 'a,b,c\n1', [['a', 'b', 'c'], ['1']]],
  ])('is read with %s', (_, text, rows) => {
    expect(readTable(text)).toEqual(rows);
  });

  it('is read as it was written, whatever stands in its cells', () => {
    const cell = fc.string({ maxLength: 12 }).map((text) => text.trim());
    fc.assert(fc.property(fc.integer({ min: 2, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }).filter((row) => row.some(Boolean)), { minLength: 3, maxLength: 8 })), (rows) => {
      const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      expect(readTable(text)).toEqual(rows);
    }));
  });

  it('ends, whatever the text', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(readTable(text).every((row) => row.length > 0)).toBe(true);
    }));
  });
});
