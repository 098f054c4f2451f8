// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { extractPage } from '~/lib/page/extract-page';
import { SentenceFinder } from '~/lib/page/find-sentence';
import { blockText } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';
import { splitSentences } from '~/lib/shared/sentences';
import { squeeze } from '~/lib/shared/squeeze';

const put = (html: string) => {
  document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
};
const paragraph = (text: string, id = 'b1'): Block => ({ id, kind: 'paragraph', text });
const said = (ranges: Range[]) => ranges.map((range) => range.toString()).join('');
const find = (block: Block, words: string) => {
  const start = blockText(block).indexOf(words);
  return new SentenceFinder(document, [block]).find(block.id, start, start + words.length);
};

beforeEach(() => put(''));

describe('real pages', () => {
  it.each(['pages/article.html', 'pages/forum.html', 'pages/rtl.html', 'sample/index.html'])('%s: every sentence and every word leads to its own text and back', async (file) => {
    put(readFileSync(`test/fixtures/${file}`, 'utf8'));
    const { blocks } = await extractPage(document);
    const finder = new SentenceFinder(document, blocks);
    let words = 0;
    for (const block of blocks) {
      const text = blockText(block);
      for (const sentence of splitSentences(text)) expect(squeeze(said(finder.find(block.id, sentence.start, sentence.end)))).toBe(squeeze(sentence.text));
      for (const word of text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const [range] = finder.find(block.id, word.index, word.index + word[0].length);
        expect(range?.toString()).toBe(word[0]);
        expect(finder.positionAt(range?.startContainer as Node, range?.startOffset as number)).toEqual({ blockId: block.id, offset: word.index });
        words++;
      }
    }
    expect(words).toBeGreaterThan(20);
  });
});

describe('the range of a sentence', () => {
  it('begins and ends exactly, within links, bold text, code and across lines', () => {
    put('<p>One. <a href="#">Two <b>is</b>\n  <code>this</code></a>. Three.</p>');
    const [range] = find(paragraph('One. Two is this. Three.'), 'Two is this.');
    expect([range?.startContainer.nodeValue, range?.startOffset, range?.endContainer.nodeValue, range?.endOffset]).toEqual(['Two ', 0, '. Three.', 1]);
  });

  it('tells apart texts that are written twice, by their order', () => {
    put('<nav>Same.</nav><p>First one.</p><p>Same.</p><p>Middle.</p><p>Same.</p>');
    const finder = new SentenceFinder(document, ['First one.', 'Same.', 'Middle.', 'Same.'].map((text, index) => paragraph(text, `b${index}`)));
    expect([finder.find('b1', 0, 5), finder.find('b3', 0, 5)].map(([range]) => [...document.querySelectorAll('p')].findIndex((p) => p.contains(range?.startContainer ?? null)))).toEqual([1, 3]);
  });

  it('does not take a short text for a part of another', () => {
    put('<p>Another Ant</p><h2>An</h2>');
    expect(find(paragraph('An'), 'An')[0]?.startContainer.parentElement?.localName).toBe('h2');
  });

  it('leaves out what stands in the page only, word for word', () => {
    const text = 'The bees fly in widening loops around the hive, and they come home again. They sleep there.';
    put(`<p>${text.replace('loops ', 'loops <span>[listen to it]</span> ').replace('They', '<small>advertisement</small>They')}</p>`);
    expect(find(paragraph(text), 'fly in widening loops around').map((range) => range.toString())).toEqual(['fly in widening loops', 'around']);
    expect(said(find(paragraph(text), 'They sleep'))).toBe('They sleep');
  });

  it('reaches into open shadow roots, slots in their place', () => {
    put('<x-card>light words</x-card>');
    const root = document.querySelector('x-card')?.attachShadow({ mode: 'open' });
    root?.append('Before ', document.createElement('slot'), ' after.');
    const ranges = find(paragraph('Before light words after.'), 'Before light words after.');
    expect(ranges.map((range) => range.toString().trim())).toEqual(['Before', 'light words', 'after.']);
  });

  it('is that of the list item and the table cell', async () => {
    put('<ol><li>Open <i>it</i>.<ul><li>Wide.</li></ul></li><li>Close it.</li></ol><table><caption>C</caption><tr><th>A</th><th>B</th></tr><tr><td>1 a</td><td><b>2</b> b</td></tr></table>');
    const { blocks } = await extractPage(document);
    const finder = new SentenceFinder(document, blocks);
    for (const [number, words, tag] of [[0, 'Wide.', 'LI'], [0, 'Close it.', 'LI'], [1, '2 b', 'TD']] as const) {
      const text = blockText(blocks[number] as Block);
      const [range] = finder.find(`b${number + 1}`, text.indexOf(words), text.indexOf(words) + words.length);
      expect(range?.toString()).toBe(words);
      expect(range?.commonAncestorContainer.parentElement?.closest('li, td')?.tagName ?? (range?.commonAncestorContainer as Element).tagName).toBe(tag);
    }
  });
});

describe('a page that changes', () => {
  it('is followed when a block is drawn anew', () => {
    put('<div><p>One two three.</p></div>');
    const finder = new SentenceFinder(document, [paragraph('One two three.')]);
    expect(said(finder.find('b1', 4, 7))).toBe('two');
    document.querySelector('div')?.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'One two three.' }));
    const [range] = finder.find('b1', 4, 7);
    expect(range?.startContainer.isConnected).toBe(true);
    expect(range?.toString()).toBe('two');
  });

  it('gives nothing for what is gone', () => {
    put('<p>One two three.</p>');
    const finder = new SentenceFinder(document, [paragraph('One two three.')]);
    expect(finder.find('b1', 0, 3)).toHaveLength(1);
    put('<p>Else.</p>');
    expect(finder.find('b1', 0, 3)).toEqual([]);
    expect(finder.find('b7', 0, 3)).toEqual([]);
  });

  it('is read once for a whole article, also while other parts of it change', () => {
    put(`<div id="clock">0</div>${Array.from({ length: 300 }, (_, index) => `<p>Sentence number ${index} of the <b>long</b> article.</p>`).join('')}`);
    const blocks = Array.from({ length: 300 }, (_, index) => paragraph(`Sentence number ${index} of the long article.`, `b${index}`));
    const finder = new SentenceFinder(document, blocks);
    let reads = 0;
    const { body } = document;
    Object.defineProperty(document, 'body', { configurable: true, get: () => (reads++, body) });
    for (const [index, block] of blocks.entries()) {
      const clock = document.getElementById('clock');
      if (clock) clock.textContent = String(index);
      expect(said(finder.find(block.id, 0, 8))).toBe('Sentence');
    }
    Reflect.deleteProperty(document, 'body');
    expect(reads).toBe(1);
  });
});

it('a place between texts is that of the text behind it, and what is no part of a block is none', () => {
  put('<p>One <b>two</b> three.</p><aside>Else.</aside>');
  const finder = new SentenceFinder(document, [paragraph('One two three.')]);
  const p = document.querySelector('p') as Element;
  expect(finder.positionAt(p, 1)).toEqual({ blockId: 'b1', offset: 4 });
  expect(finder.positionAt(p.lastChild as Node, 7)).toEqual({ blockId: 'b1', offset: 13 });
  expect(finder.positionAt(document.querySelector('aside')?.firstChild as Node, 2)).toBeNull();
});

it('any words of any text lead to themselves, however the page splits and spaces them', () => {
  const piece = fc.constantFrom('word', ' ', '\n  ', '\u200B', '漢字', '😀', 'é', '\u{E0041}', 'a\u200Cb', '.', '\u00AD');
  fc.assert(
    fc.property(fc.array(fc.tuple(piece, fc.boolean()), { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (pieces, a, b) => {
      const p = document.createElement('p');
      for (const [text, bold] of pieces) p.append(bold ? Object.assign(document.createElement('b'), { textContent: text }) : text);
      document.body.replaceChildren(p);
      const text = pieces.map(([part]) => part).join('').replace(/\u200B|\u00AD|\u{E0041}/gu, '').replace(/\s+/g, ' ').trim();
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      const found = said(new SentenceFinder(document, [paragraph(text)]).find('b1', start, end));
      expect(squeeze(found)).toBe(squeeze(text.slice(start, end)));
    }),
  );
});
