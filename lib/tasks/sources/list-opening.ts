import { LIKELY_LINE, LINE_BEGINNING, SURE_LINE } from './read-quotation';

/** How the list of quotations at the end of an answer begins. */

/** As the model is told to write it, and forms of it that models write. */
const TAGS = ['<sources>', '<source>', '<quotes>'];
export const OPENING_TAG = /<(?:sources?|quotes)>/gi;
export const ANY_TAG = /<\/?(?:sources?|quotes)>/i;
const OPENING_LINE = /^\s*[`*_#>]{0,4}\s*<(?:sources?|quotes)>/i;
/** What models head a list of sources with. */
const HEADS = [
  'source', 'sources', 'quotes', 'quotations', 'citations', 'references', 'quellen', 'zitate', 'belege', 'références', 'citations', 'fuentes', 'citas', 'referencias',
  'fonti', 'citazioni', 'fontes', 'citações', 'bronnen', 'citaten', 'źródła', 'cytaty', 'источники', 'цитаты', 'джерела', 'kaynaklar', 'المصادر', 'مصادر', 'المراجع',
  'الاقتباسات', 'منابع', 'स्रोत', '来源', '來源', '引用', '出典', '출처',
];
/** So long may a line be that is held back as a possible heading. */
const HEAD_LENGTH = 32;
/** So long may a line be that is held back at all: a megabyte of blank space is text, and is not looked at again for every piece of it. */
const OPENING_LENGTH = 200;
/** Lines that stand between a heading and its list at most, other headings among them. */
const MOST_LINES = 6;
const RULE = /^\s*(?:-{3,10}|\*{3,10}|_{3,10})\s*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})[^`]*$/;

/** `listAt`: where the list begins. `textTo`: up to there it is text; `fence`: which ends with the first line of a code block. */
export type Judgement = 'wait' | { listAt: number } | { textTo: number; fence?: string };

/**
 * What a text is that begins with a line, as far as it can be told: a line that may head a list says nothing by itself.
 * The judgement is the same however little of the text is known.
 * @param final nothing more will come
 */
export function judgeLines(text: string, final: boolean): Judgement {
  let at = 0;
  let headed = false;
  for (let lines = 0; ; lines++) {
    const end = text.indexOf('\n', at);
    const length = (end < 0 ? text.length : end) - at;
    const isLong = length > OPENING_LENGTH;
    const isWhole = end >= 0 || final || isLong;
    const line = text.slice(at, at + Math.min(length, OPENING_LENGTH));
    // Before it is known that it names an address.
    if (!isWhole && LINE_BEGINNING.test(line)) return 'wait';
    if (OPENING_LINE.test(line) || SURE_LINE.test(line) || (headed && LIKELY_LINE.test(line))) return { listAt: at };
    if (!isWhole && mayOpen(line)) return 'wait';
    if (end >= 0 && !headed && !isLong && !line.trim()) return { textTo: end + 1 };
    const fence = length <= HEAD_LENGTH ? FENCE.exec(line)?.[1] : undefined;
    if (fence && isWhole) {
      const next = end < 0 ? '' : text.slice(end + 1, end + 2 + OPENING_LENGTH).split('\n', 1)[0] ?? '';
      if (OPENING_LINE.test(next)) return { listAt: at };
      if (!final && next.length <= OPENING_LENGTH && mayOpen(next) && !text.includes('\n', end + 1)) return 'wait';
      return { textTo: end < 0 ? text.length : end, fence };
    }
    const heads = isHead(line);
    if (end < 0 || isLong || lines >= MOST_LINES || (line.trim() !== '' && !heads)) return { textTo: at };
    headed ||= heads;
    at = end + 1;
  }
}

/** What may stand around the list: a heading, a rule, a fence. */
export function isFrame(line: string): boolean {
  return isHead(line) || FENCE.test(line);
}

function isHead(line: string): boolean {
  return line.length <= HEAD_LENGTH && (RULE.test(line) || HEADS.includes(bareWord(line).replace(/[\s*_:：]+$/, '')));
}

/** Whether a line that has begun like this may still open the list, or head it. */
function mayOpen(line: string): boolean {
  if (LINE_BEGINNING.test(line) || /^\s*[`~#*_>-]{0,10}\s*$/.test(line)) return true;
  const bare = bareWord(line);
  if (TAGS.some((tag) => tag.startsWith(bare))) return true;
  return line.length <= HEAD_LENGTH && (FENCE.test(line) || HEADS.some((word) => word.startsWith(bare) || (bare.startsWith(word) && /^[\s*_:：]*$/.test(bare.slice(word.length)))));
}

function bareWord(line: string): string {
  return line.replace(/^[`*_#>\s]+/, '').toLowerCase();
}

/** Length of the end of a line in which the list may be about to open. */
export function openingTail(line: string): number {
  const at = line.lastIndexOf('<');
  const tail = line.slice(at).toLowerCase();
  return at >= 0 && TAGS.some((tag) => tag.startsWith(tail)) ? tail.length : 0;
}
