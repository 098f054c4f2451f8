/**
 * Time of the quick summary on pages of 1,000 to 500,000 words: `node test/bench/quick-summary.mjs`.
 * Budget: 10,000 words in 50 ms (median, warm).
 */
import './resolve-source.mjs';

import { fileURLToPath } from 'node:url';

const BUDGET = { words: 10_000, ms: 50 };
const SIZES = [1_000, 10_000, 100_000, 500_000];

/** Text with the word frequencies of natural language (Zipf), the same at every run. */
function makePage(words, lang) {
  let seed = 42;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const letters = lang === 'zh' ? '的一是不了人我在有他这为之大来以个中上们' : 'etaoinshrdlcumwfgypbvk';
  const vocabulary = Array.from({ length: 30_000 }, () =>
    Array.from({ length: lang === 'zh' ? 2 : 2 + Math.floor(random() * 9) }, () => letters[Math.floor(random() * letters.length)]).join(''),
  );
  const blocks = [];
  for (let done = 0, id = 1; done < words; id++) {
    if (id % 8 === 1) blocks.push({ id: `b${id}`, kind: 'heading', level: 2, text: `Section ${id}` });
    const sentences = Array.from({ length: 5 }, () => {
      const count = 8 + Math.floor(random() * 24);
      done += count;
      const list = Array.from({ length: count }, () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'x');
      const text = list.join(lang === 'zh' ? '' : ' ');
      return lang === 'zh' ? `${text}。` : `${text[0].toUpperCase()}${text.slice(1)}.`;
    });
    blocks.push({ id: `b${id}`, kind: 'paragraph', text: sentences.join(lang === 'zh' ? '' : ' ') });
  }
  return { url: 'https://example.org/', title: blocks[1].text.slice(0, 60), lang, dir: 'ltr', kind: 'article', blocks, images: [], wordCount: words, omissions: [] };
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @returns {Promise<{ name: string, ms: number, budget?: number }[]>} Median milliseconds of each size. */
export async function benchQuickSummary() {
  const { summarizeOnDevice } = await import('../../lib/tasks/quick-summary/index.ts');
  const rows = [];
  for (const lang of ['en', 'zh']) {
    for (const words of SIZES) {
      const page = makePage(words, lang);
      const options = { style: 'key-points', length: 'medium', language: 'page', instruction: '' };
      const times = [];
      for (let round = 0; round < (words > 50_000 ? 5 : 25); round++) {
        const start = performance.now();
        summarizeOnDevice(page, { kind: 'page' }, options);
        times.push(performance.now() - start);
      }
      rows.push({
        name: `quick summary, ${words.toLocaleString('en')} words (${lang})`,
        ms: median(times),
        ...(words === BUDGET.words && lang === 'en' ? { budget: BUDGET.ms } : {}),
      });
    }
  }
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, ms, budget } of await benchQuickSummary()) {
    console.log(`${name}: ${ms.toFixed(1)} ms${budget ? ` (budget ${budget} ms)` : ''}`);
  }
}
