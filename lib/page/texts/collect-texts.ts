import type { PageText } from '~/lib/shared/page-content';
import type { HiddenText, Snapshot } from '../snapshot';
import { readMachineTexts } from './machine-texts';
import { readVisibleTexts } from './visible-texts';

/** Characters of visible text that are handed over to be judged apart from the blocks, and of all else. */
const MOST_VISIBLE = 3_000_000;
const MOST_HIDDEN = 2_000_000;

/** Every text of a page that may speak to somebody, in sight and out of it; what repeats, once. */
export function collectTexts(document: Document, snapshot: Snapshot): { texts: PageText[]; textsCut?: true } {
  const hidden = new Room(MOST_HIDDEN);
  for (const text of snapshot.invisible) hidden.add({ carrier: 'unicode-tags', text });
  for (const text of hiddenTexts(snapshot.hidden)) hidden.add(text);
  for (const text of readMachineTexts(document)) hidden.add(text);
  const visible = new Room(MOST_VISIBLE);
  for (const text of readVisibleTexts(snapshot.root)) visible.add(text);
  return { texts: [...hidden.texts, ...visible.texts], ...(visible.isFull ? { textsCut: true } : {}) };
}

/** Room for so many characters. */
class Room {
  readonly texts: PageText[] = [];
  isFull = false;
  /** By carrier: a page's texts are long, and joined to a key each would be copied. */
  readonly #known = new Map<string, Set<string>>();
  #left: number;

  constructor(characters: number) {
    this.#left = characters;
  }

  add(one: PageText): void {
    if (this.#left < one.text.length) this.isFull = true;
    const kind = `${one.carrier} ${one.quoted ? 'quoted' : ''} ${one.pieces ? 'pieces' : ''}`;
    let known = this.#known.get(kind);
    if (!known) this.#known.set(kind, (known = new Set()));
    if (this.isFull || known.has(one.text)) return;
    known.add(one.text);
    this.#left -= one.text.length;
    this.texts.push(one);
  }
}

/** Hidden texts that are short are judged with those next to them: an order may be cut into words. */
const SHORT = 80;

function* hiddenTexts(hidden: readonly HiddenText[]): Generator<PageText> {
  let run: HiddenText[] = [];
  for (const one of hidden) {
    yield toText(one.reason, one.text);
    if (one.closed !== undefined) yield toText(one.reason, one.closed);
    if (one.text.length <= SHORT) run.push(one);
    if ((one.text.length > SHORT || run.length >= 40) && run.length > 1) {
      yield { ...toText(one.reason, run.map(({ text }) => text.trim()).join(' ')), pieces: true };
      run = [];
    }
  }
  const [first] = run;
  if (first && run.length > 1) yield { ...toText(first.reason, run.map(({ text }) => text.trim()).join(' ')), pieces: true };
}

function toText(reason: HiddenText['reason'], text: string): PageText {
  return { carrier: reason === 'same-colour' ? 'same-colour' : 'hidden-text', text };
}
