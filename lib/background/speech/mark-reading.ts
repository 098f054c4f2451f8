import type { SpeechPosition } from '~/lib/shared/speech';
import { sourceRange } from '~/lib/speech/source-range';
import type { QueuedItem } from '~/lib/storage/player-session';
import type { FindPlace } from './make-item';
import type { Narrator } from './narrator';
import { type MarkedReading, PageMarks } from './page-marks';
import { PageReading } from './page-reading';
import type { SpeechObserver } from './player-store';

/** Has the page show what of it is being read. */
export class ReadingMarks implements SpeechObserver {
  readonly #marks = new PageMarks();
  /** What is marked: item, sentence and the reader's last step, so that nothing is marked twice. */
  #marked: { tabId: number; id: string; sentence: string; turn: number } | undefined;

  onPlace(present: QueuedItem | undefined, narrator: Narrator, status: string): void {
    const reading = present && toMarked(present, narrator);
    const { sentence, turn } = narrator;
    if (this.#marked && (this.#marked.id !== reading?.id || status === 'ended')) {
      if (this.#marked.tabId !== reading?.tabId || status === 'ended') void this.#marks.unmark(this.#marked.tabId);
      this.#marked = undefined;
    }
    if (!reading || !sentence || status === 'ended') return;
    const before = this.#marked;
    if (before?.sentence === sentence.id && before.turn === turn) return;
    this.#marked = { tabId: reading.tabId, id: reading.id, sentence: sentence.id, turn };
    const { blockId, start, end } = sentence;
    // A picture's description stands nowhere in the text.
    if (start === end) return;
    const follow = !narrator.settings?.player.follow ? 'off' : before?.turn === turn ? 'along' : 'go';
    void this.#marks.mark(reading, { sentence: { blockId, start, end }, follow });
  }

  onWord(present: QueuedItem, narrator: Narrator, at: number, length: number | undefined): void {
    const reading = toMarked(present, narrator);
    const { sentence, settings } = narrator;
    if (!reading || !sentence || !settings?.player.words) return;
    const end = length === undefined ? wordEnd(sentence.text, at) : at + length;
    const range = sourceRange(sentence, at, end);
    if (range && range.start < range.end) void this.#marks.markWord(reading, { blockId: sentence.blockId, ...range }, settings.player.follow ? 'along' : 'off');
  }

  /** Where in its page the reader is; undefined when no text of it is there. */
  readonly findPlace: FindPlace = async (tabId, id, page): Promise<SpeechPosition | undefined> =>
    (await this.#marks.findPlace({ tabId, id, blocks: page.blocks }))?.start;
}

/** Selections and answers are read from a text of their own, whose places are not the page's. */
function toMarked({ item }: QueuedItem, { reading }: Narrator): MarkedReading | undefined {
  return item.kind === 'page' && reading instanceof PageReading ? { tabId: item.tabId, id: item.id, blocks: reading.blocks } : undefined;
}

/** Some voices do not tell how long a word is. */
function wordEnd(text: string, at: number): number {
  const rest = /^[\p{L}\p{N}\p{M}'’_-]+/u.exec(text.slice(at))?.[0] ?? '';
  return at + rest.length;
}
