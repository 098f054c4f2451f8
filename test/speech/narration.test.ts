import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockText } from '~/lib/shared/block-text';
import type { Block, PageContent, PageImage } from '~/lib/shared/page-content';
import { DEFAULT_SPEECH_OPTIONS, SpokenSentence, type SpeechOptions } from '~/lib/shared/speech';
import { Narration, type NarrationSetup, positionOf } from '~/lib/speech/narration';
import { ReadingProgress } from '~/lib/speech/progress';
import { sourceRange } from '~/lib/speech/source-range';
import { PHRASES } from './phrases';

type Unnumbered = Block extends infer B ? (B extends Block ? Omit<B, 'id'> : never) : never;
type Page = Pick<PageContent, 'blocks' | 'images' | 'lang'>;

const page = (blocks: Unnumbered[], images: PageImage[] = [], lang = 'en'): Page => ({ lang, images, blocks: blocks.map((block, index) => ({ id: `b${index + 1}`, ...block }) as Block) });
const paragraph = (text: string): Unnumbered => ({ kind: 'paragraph', text });
const picture = (id: string, blockId?: string, alt?: string): PageImage => ({ id, src: 'https://meadow.example/x.png', width: 640, height: 400, ...(blockId ? { blockId } : {}), ...(alt ? { alt } : {}) });
const narrate = (of: Page, options: Partial<SpeechOptions> = {}, maxLength = 200, describePicture?: NarrationSetup['describe']) =>
  new Narration(of, { options: { ...DEFAULT_SPEECH_OPTIONS, ...options }, phrases: PHRASES, maxLength, ...(describePicture ? { describe: describePicture } : {}) });
const texts = (of: Page, options: Partial<SpeechOptions> = {}, maxLength = 200) => [...narrate(of, options, maxLength).from()].map(({ text }) => text);

describe('a page is read', () => {
  it('block by block, each in its tone', () => {
    const sentences = [...narrate(page([
      { kind: 'heading', level: 1, text: 'How bees find home' },
      paragraph('Dr. Low watched. She wrote it down.'),
      { kind: 'quote', text: 'They know.' },
    ])).from()];
    expect(sentences.map(({ id, kind, text, pause }) => [id, kind, text, pause])).toEqual([
      ['b1:0', 'heading', 'How bees find home', 600],
      ['b2:0', 'paragraph', 'Dr. Low watched.', 0],
      ['b2:17', 'paragraph', 'She wrote it down.', 400],
      ['b3:0', 'quote', 'They know.', 400],
    ]);
  });

  it('with the numbers of its lists, unless they are written or not wished for', () => {
    const list: Unnumbered = { kind: 'list', ordered: true, items: [{ text: 'Open it. Wait.', depth: 0 }, { text: 'A part', depth: 1 }, { text: '30 minutes', depth: 0 }, { text: '3. Close it', depth: 0 }] };
    expect(texts(page([list]))).toEqual(['1: Open it.', 'Wait.', 'A part', '2; 30 minutes', '3. Close it']);
    expect(texts(page([list]), { listNumbers: false })).toEqual(['Open it.', 'Wait.', 'A part', '30 minutes', '3. Close it']);
    expect(texts(page([{ ...list, ordered: false }]))[0]).toBe('Open it.');
  });

  it('with its tables row by row', () => {
    const table: Unnumbered = { kind: 'table', headerRows: 1, caption: 'States', rows: [['Country', 'Population', 'Note'], ['France', '68 million', ''], ['Both', '–'], ['Malta', '0.5 million', 'An island. Small!']] };
    expect(texts(page([table]))).toEqual(['States', 'Country: France. Population: 68 million.', 'Both.', 'Country: Malta. Population: 0.5 million. Note: An island. Small!']);
    expect(texts(page([table]), { tables: 'cells' })).toEqual(['States', 'Country. Population. Note.', 'France. 68 million.', 'Both.', 'Malta. 0.5 million. An island. Small!']);
    expect(texts(page([table]), { tables: 'skip' })).toEqual(['States']);
  });

  it('with its code announced, read or left out', () => {
    const code: Unnumbered = { kind: 'code', text: 'let a = [1];\n\nreturn a[1];' };
    expect(texts(page([code]))).toEqual(['Code, 2 lines.']);
    expect(texts(page([code]), { code: 'read' })).toEqual(['let a = [1];', 'return a[1];']);
    expect(texts(page([code]), { code: 'skip' })).toEqual([]);
  });

  it('with its pictures where they stand, in words that vary but stay with the picture', () => {
    const of = page([paragraph('One.'), { kind: 'figure', imageIds: ['i2'], caption: 'The hive' }, paragraph('Two.')], [picture('i1', undefined, 'A gate'), picture('i2', 'b2'), picture('i3', 'b3')]);
    const known: Record<string, string> = { i2: 'A wooden hive. It is old.' };
    const narration = narrate(of, { pictures: true }, 200, ({ id, alt = known[id] }) => (alt ? { kind: 'described', text: alt, byAi: false } : { kind: 'none', tell: false }));
    const sentences = [...narration.from()];
    expect(sentences.map(({ text, imageId }) => [text, imageId])).toEqual([
      ['A picture: A gate', 'i1'],
      ['One.', undefined],
      ['The hive', undefined],
      ['Another picture shows: A wooden hive.', 'i2'],
      ['It is old.', 'i2'],
      ['Two.', undefined],
    ]);
    expect([...narration.from({ blockId: 'b2', offset: 8, imageId: 'i2' })].map(({ text }) => text)).toEqual(['Another picture shows: A wooden hive.', 'It is old.', 'Two.']);
    expect(texts(of)).toEqual(['One.', 'The hive', 'Two.']);
  });

  it('each passage in its language: declared, by script, by its function words', () => {
    const of = page([
      { kind: 'quote', text: 'Il faut cultiver notre jardin.', lang: 'fr' } as Unnumbered,
      paragraph('He said it twice. Я не знаю, что с ней было потом. Nobody asked.'),
      { kind: 'quote', text: 'Das ist nicht der Weg, den wir mit der Stadt gehen wollen.' },
      paragraph('The word "Zeitgeist" and the name Der Spiegel are known to all who read.'),
    ]);
    const langs = (options: Partial<SpeechOptions> = {}) => [...narrate(of, options).from()].map(({ lang }) => lang);
    expect(langs()).toEqual(['fr', 'en', 'ru', 'en', 'de', 'en']);
    expect(langs({ languages: 'declared' })).toEqual(['fr', 'en', 'en', 'en', 'en', 'en']);
  });
});

describe('whoever listens', () => {
  const of = page([
    paragraph('It was late (about 9 p.m.) when Dr. Low[1] came. She saw 😀😀😀 and https://www.example.org/a?b=c. So it was.'),
    { kind: 'list', ordered: true, items: [{ text: 'One. Two.', depth: 0 }, { text: 'Three', depth: 0 }] },
    { kind: 'table', headerRows: 1, rows: [['A', 'B'], ['1', '2'], ['', ''], ['3', '']] },
    { kind: 'code', text: 'x' },
    { kind: 'figure', imageIds: ['i1'] },
    paragraph('Last.'),
  ], [picture('i1', 'b5', 'A hive. An old one.'), picture('i2', 'b1', 'A bee.')]);
  const narration = narrate(of, { pictures: true });
  const all = [...narration.from()];

  it('can go on from any sentence', () => {
    for (const [index, sentence] of all.entries()) {
      const rest = [...narration.from(positionOf(sentence))];
      const first = sentence.imageId ? all.findIndex(({ imageId }) => imageId === sentence.imageId) : index;
      expect(rest.map(({ id }) => id)).toEqual(all.slice(first).map(({ id }) => id));
    }
  });

  it('can go back from any sentence', () => {
    for (const [index, sentence] of all.entries()) {
      if (sentence.imageId && sentence.imageId === all[index - 1]?.imageId) continue;
      expect(narration.before(positionOf(sentence))?.id).toBe(all[index - 1]?.id);
    }
  });

  it('can go from paragraph to paragraph', () => {
    const starts = all.filter(({ blockId }, index) => all[index - 1]?.blockId !== blockId);
    for (const [index, { id, blockId }] of starts.entries()) {
      const last = all.findLast((sentence) => sentence.blockId === blockId && !sentence.imageId) ?? starts[index];
      expect(narration.paragraph(positionOf(last as SpokenSentence), 'next')?.id).toBe(starts[index + 1]?.id);
      expect(narration.paragraph(positionOf(last as SpokenSentence), 'previous')?.id).toBe(last?.id === id ? starts[index - 1]?.id : id);
    }
  });

  it('can begin where a word was clicked', () => {
    const [sentence] = narration.from({ blockId: 'b1', offset: blockText(of.blocks[0] as Block).indexOf('saw') });
    expect(sentence?.text).toMatch(/^She saw/);
  });

  it('knows how far it is', () => {
    const progress = new ReadingProgress(of.blocks);
    const places = all.map((sentence) => progress.at(positionOf(sentence)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(progress.at({ blockId: 'b6', offset: 5 })).toBe(progress.total);
  });

  it('gets nothing from a block that is not there, and nothing from an empty page', () => {
    expect([...narration.from({ blockId: 'b99', offset: 0 })]).toEqual([]);
    expect(texts(page([]))).toEqual([]);
    expect(texts(page([paragraph('… — !'), paragraph('')]))).toEqual([]);
  });
});

describe('of any page', () => {
  const piece = fc.constantFrom('Word ', 'it ', 'is. ', 'Dr. ', '[1] ', '😀😀 ', 'https://a.example/x ', '\n', '漢字。', 'ไทย', '→ ', '~5 ', 'a'.repeat(70), ', ', '* ', 'é', '(x) ', 'क्षि ');
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('').trim());
  const block = fc.oneof(
    text.map((words) => paragraph(words)),
    fc.array(text, { maxLength: 4 }).map((items): Unnumbered => ({ kind: 'list', ordered: true, items: items.map((words) => ({ text: words, depth: 0 })) })),
    fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 3 }).map((rows): Unnumbered => ({ kind: 'table', headerRows: rows.length > 1 ? 1 : 0, rows })),
    text.map((words): Unnumbered => ({ kind: 'code', text: words })),
  );
  const AS_WRITTEN: Partial<SpeechOptions> = { footnotes: 'read', addresses: 'full', emoji: 'read', code: 'read', tables: 'cells', listNumbers: false };
  const words = (of: string) => of.match(/[\p{L}\p{N}\p{M}]/gu)?.join('') ?? '';

  it('no letter is lost, doubled or moved', () => {
    fc.assert(fc.property(fc.array(block, { maxLength: 4 }), fc.integer({ min: 20, max: 300 }), (blocks, maxLength) => {
      const of = page(blocks);
      // "~5" is "about 5".
      expect(words(texts(of, AS_WRITTEN, maxLength).join('')).replaceAll('about', '')).toBe(words(of.blocks.map(blockText).join('')));
    }));
  });

  it('all that is spoken fits the voice, has its own id and leads back to where it is written', () => {
    fc.assert(fc.property(fc.array(block, { maxLength: 4 }), fc.integer({ min: 20, max: 300 }), (blocks, maxLength) => {
      const of = page(blocks);
      const sentences = [...narrate(of, { code: 'read', tables: 'cells' }, maxLength).from()];
      expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length);
      for (const sentence of sentences) {
        expect(SpokenSentence.parse(sentence)).toEqual(sentence);
        expect(sentence.text.length).toBeLessThanOrEqual(maxLength);
        const source = blockText(of.blocks.find(({ id }) => id === sentence.blockId) as Block);
        for (const word of sentence.text.matchAll(/Word|é|漢字/gu)) {
          const { start, end } = sourceRange(sentence, word.index, word.index + word[0].length);
          expect(source.slice(start, end)).toContain(word[0]);
        }
      }
    }));
  });

  it('reading goes on from any sentence as it would have', () => {
    fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), fc.nat(), (blocks, pick) => {
      const narration = narrate(page(blocks));
      const all = [...narration.from()];
      if (all.length === 0) return;
      const index = pick % all.length;
      const { blockId, start } = all[index] as SpokenSentence;
      // A header or an address that is cut in two stands in one place.
      const first = all.findIndex((sentence) => sentence.blockId === blockId && sentence.start === start);
      expect([...narration.from({ blockId, offset: start })].map(({ id }) => id)).toEqual(all.slice(first).map(({ id }) => id));
      expect(narration.before({ blockId, offset: start })?.id).toBe(all[first - 1]?.id);
    }));
  });
});

describe('a text of 1,000,000 words', () => {
  const sentence = 'The bee went home again, it said, and then it slept for a while in the hive (no. 7). ';
  it('is never made ready as a whole', () => {
    const long = sentence.repeat(55_000);
    const narration = narrate(page([paragraph(long)]));
    const sentences = narration.from();
    expect(sentences.next().value?.text).toBe(sentence.trim());
    let count = 1;
    let end = 0;
    for (const next of sentences) {
      count++;
      end = next.start;
    }
    expect(count).toBe(55_000);
    expect(narration.before({ blockId: 'b1', offset: end })?.end).toBe(end - 1);
  });

  it.each(['encyclopedia-en', 'news-de', 'news-ja', 'news-hi'])('can be entered anywhere at once: %s', (name) => {
    const article = readFileSync(`test/fixtures/articles/${name}.md`, 'utf8').replace(/\s+/g, ' ');
    const of = page([paragraph(`${article} `.repeat(Math.ceil(200_000 / article.length)))], [], name.slice(-2));
    const all = [...narrate(of).from()];
    for (let index = 0; index < all.length; index += 97) {
      const position = positionOf(all[index] as SpokenSentence);
      const fresh = narrate(of);
      expect(Array.from(fresh.from(position).take(3), ({ id }) => id)).toEqual(all.slice(index, index + 3).map(({ id }) => id));
      expect(narrate(of).before(position)?.id).toBe(all[index - 1]?.id);
    }
  });

  it('may have no end of a sentence: it is cut after clauses, then between words', () => {
    expect(texts(page([paragraph(`${'one and two, '.repeat(4_000)}end`)])).every((text) => text.length <= 200 && /[,d]$/.test(text))).toBe(true);
    const spoken = texts(page([paragraph('wordandword '.repeat(5_000))]));
    expect(spoken.join(' ')).toBe('wordandword '.repeat(5_000).trim());
    expect(Math.max(...spoken.map((text) => text.length))).toBeLessThanOrEqual(200);
    const chinese = '我们今天去公园散步'.repeat(6_000);
    expect(texts(page([paragraph(chinese)], [], 'zh')).join('')).toBe(chinese);
  });
});
