import { inspectParagraphs } from '~/lib/guard/instructions/inspect-paragraphs';
import { listFindings } from '~/lib/guard/instructions/inspect-passages';
import { findSent } from '~/lib/guard/find-sent';
import { removeInvisible } from '~/lib/shared/invisible';
import type { PageContent } from '~/lib/shared/page-content';
import { squeeze } from '~/lib/shared/squeeze';
import { withoutWords } from '~/lib/shared/without-words';
import { cutSelection } from '~/lib/tasks/prompt/source-blocks';

/** Characters, white space aside, that follow each other in two texts by no chance; and how many are compared: browsers cut long selections. */
const RUN = 8;
const COMPARED = 2_000;

/**
 * The page with the selection that a request is about, and with what was found in that selection. What came with a click
 * holds hidden text too, so the page's own selection, where readers see all of it, is taken in its place if it is the same.
 * Throws the signal's reason once it is aborted.
 * @param clicked the text as the browser's menu gave it
 */
export async function chooseSelection({ selection: own = '', findings = [], ...page }: PageContent, clicked: string | undefined, signal: AbortSignal): Promise<PageContent> {
  const isOwn = isFrom(own, clicked ?? '');
  const selection = (isOwn ? '' : tidy(clicked ?? '', findings)) || own;
  if (selection === '') return { ...page, ...(findings.length > 0 ? { findings } : {}) };
  // Signs that nobody sees may have stood in what was clicked; what they spell is told.
  const paragraphs = cutSelection(isOwn ? selection : (clicked ?? '')).map(({ id, text }) => ({ raw: text, blockId: id }));
  const leftOut = findings.filter(({ place }) => place === 'hidden');
  const all = listFindings([...leftOut, ...(await inspectParagraphs(paragraphs, signal)), ...findSent(findings, selection)]);
  return { ...page, selection, ...(all.length > 0 ? { findings: all } : {}) };
}

function tidy(clicked: string, findings: NonNullable<PageContent['findings']>): string {
  const shown = removeInvisible(clicked);
  return findings.filter(({ place }) => place === 'hidden').reduce((text, { excerpt }) => withoutWords(text, excerpt), shown).trim();
}

/** Whether one text is the other, or is left of it when hidden passages are taken out. */
function isFrom(left: string, whole: string): boolean {
  const wanted = press(left).slice(0, COMPARED);
  const text = press(whole);
  if (wanted === '' || text === '') return wanted !== '' && whole.trim() === '';
  for (let at = 0, from = 0; at < wanted.length; ) {
    const found = text.indexOf(wanted.slice(at, at + RUN), from);
    if (found === -1) return false;
    let length = 0;
    while (at + length < wanted.length && wanted[at + length] === text[found + length]) length++;
    at += length;
    from = found + length;
  }
  return true;
}

function press(text: string): string {
  return squeeze(text).toLowerCase();
}
