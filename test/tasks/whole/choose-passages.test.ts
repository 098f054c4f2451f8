import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens } from '~/lib/shared/tokens';
import { choosePassages, cutPassages } from '~/lib/tasks/whole/choose-passages';
import { rankPassages } from '~/lib/tasks/whole/rank-passages';
import { makePage } from '../sample-page';

const PAGE = { kind: 'page' } as const;
const FILLER = 'Ships came from the north with coal and timber, and nobody counted them. ';

/** A page of `count` paragraphs, each a passage of its own; some say what they are told to. */
function makeDocument(count: number, said: Record<number, string>, filler = FILLER, lang = 'en') {
  return makePage(Array.from({ length: count }, (_, i) => `${filler.repeat(20)}${said[i] ?? ''}`.trim()), { lang });
}

const find = (text: string, words: string) => (text.includes(words) ? words : `no ${words}`);

describe('the passages chosen for a question', () => {
  it('are those with its words, wherever they stand, in the order of the page', () => {
    const page = makeDocument(300, { 40: 'The foghorn was sold in 1911.', 260: 'A foghorn can be heard for miles.', 150: 'The lamp was lit.' });
    const chosen = choosePassages(page, 5_000, PAGE, 'When was the foghorn sold?');
    expect(find(chosen.text, 'The foghorn was sold in 1911.')).toBe('The foghorn was sold in 1911.');
    expect(chosen.text.indexOf('sold in 1911')).toBeLessThan(chosen.text.indexOf('heard for miles'));
    expect(chosen.passages?.matched).toBe(true);
    expect(chosen.passages?.chosen).toBeLessThan(chosen.passages?.total ?? 0);
    expect(chosen.wordsRead).toBeLessThan(chosen.wordsTotal);
  });

  it('come with their neighbours, and gaps are marked', () => {
    const page = makeDocument(100, { 50: 'The foghorn was sold.', 49: 'It had cost a fortune.', 51: 'Nobody missed it.' });
    const { text } = choosePassages(page, 6_000, PAGE, 'foghorn');
    for (const words of ['It had cost a fortune.', 'The foghorn was sold.', 'Nobody missed it.']) expect(find(text, words)).toBe(words);
    expect(text.startsWith('[…]')).toBe(true);
    expect(text.endsWith('[…]')).toBe(true);
    expect(text).not.toContain('It had cost a fortune.\n\n[…]');
  });

  it.each([
    ['ja', '港にはたくさんの船が来て、石炭と木材を運んだ。', '灯台の番人は一九一一年に霧笛を売った。', '霧笛はいつ売られましたか？'],
    ['zh', '许多船只从北方运来煤炭和木材，没有人数过。', '灯塔看守人在一九一一年卖掉了雾号。', '雾号是什么时候卖掉的？'],
    ['th', 'เรือหลายลำมาจากทางเหนือพร้อมถ่านหินและไม้ ', 'ผู้ดูแลประภาคารขายแตรหมอกในปี 1911', 'แตรหมอกถูกขายเมื่อใด'],
    ['ar', 'جاءت سفن كثيرة من الشمال محملة بالفحم والخشب. ', 'باع حارس المنارة بوق الضباب عام 1911.', 'متى بيع بوق الضباب؟'],
    ['de', 'Schiffe kamen aus dem Norden mit Kohle und Holz. ', 'Das Nebelhorn wurde 1911 verkauft.', 'Wann hat man die Nebelhörner verkauft?'],
  ])('are found in %s as well', (lang, filler, fact, question) => {
    const page = makeDocument(200, { 120: fact }, filler, lang);
    expect(find(choosePassages(page, 4_000, PAGE, question).text, fact)).toBe(fact);
  });

  it('are found with a slip in the question', () => {
    const page = makeDocument(200, { 120: 'The lighthouse keeper retired.' });
    expect(choosePassages(page, 4_000, PAGE, 'Who was the lighthuose keper?').text).toContain('keeper retired');
  });

  it('are the beginning and some from everywhere where none has a word of the question, which is told', () => {
    const page = makeDocument(200, { 0: 'The very beginning.', 199: 'The very end.' });
    for (const question of ['Quo vadis?', '???', 'What is it about?']) {
      const { text, passages } = choosePassages(page, 6_000, PAGE, question);
      expect(passages?.matched).toBe(false);
      expect(text).toContain('The very beginning.');
      expect(text.split('[…]').length).toBeGreaterThan(4);
    }
  });

  it('never take more room than there is, are never doubled, and count what they hold, for any page and question', () => {
    const words = fc.array(fc.constantFrom('bridge', 'мост', '橋の上。', 'river.', '"Why?"', 'x'.repeat(60), 'lamp'), { minLength: 1, maxLength: 80 }).map((list) => list.join(' '));
    const blocks = fc.array(fc.oneof(words, fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 4 }), text: words })), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(blocks, fc.integer({ min: 300, max: 3_000 }), fc.constantFrom('bridge', 'Why is there a lamp?', '橋', '', 'zzz'), (list, tokens, question) => {
        const page = makePage(list);
        const chosen = choosePassages(page, tokens, PAGE, question);
        expect(estimateTokens(chosen.text)).toBeLessThanOrEqual(tokens);
        expect(chosen.passages?.total).toBe(cutPassages(page, tokens, PAGE).length);
        expect(chosen.wordsRead).toBeLessThanOrEqual(chosen.wordsTotal);
        expect(chosen.share === 1).toBe(chosen.passages?.chosen === chosen.passages?.total);
      }),
    );
  });
});

describe('the ranking', () => {
  it('puts the passage first that has more of the question, and rarer words of it', () => {
    const passages = cutPassages(makeDocument(60, { 10: 'The foghorn is loud.', 20: 'Ships need coal.', 30: 'The foghorn was sold to a museum.' }), 4_000, PAGE);
    const at = (words: string) => passages.findIndex(({ blocks }) => JSON.stringify(blocks).includes(words));
    const [best, second] = rankPassages(passages, 'To which museum was the foghorn sold, with its ships?', 'en');
    expect(best).toBe(at('museum'));
    expect(second).toBe(at('foghorn is loud'));
  });
});
