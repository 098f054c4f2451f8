import type { Page } from 'puppeteer';
import { blockText } from '../../../lib/shared/block-text.ts';
import { PageContent } from '../../../lib/shared/page-content.ts';
import { type Follow, PageClick, type Passage } from '../../../lib/shared/reader-jobs.ts';
import { splitSentences } from '../../../lib/shared/sentences.ts';
import type { Docent } from './docent.ts';
import { openOwnPage, openTab } from './docent.ts';
import { openReader, type TabReader } from './reader.ts';
import { findTabId } from './tabs.ts';

/** A passage and its words. */
export interface Said extends Passage {
  text: string;
}

/** A tab whose page is about to be read: driven as the background drives it. */
export interface MarkedTab extends AsyncDisposable {
  page: Page;
  reader: TabReader;
  content: PageContent;
  sentences: Said[];
  mark(sentence: Passage, follow?: Follow, word?: Passage): Promise<string>;
  /** The sentence that holds these words, or the words themselves. */
  sentence(words: string): Said;
  word(words: string): Said;
  /** Docent starts anew, as after an update. */
  reload(): Promise<void>;
  /** Clicks that the page has told of, since it was opened. */
  clicks(): Promise<PageClick['jumpTo'][]>;
}

const READING = 'reading-1';

export async function openMarked(docent: Docent, url: string): Promise<MarkedTab> {
  const page = await openTab(docent, url);
  await page.waitForFunction(() => document.readyState === 'complete');
  const reader = await openReader(docent, page);
  const tabId = await findTabId(docent, page);
  const own = await openOwnPage(docent, 'options.html');
  const extracted = await own.evaluate(async (tabId) => (await chrome.scripting.executeScript({ target: { tabId }, files: ['/extract.js'] }))[0]?.result, tabId);
  const content = PageContent.parse(extracted);
  await own.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    chrome.runtime.onMessage.addListener((message: unknown) => {
      told.push(message);
    });
  });
  await page.bringToFront();
  await reader.run('openMarks', { reading: READING, blocks: content.blocks });
  const passages = (words: (text: string) => { start: number; end: number; text: string }[]) => content.blocks.flatMap((block) => words(blockText(block)).map(({ start, end, text }) => ({ blockId: block.id, start, end, text })));
  const sentences = passages((text) => splitSentences(text));
  const found = (words: string, said: Said | undefined) => {
    if (!said) throw new Error(`The page does not say: ${words}`);
    return said;
  };
  return {
    page,
    reader,
    content,
    sentences,
    mark: (sentence, follow = 'off', word) => reader.run('mark', { reading: READING, sentence, ...(word ? { word } : {}), follow }),
    sentence: (words) => found(words, sentences.find(({ text }) => text.includes(words))),
    word: (words) => {
      const [said] = passages((text) => (text.includes(words) ? [{ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words }] : []));
      return found(words, said);
    },
    reload: () => own.evaluate(() => setTimeout(() => chrome.runtime.reload())).then(() => {}),
    async clicks() {
      const told = await own.evaluate(() => (window as unknown as { told: unknown[] }).told);
      return told.flatMap((message) => PageClick.safeParse(message).data?.jumpTo ?? []);
    },
    async [Symbol.asyncDispose]() {
      // They are closed already when Docent was started anew.
      await Promise.all([reader[Symbol.asyncDispose](), own.close()]).catch(() => {});
      await page.close();
    },
  };
}

/** What is highlighted, by name, in the page and its frames, white space collapsed. Registries are shared with the page's own scripts. */
export function readHighlights(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const all: Record<string, string> = {};
    const windows = [window, ...[...document.querySelectorAll('iframe')].flatMap((frame) => (frame.contentDocument ? (frame.contentWindow as Window & typeof globalThis) : []))];
    for (const { CSS } of windows)
      for (const [name, highlight] of CSS.highlights) all[name] = [...(all[name] === undefined ? [] : [all[name]]), ...[...highlight].map(String)].join(' ').replace(/\s+/g, ' ').trim();
    return all;
  });
}
