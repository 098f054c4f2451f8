import { blockText } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';

const RTL = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTER = /\p{L}/gu;
/** Characters of text that are looked at: enough to tell. */
const SAMPLE = 4000;

/** As declared, else as styled, else by the letters of most of the text. */
export function readDirection(document: Document, blocks: readonly Block[]): 'ltr' | 'rtl' {
  const declared = [document.documentElement, document.body].map((element) => element?.getAttribute('dir')?.toLowerCase());
  for (const dir of declared) if (dir === 'rtl' || dir === 'ltr') return dir;
  const view = document.defaultView;
  if (view && document.body && view.getComputedStyle(document.body).direction === 'rtl') return 'rtl';
  let sample = '';
  for (const block of blocks) {
    sample += blockText(block);
    if (sample.length > SAMPLE) break;
  }
  const rtl = sample.match(RTL)?.length ?? 0;
  return rtl > (sample.match(LETTER)?.length ?? 0) / 2 ? 'rtl' : 'ltr';
}
