/**
 * Measures how well instructions to assistants are found: opens pages in Chromium (scripts off, network blocked), runs
 * the built extractor in each, judges what it read as the background does, and counts a page with findings as flagged.
 *
 *   npm run bench:guard [-- DIR] [--rounds N] [--quiet]
 *
 * DIR holds `injected/**.html` and `clean/**.html` (`.html.gz` too). Without DIR: the pages that `test/guard-pages`
 * composes. Two times are told: of reading the page, in the page, and of judging what was read, in the background; each the
 * median over `rounds`.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { enterToolchain } from './packages.mjs';
import { launchChromium, loadInspector, median, readPage } from './read-pages.mjs';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, quiet: { type: 'boolean', default: false } },
});

let composed;
if (!positionals[0]) {
  enterToolchain();
  composed = mkdtempSync(path.join(tmpdir(), 'guard-pages-'));
  const { writeGuardPages } = await import('../test/guard-pages/write-pages.ts');
  writeGuardPages(composed);
}
const folder = positionals[0] ?? composed;
const pages = ['injected', 'clean'].flatMap((kind) => listPages(path.join(folder, kind)).map((file) => ({ kind, file })));
if (pages.length === 0) {
  console.error('Usage: npm run bench:guard [-- DIR]   (DIR holds injected/**.html and clean/**.html)');
  process.exit(2);
}

const inspectPage = await loadInspector();
const browser = await launchChromium();
const results = [];
try {
  for (const { kind, file } of pages) {
    const bytes = readFileSync(file);
    const { content, times } = await readPage(browser, file.endsWith('.gz') ? gunzipSync(bytes) : bytes, 'https://page.example/', Math.max(1, Number(flags.rounds)));
    results.push({ kind, name: path.relative(folder, file), ...(await judge(content, times.length)), millis: median(times) });
  }
} finally {
  await browser.close();
  if (composed) rmSync(composed, { recursive: true });
}
report();

/** Each round in the state of a background that has judged other pages before. */
async function judge(content, rounds) {
  const times = [];
  let findings = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    ({ findings = [] } = await inspectPage(content));
    times.push(performance.now() - start);
  }
  return { findings, judging: median(times), first: times[0] };
}

function report() {
  const injected = results.filter(({ kind }) => kind === 'injected');
  const clean = results.filter(({ kind }) => kind === 'clean');
  const found = injected.filter(({ findings }) => findings.length > 0);
  const alarms = clean.filter(({ findings }) => findings.length > 0);
  if (!flags.quiet) {
    for (const { name } of injected.filter(({ findings }) => findings.length === 0)) console.log(`missed  ${name}`);
    for (const { name, findings } of alarms) for (const { carrier, rules, excerpt } of findings) console.log(`alarm   ${name}  ${carrier}  ${rules.join(' ')}  ${excerpt}`);
  }
  const timesOf = (key) => {
    const times = results.map((result) => result[key]);
    return `${median(times).toFixed(1)} ms median ${Math.max(...times).toFixed(1)} ms max`;
  };
  const share = (part, all) => (all.length > 0 ? (part.length / all.length).toFixed(4) : '-');
  console.log(
    `recall ${share(found, injected)} (${found.length} of ${injected.length}) false alarms ${share(alarms, clean)} (${alarms.length} of ${clean.length}) read ${timesOf('millis')} judged ${timesOf('judging')} (first time ${timesOf('first')})`,
  );
}

function listPages(directory) {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => /\.html?(?:\.gz)?$/.test(name)).sort().map((name) => path.join(directory, name));
  } catch {
    return [];
  }
}
