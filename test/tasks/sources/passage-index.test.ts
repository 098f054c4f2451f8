import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import type { Block } from '~/lib/shared/page-content';
import { PassageIndex } from '~/lib/tasks/sources/passage-index';

const PAGE = { title: 'The north quay closes', standfirst: 'What it means for the ferries to the islands.' };

const BLOCKS: Block[] = [
  { id: 'b1', kind: 'heading', level: 2, text: 'What the harbour board decided' },
  { id: 'b2', kind: 'paragraph', text: 'The north quay will close on 3 March 2026 for repairs, the harbour board said. It does not expect the work to end before June.' },
  { id: 'b3', kind: 'paragraph', text: 'Repairs cost €1,240,000 – 12.5% more than planned – and the “temporary” bridge isn’t safe below −5 °C.[3] The re-signed contract runs 1990–1995.' },
  { id: 'b4', kind: 'list', ordered: true, items: [{ text: 'Ferry 7 leaves at 6:45 from the south quay', depth: 0 }, { text: 'Ferry 9 is cancelled until further notice', depth: 0 }] },
  { id: 'b5', kind: 'table', headerRows: 1, rows: [['Route', 'Fare'], ['Lighthouse Island', '$12.50'], ['Seal Bay', '$9']] },
  { id: 'b6', kind: 'code', text: 'const berth = quays[1];\nreturn berth ?? quays[2];' },
  { id: 'b7', kind: 'paragraph', text: '港务局表示，北码头将于三月三日关闭，维修工程预计持续三个月。' },
  { id: 'b8', kind: 'paragraph', text: 'قال مجلس الميناء إن الرصيف الشمالي سيغلق في ٣ مارس ٢٠٢٦ لإجراء إصلاحات.' },
  { id: 'b9', kind: 'paragraph', text: 'ท่าเรือฝั่งเหนือจะปิดปรับปรุงเป็นเวลาสามเดือน' },
  { id: 'b10', kind: 'paragraph', text: 'Anyone who co-operates with us re: C++ or C# gets 5 > 3 points & “a well-known, ofﬁcial” badge ✓; we’re not nowhere.' },
];
const index = new PassageIndex(PAGE, BLOCKS);

test.each([
  // As it stands, and what makes no difference.
  ['The north quay will close on 3 March 2026 for repairs', 'b2'],
  ['the NORTH quay will close on 3 march 2026 for repairs,', 'b2'],
  ['The  north\nquay\u00a0will close on 3 March 2026', 'b2'],
  ['The **north quay** will _close_ on 3 March 2026', 'b2'],
  ['The [north quay](https://example.org) will close on 3 March', 'b2'],
  ['“The north quay will close on 3 March 2026 for repairs, the harbour board said.”', 'b2'],
  ['[T]he north quay will close on 3 March', 'b2'],
  ['…north quay will close on 3 March 2026…', 'b2'],
  ['The north quay … the harbour board said', 'b2'],
  ['The north quay will close [...] It does not expect the work', 'b2'],
  ['12.5% more than planned', 'b3'],
  ['Repairs cost €1,240,000 - 12.5% more than planned', 'b3'],
  ['the "temporary" bridge isn\'t safe below -5 °C', 'b3'],
  ['isn’t safe below −5 °C. The re-signed contract', 'b3'],
  ['The re‑signed contract runs 1990-1995', 'b3'],
  ['re signed contract runs 1990–1995', 'b3'],
  ['Ferry 7 leaves at 6:45', 'b4'],
  ['1. Ferry 7 leaves at 6:45 from the south quay', 'b4'],
  ['- Ferry 9 is cancelled until further notice', 'b4'],
  ['from the south quay\n1. Ferry 9 is cancelled', 'b4'],
  ['| Lighthouse Island | $12.50 |', 'b5'],
  ['Seal Bay $9', 'b5'],
  ['const berth = quays[1]; return berth', 'b6'],
  ['北码头将于三月三日关闭', 'b7'],
  ['北码头将于 三月三日关闭，维修工程', 'b7'],
  ['الرصيف الشمالي سيغلق في ٣ مارس ٢٠٢٦', 'b8'],
  ['الرصيف الشمالـي سيغلق في 3 مارس 2026', 'b8'],
  ['จะปิดปรับปรุงเป็นเวลาสามเดือน', 'b9'],
  ['a well known, official badge', 'b10'],
  ['C++ or C# gets 5 > 3 points', 'b10'],
  ['What the harbour board decided', 'b1'],
  ['What the harbour board decided: The north quay will close', 'b1'],
  ['The north quay closes', undefined],
  ['What it means for the ferries', undefined],
])('%s: stands in the page', (quote, block) => {
  const found = index.find(quote);
  expect(found).toBeDefined();
  expect(found?.block?.id).toBe(block);
});

test.each([
  // Digits, dates, amounts, signs.
  'The north quay will close on 4 March 2026', 'The north quay will close on 3 March 2025', 'The north quay will close on 3 March 20266',
  'The north quay will close on 13 March 2026', 'Repairs cost €1,240,001 – 12.5% more', 'Repairs cost €1,24,000 – 12.5% more', 'Repairs cost €1240000 – 12.5% more',
  'Repairs cost $1,240,000 – 12.5% more', '12.5 more than planned', '125% more than planned', '12,5% more than planned', 'safe below 5 °C. The re-signed contract', 'bridge isn’t safe below −5 °F',
  'contract runs 1990–1996', 'contract runs 19901995', 'Ferry 7 leaves at 6:54 from', 'Ferry 9 leaves at 6:45 from', 'Lighthouse Island $12.5', 'Lighthouse Island €12.50', 'Seal Bay $9.00',
  'const berth = quays[2];', 'gets 5 < 3 points', 'gets 3 > 5 points',
  // Negations and how sure something is.
  'It does expect the work to end', 'It doesn’t expect the work to end before June', 'the “temporary” bridge is safe below −5 °C', 'The north quay may close on 3 March 2026',
  'The north quay will not close on 3 March 2026', 'we’re nowhere, re: C++', 'were not nowhere at all', 'we’re not now here',
  // Names and words.
  'The south quay will close on 3 March 2026', 'The north quays will close on 3 March', 'The north quay will closes on 3 March', 'Ferry 9 is cancelled until further notices',
  'the harbour boards said it', 'The resigned contract runs 1990–1995', 'Anyone who operates with us', 'C or C# gets 5', 'C+ or C# gets 5', 'Lighthouse Bay $12.50',
  // Other words, another order, something in between, a translation.
  'On 3 March 2026 the north quay will close', 'The north quay will close soon on 3 March 2026', 'The quay will close on 3 March 2026', 'The northern quay will be closed for repairs',
  'Der Nordkai schließt am 3. März 2026', 'The harbour is the finest in the land', '南码头将于三月三日关闭', '北码头将于三月四日关闭', '北码头将于三月三日不关闭', 'الرصيف الجنوبي سيغلق في ٣ مارس', 'الرصيف الشمالي سيغلق في ٤ مارس',
  // Gaps that reach too far, or go back; what says too little; what joins what does not belong together.
  'The harbour board said … the north quay will close', 'The north quay … runs 1990', 'quay', 'the … quay … close', 'of', '', '…', '“”', 'The north quay closes What it means', 'north quay closes What the harbour board',
])('%s: does not stand in the page', (quote) => {
  expect(index.find(quote)).toBeUndefined();
});

it('gives the page’s own words, with what a gap left out', () => {
  expect(index.find('it does not … end before june')?.text).toBe('It does not expect the work to end before June');
  expect(index.find('ISN\'T safe below -5 °C the re signed contract')?.text).toBe('isn’t safe below −5 °C.[3] The re-signed contract');
});

it('does not take words of one document for those of another, nor what reaches from one into the next', () => {
  const two = new PassageIndex({ title: '' }, [
    { id: 'd1.b1', kind: 'paragraph', text: 'The first report ends with these words' },
    { id: 'd2.b1', kind: 'paragraph', text: 'and here the second one begins' },
  ]);
  expect(two.find('the second one begins')?.block?.id).toBe('d2.b1');
  expect(two.find('ends with these words and here the second')).toBeUndefined();
  expect(two.find('report ends with … second one begins')).toBeUndefined();
});

const word = fc.constantFrom('quay', 'ferry', 'harbour', 'not', 'the', 'close', 'Lübeck', '7', '1,240', '港', '口', 'الميناء', 'isn’t', 'C++', '−5', '%', '€');
const paragraph = fc.array(word, { minLength: 12, maxLength: 40 });

it('finds whatever is cut out of a page between words, however it is dressed', () => {
  fc.assert(fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), fc.nat(), fc.integer({ min: 8, max: 20 }), fc.constantFrom(' ', '\n', '  ', '\u00a0'), (texts, seed, length, space) => {
    const blocks = texts.map((words, i): Block => ({ id: `b${i}`, kind: 'paragraph', text: words.join(' ') }));
    const words = texts[seed % texts.length] ?? [];
    const from = seed % Math.max(1, words.length - length);
    const quote = `“${words.slice(from, from + length).join(space)}…”`;
    expect(new PassageIndex({ title: '' }, blocks).find(quote)).toBeDefined();
  }));
});

it('finds no quotation with another word in it', () => {
  fc.assert(fc.property(paragraph, fc.nat(), (words, seed) => {
    const at = seed % words.length;
    const changed = words.map((each, i) => (i === at ? 'lighthouse' : each)).join(' ');
    expect(new PassageIndex({ title: '' }, [{ id: 'b1', kind: 'paragraph', text: words.join(' ') }]).find(changed)).toBeUndefined();
  }));
});

it('reads a page of 500,000 words once, and looks up fifty quotations in it in less than it takes to read it', () => {
  const sentence = 'The keeper of lighthouse number NN wrote in his log that no ship had passed since the storm of the year. ';
  const blocks = Array.from({ length: 2_500 }, (_, i): Block => ({ id: `b${i}`, kind: 'paragraph', text: sentence.replace('NN', String(i)).repeat(10) }));
  const began = performance.now();
  const large = new PassageIndex({ title: '' }, blocks);
  const read = performance.now();
  for (let i = 0; i < 50; i++) expect(large.find(`The keeper of lighthouse number ${i * 50} wrote in his log`)?.block?.id).toBe(`b${i * 50}`);
  expect(performance.now() - read).toBeLessThan(Math.max(500, read - began));
});
