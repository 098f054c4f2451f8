import { removeInvisible } from '~/lib/shared/invisible';
import { frameDocument } from './frame-document';

/** Text the reader has selected, in the page or in one of its own frames; empty when nothing is. */
export function readSelection(document: Document): string {
  const own = document.getSelection?.()?.toString() ?? '';
  if (own.trim() !== '') return tidy(own);
  for (const frame of document.querySelectorAll('iframe')) {
    const inner = frameDocument(frame)?.getSelection?.()?.toString() ?? '';
    if (inner.trim() !== '') return tidy(inner);
  }
  return '';
}

function tidy(text: string): string {
  return removeInvisible(text).replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}
