/**
 * Measures article extraction: opens every page of DIR in Chromium (scripts off, network blocked), runs the built
 * extractor in it and scores the text against what a person marked.
 *
 *   npm run bench:extraction -- DIR [--worst N] [--half 0|1] [--texts FILE] [--rounds N]
 *
 * DIR holds `pages/<id>.html.gz` and `ground-truth.json` (`{ id: { articleBody, url } }`), the layout of
 * https://github.com/scrapinghub/article-extraction-benchmark, whose measure this is: overlap of word 4-grams,
 * precision and recall averaged over the pages, F1 of the two averages.
 *
 * The time is that of reading the page as the extension does: the whole script, from its first statement to the
 * finished `PageContent`. Each page is read `rounds` times in one document, and the median counts: the first read,
 * which also compiles the script, shows with `--worst` as `first`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { launchChromium, median, readPage } from './read-pages.mjs';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    worst: { type: 'string', default: '0' },
    half: { type: 'string' },
    texts: { type: 'string' },
    rounds: { type: 'string', default: '5' },
  },
});
const folder = positionals[0];
if (!folder || !existsSync(path.join(folder, 'ground-truth.json'))) {
  console.error('Usage: npm run bench:extraction -- DIR   (DIR holds pages/*.html.gz and ground-truth.json)');
  process.exit(2);
}

const truth = JSON.parse(readFileSync(path.join(folder, 'ground-truth.json'), 'utf8'));
const ids = Object.keys(truth)
  .sort()
  .filter((_, index) => flags.half === undefined || index % 2 === Number(flags.half));

const browser = await launchChromium();
const results = [];
try {
  for (const id of ids) {
    const html = gunzipSync(readFileSync(path.join(folder, 'pages', `${id}.html.gz`)));
    results.push({ id, url: truth[id].url, ...(await measurePage(html, truth[id])) });
  }
} finally {
  await browser.close();
}
report(results);

async function measurePage(html, { articleBody, url }) {
  const { content, times } = await readPage(browser, html, url, Math.max(1, Number(flags.rounds)));
  const text = articleText(content);
  return { ...scorePage(articleBody, text), millis: median(times), first: times[0], kind: content.kind, text };
}

/** The article's own text: captions belong to its pictures. */
function articleText(content) {
  return content.blocks
    .map((block) => {
      if (block.kind === 'figure') return '';
      if (block.kind === 'list') return block.items.map((item) => item.text).join('\n');
      if (block.kind === 'table') return block.rows.map((row) => row.join(' ')).join('\n');
      return block.text;
    })
    .join('\n');
}

function shingles(text) {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map();
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const gram = words.slice(i, i + 4).join(' ');
    if (gram) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function scorePage(wanted, found) {
  const want = shingles(wanted);
  const got = shingles(found);
  const sum = (counts) => [...counts.values()].reduce((a, b) => a + b, 0);
  let shared = 0;
  for (const [gram, count] of got) shared += Math.min(count, want.get(gram) ?? 0);
  const [wantTotal, gotTotal] = [sum(want), sum(got)];
  return { precision: gotTotal ? shared / gotTotal : null, recall: wantTotal ? shared / wantTotal : 1 };
}

function report(pages) {
  const worst = [...pages].sort((a, b) => (a.precision ?? 0) + a.recall - (b.precision ?? 0) - b.recall).slice(0, Number(flags.worst));
  for (const page of worst)
    console.log(`${page.id.slice(0, 8)}  ${page.kind.padEnd(7)} precision ${(page.precision ?? 0).toFixed(3)}  recall ${page.recall.toFixed(3)}  ${page.millis.toFixed(0).padStart(4)} ms, first ${page.first.toFixed(0).padStart(4)} ms  ${page.url.slice(0, 90)}`);
  if (flags.texts) writeFileSync(flags.texts, JSON.stringify(Object.fromEntries(pages.map((page) => [page.id, page.text])), null, 1));
  const mean = (numbers) => numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length);
  const precision = mean(pages.map((page) => page.precision).filter((value) => value !== null));
  const recall = mean(pages.map((page) => page.recall));
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  const times = pages.map((page) => page.millis);
  console.log(`F1 ${f1.toFixed(4)} precision ${precision.toFixed(4)} recall ${recall.toFixed(4)} median ${Math.round(median(times))} ms max ${Math.round(Math.max(...times))} ms`);
}
