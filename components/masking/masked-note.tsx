import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { plural, t, type MessageKey } from '~/lib/i18n/message';
import type { MaskedKind, MaskedText } from '~/lib/shared/masked';

const NAMES: Record<MaskedKind, MessageKey> = { 'e-mail': 'maskedEmail', phone: 'maskedPhone', card: 'maskedCard', IBAN: 'maskedIban' };
/** Name of the highlight of originals, in `answer.css`. */
const HIGHLIGHT = 'docent-unmasked';

export interface MaskedNoteProps {
  masked: readonly MaskedText[];
  /** Where the answer is drawn. */
  shown: RefObject<HTMLElement | null>;
  live: boolean;
}

/** Says what was masked before it was sent, and marks it in the answer, where it stands as it is: on this device. */
export function MaskedNote({ masked, shown, live }: MaskedNoteProps) {
  useEffect(() => (live || !shown.current ? undefined : markOriginals(shown.current, masked)), [live, masked, shown.current]);
  if (masked.length === 0) return null;
  return (
    <details class="masked-note">
      <summary>{plural('maskedNote', masked.length)}</summary>
      <p class="hint">{t('maskedNoteHint')}</p>
      <ul>
        {masked.map(({ kind, text }) => (
          <li key={text}>
            <bdi>{text}</bdi> – {t(NAMES[kind])}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Marks the originals in what is drawn, also when it is drawn anew. The document itself stays as it is. */
function markOriginals(root: HTMLElement, masked: readonly MaskedText[]): (() => void) | undefined {
  if (masked.length === 0 || typeof Highlight === 'undefined') return undefined;
  const highlight = CSS.highlights.get(HIGHLIGHT) ?? new Highlight();
  CSS.highlights.set(HIGHLIGHT, highlight);
  let ranges: Range[] = [];
  const draw = () => {
    for (const range of ranges) highlight.delete(range);
    ranges = findRanges(root, masked.map(({ text }) => text));
    for (const range of ranges) highlight.add(range);
  };
  draw();
  const observer = new MutationObserver(draw);
  observer.observe(root, { childList: true, subtree: true, characterData: true });
  return () => {
    observer.disconnect();
    for (const range of ranges) highlight.delete(range);
  };
}

function findRanges(root: HTMLElement, texts: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const content = node.nodeValue ?? '';
    for (const text of texts) {
      for (let at = content.indexOf(text); at >= 0; at = content.indexOf(text, at + text.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        ranges.push(range);
      }
    }
  }
  return ranges;
}
