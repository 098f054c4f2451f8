import { removeInvisible } from '~/lib/shared/invisible';
import type { Block, ExtractedPage, PageText } from '~/lib/shared/page-content';
import { countWords } from '~/lib/shared/words';
import { collapse } from './clean-text';
import { readDirection } from './direction';
import { readSelection } from './selection';

const MAX_CHARACTERS = 4_000_000;

/** Browsers show a plain-text file as a page with one `<pre>`. */
export function isPlainTextDocument(document: Document): boolean {
  const body = document.body;
  if (!body) return false;
  const type = document.contentType;
  if (type && type !== 'text/html' && type !== 'application/xhtml+xml') return body.querySelector(':scope > pre') !== null && body.childElementCount <= 3;
  return false;
}

/** Paragraphs are set apart by blank lines; the lines within one stay. */
export function readPlainText(document: Document, url: string): ExtractedPage {
  const whole = document.querySelector('body > pre')?.textContent ?? '';
  const blocks: Block[] = [];
  const texts: PageText[] = [];
  for (const raw of whole.slice(0, MAX_CHARACTERS).split(/\r?\n[^\S\n]*\r?\n\s*/)) {
    const text = removeInvisible(raw).split(/\r?\n/).map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n');
    if (text) blocks.push({ id: `b${blocks.length + 1}`, kind: 'paragraph', text });
    const blockId = text ? blocks.at(-1)?.id : undefined;
    texts.push({ carrier: 'visible', text: raw, ...(blockId === undefined ? {} : { blockId }) });
  }
  const selection = readSelection(document);
  return {
    url,
    title: collapse(document.title) || nameOf(url),
    dir: readDirection(document, blocks),
    kind: 'text',
    blocks,
    images: [],
    ...(selection ? { selection } : {}),
    wordCount: blocks.reduce((sum, block) => sum + ('text' in block ? countWords(block.text) : 0), 0),
    omissions: whole.length > MAX_CHARACTERS ? [{ reason: 'limit', passages: 1, words: countWords(whole.slice(MAX_CHARACTERS)), excerpts: [] }] : [],
    texts,
  };
}

function nameOf(url: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const name = path.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
