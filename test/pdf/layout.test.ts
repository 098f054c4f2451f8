import { describe, expect, it } from 'vitest';
import { blockText } from '~/lib/shared/block-text';
import { FIRST_OWN, type PageSpec, streamObject, textLine, textLines, writePdf } from '../fixtures/pdf/write-pdf';
import { readBytes } from './read-bytes';

const read = (...pages: PageSpec[]) => readBytes(writePdf({ pages, title: 'A paper', lang: 'en' }));
const textOf = async (...pages: PageSpec[]) => (await read(...pages)).blocks.map(blockText).join('\n');

const LEFT = ['The first column begins with the', 'history of the house, which was', 'built when the harbour was young', 'and ships came in under sail.'];
const RIGHT = ['The second column goes on with', 'the keepers, who lived there with', 'their families and their goats', 'until the lamp was electric.'];
const THIRD = ['A third one tells of the lens', 'that was brought from Paris in', 'forty boxes, packed in straw', 'and not one piece was broken.'];

describe('columns', () => {
  it('are read one after the other, below a title that goes across', async () => {
    const content = textLine('A title that goes across both of the columns', 72, 780, 18, 'F2') + textLines(LEFT, 72, 740, 10) + textLines(RIGHT, 310, 740, 10);
    expect((await read({ content })).blocks).toMatchObject([
      { kind: 'heading', text: 'A title that goes across both of the columns' },
      { kind: 'paragraph', text: LEFT.join(' ') },
      { kind: 'paragraph', text: RIGHT.join(' ') },
    ]);
  });

  it('are read so where their lines stand at other heights, and where there are three', async () => {
    expect(await textOf({ content: textLines(LEFT, 40, 740, 9) + textLines(RIGHT, 220, 734, 9) + textLines(THIRD, 400, 737, 9) })).toBe([LEFT, RIGHT, THIRD].map((lines) => lines.join(' ')).join('\n'));
  });

  it('end where a line goes across, and begin again below it', async () => {
    const across = 'Figure 1. The house as it was drawn in the year of the great storm, seen from the sea, by an unknown hand';
    const content = textLines(LEFT, 72, 740, 10) + textLines(RIGHT, 310, 740, 10) + textLine(across, 72, 650, 9) + textLines(THIRD, 72, 610, 10) + textLines(LEFT, 310, 610, 10);
    expect(await textOf({ content })).toBe([LEFT.join(' '), RIGHT.join(' '), across, THIRD.join(' '), LEFT.join(' ')].join('\n'));
  });

  it('of a table are none: its rows are read across', async () => {
    const rows = [['1901', '12', '7'], ['1902', '15', '9'], ['1903', '21', '4'], ['1904', '18', '6']];
    const content = rows.map((row, i) => row.map((cell, j) => textLine(cell, 72 + j * 120, 700 - i * 16)).join('')).join('');
    expect(await textOf({ content })).toContain('1901 12 7');
  });

  it('a paragraph goes on in the next one, and on the next page', async () => {
    const half = [...LEFT.slice(0, 3), 'and ships came in under full'];
    const rest = ['sail, whatever the weather was.', ...RIGHT];
    expect(await textOf({ content: textLines(half, 72, 740, 10) + textLines(rest, 310, 740, 10) })).toContain('came in under full sail, whatever the weather was.');
    expect(await textOf({ content: textLines(half, 72, 140, 10) }, { content: textLines(rest, 72, 740, 10) })).toContain('came in under full sail, whatever the weather was.');
  });
});

describe('words at the end of a line', () => {
  it.each([
    ['broken', ['It was a light-', 'house of granite, they say'], 'It was a lighthouse of granite, they say'],
    ['written with a hyphen elsewhere', ['A well-known house, and a well-', 'known keeper of it'], 'A well-known house, and a well-known keeper of it'],
    ['before a capital or a number', ['The Anglo-', 'Saxon house of Covid-', '19 times'], 'The Anglo-Saxon house of Covid-19 times'],
    ['that share their end with another', ['Es gab Ein-', 'und Ausgänge an der See'], 'Es gab Ein- und Ausgänge an der See'],
  ])('%s', async (_, lines, text) => {
    expect(await textOf({ content: textLines(lines, 72, 700).replaceAll('ä', '\\344') })).toBe(text);
  });
});

describe('other parts of a page', () => {
  it('notes come after the text of their page', async () => {
    const foot = textLine('1 The goats are in the parish register.', 72, 80, 8);
    const text = await textOf({ content: textLines([...LEFT, ...RIGHT], 72, 740, 10) + foot }, { content: textLines(THIRD, 72, 740, 10) });
    expect(text.split('\n')).toEqual([[...LEFT, ...RIGHT].join(' '), '1 The goats are in the parish register.', THIRD.join(' ')]);
  });

  it('lists keep their items', async () => {
    const { blocks } = await read({ content: textLines(['\x95 oil for the lamp', '\x95 wicks and a rope', '\x95 a ledger'], 72, 700) });
    expect(blocks).toMatchObject([{ kind: 'list', ordered: false, items: [{ text: 'oil for the lamp' }, { text: 'wicks and a rope' }, { text: 'a ledger' }] }]);
  });

  it('a page that is turned, and one whose text is, are read as they are seen', async () => {
    const turned = LEFT.map((line, i) => `BT /F1 10 Tf 0 1 -1 0 ${200 + i * 13} 100 Tm (${line}) Tj ET\n`).join('');
    expect(await textOf({ content: turned, rotate: 90 })).toBe(LEFT.join(' '));
    expect(await textOf({ content: turned })).toBe(LEFT.join(' '));
  });

  it('words are apart without spaces in the file, letters of one word are not', async () => {
    const spaced = 'BT /F1 12 Tf 1 0 0 1 72 700 Tm [(The) -300 (k) 20 (eeper) -300 (w) 40 (as) -300 (old)] TJ ET';
    expect(await textOf({ content: spaced })).toBe('The keeper was old');
  });
});

describe('scripts', () => {
  /** A font whose codes stand for these letters. */
  const fontOf = (letters: string) => {
    const rows = [...letters].map((letter, i) => `<${(65 + i).toString(16)}> <${[...Buffer.from(letter, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`);
    const map = `/CIDInit /ProcSet findresource begin begincmap /CMapName /X def 1 begincodespacerange <00> <FF> endcodespacerange ${rows.length} beginbfchar ${rows.join(' ')} endbfchar endcmap end`;
    return { fonts: { A1: FIRST_OWN }, objects: [`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${FIRST_OWN + 1} 0 R >>`, streamObject('', map)] };
  };

  it('from right to left, painted from the left, are read from the right; numbers stay', async () => {
    // As painted: the last letter is the leftmost.
    const letters = 'مالس';
    const font = fontOf(letters);
    const content = 'BT /A1 14 Tf 1 0 0 1 300 700 Tm (ABCD) Tj ET\nBT /F1 14 Tf 1 0 0 1 260 700 Tm (1903) Tj ET';
    const page = await readBytes(writePdf({ pages: [{ content }], title: 'x', ...font }));
    expect(page.dir).toBe('rtl');
    expect(page.blocks.map(blockText)).toEqual(['سلام 1903']);
  });

  it('ligatures and the forms that letters take are plain letters', async () => {
    const page = await readBytes(writePdf({ pages: [{ content: 'BT /A1 14 Tf 1 0 0 1 72 700 Tm (AB) Tj ET' }], title: 'x', ...fontOf('\uFB01\uFB02') }));
    expect(page.blocks.map(blockText)).toEqual(['fifl']);
  });
});

describe('lines at the edges of pages', () => {
  it('that bear the number of their page are left out, whatever chapter they name', async () => {
    const chapters = ['Tides', 'Tides', 'Lamps', 'Lamps', 'Goats'];
    const pages = chapters.map((chapter, i) => ({ content: textLine(`Chapter ${chapter} ${i + 11}`, 72, 800, 9) + textLines([`Page ${chapter} says that`, `it is about ${chapter}.`], 72, 700) }));
    const text = await textOf(...pages);
    expect(text).not.toContain('Chapter');
    expect(text).toContain('Page Goats says that it is about Goats.');
  });
});
