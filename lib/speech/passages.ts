import { blockText } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';
import type { SpeechOptions, SpeechPhrases, SpokenSentence } from '~/lib/shared/speech';
import { tablePassages } from './table-passages';

/** A part of a block that is said in a tone of its own: a paragraph, one list item, one row. */
export interface Passage {
  kind: SpokenSentence['kind'];
  /** Offsets into the block's text. */
  start: number;
  end: number;
  /** Said before it, in its own sentence: the number of a list item. */
  before?: string;
  /** Said for the whole, in the language of the phrases: "Code, 12 lines". */
  instead?: string;
  /** Parts of a row, each with its header; said in one sentence. */
  cells?: Cell[];
  /** Milliseconds. */
  pause: number;
}

export interface Cell {
  header: string;
  start: number;
  end: number;
}

/** Milliseconds of silence after each kind, at speed 1; sentences within a passage follow each other at once. */
export const PAUSES: Record<SpokenSentence['kind'], number> = {
  heading: 600,
  paragraph: 400,
  'list-item': 250,
  quote: 400,
  code: 400,
  'table-row': 250,
  caption: 400,
  picture: 400,
  announcement: 400,
};

/** The passages of a block in reading order, with their places in `blockText(block)`. */
export function* passagesOf(block: Block, options: SpeechOptions, phrases: SpeechPhrases): Generator<Passage> {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'quote':
      yield { kind: block.kind, start: 0, end: block.text.length, pause: PAUSES[block.kind] };
      return;
    case 'figure':
      if (block.caption) yield { kind: 'caption', start: 0, end: block.caption.length, pause: PAUSES.caption };
      return;
    case 'list':
      yield* itemPassages(block, options.listNumbers);
      return;
    case 'code':
      yield* codePassages(block.text, options, phrases);
      return;
    case 'table':
      yield* tablePassages(block, blockText(block), options.tables);
      return;
  }
}

function* itemPassages(list: Extract<Block, { kind: 'list' }>, numbered: boolean): Generator<Passage> {
  const numbers: number[] = [];
  let start = 0;
  for (const { text, depth } of list.items) {
    numbers.length = depth + 1;
    const number = (numbers[depth] ?? 0) + 1;
    numbers[depth] = number;
    const end = start + text.length;
    const before = list.ordered && numbered && depth === 0 && !beginsWith(text, number) ? { before: sayNumber(number, text) } : {};
    yield { kind: 'list-item', start, end, pause: PAUSES['list-item'], ...before };
    start = end + 1;
  }
}

/** Whether the page has written the number into the item. */
function beginsWith(text: string, number: number): boolean {
  return new RegExp(`^[(]?${number}(?!\\p{N}|[.,:]\\p{N})`, 'u').test(text);
}

/** How the number of a list item is said. A colon keeps voices from reading "1." as "first"; before a figure it would be a time of day. */
export function sayNumber(number: number, text: string): string {
  return /^\p{N}/u.test(text) ? `${number}; ` : `${number}: `;
}

function* codePassages(text: string, options: SpeechOptions, phrases: SpeechPhrases): Generator<Passage> {
  if (options.code === 'skip') return;
  const pause = PAUSES.code;
  if (options.code === 'announce') {
    const lines = text.split('\n').filter((line) => line.trim() !== '').length;
    if (lines > 0) yield { kind: 'announcement', start: 0, end: text.length, instead: phrases.code(lines), pause };
    return;
  }
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start);
    const end = at === -1 ? text.length : at;
    yield { kind: 'code', start, end, pause: at === -1 ? pause : 0 };
    start = end + 1;
  }
}
