import { MASKED_KINDS, type MaskedKind, type MaskedText } from '~/lib/shared/masked';
import { findPersonal } from './find-personal';

const KINDS = new Map(MASKED_KINDS.map((kind) => [kind.toLowerCase(), kind]));
/** A label as a model may write it again: in another case, with its brackets escaped, without hyphen. */
const LABEL = /\\?\[(e-?mail|phone|card|iban)[  -](\d{1,6})\\?\]/gi;
/** The beginning of one, at the end of a text that goes on. */
const BEGUN = /\\?(?:\[[a-z-]{0,6}(?:[  -]\d{0,6}\\?)?)?$/i;

/**
 * Puts labels such as `[e-mail 1]` in the place of personal data: the same text has the same label in all texts of one request, and
 * from each label the text can be had again.
 */
export class Masking {
  readonly #labels = new Map<string, MaskedText>();
  readonly #texts = new Map<string, string>();
  /** Labels that stand in the texts themselves: they are not given out. */
  readonly #taken = new Set<string>();
  readonly #counts = new Map<MaskedKind, number>();

  /** @param texts all that go out together */
  constructor(texts: readonly string[]) {
    for (const text of texts) for (const [, kind = '', number = ''] of text.matchAll(LABEL)) this.#taken.add(keyOf(kind, number));
  }

  /** What was masked so far, in the order in which it came. */
  get masked(): MaskedText[] {
    return [...this.#labels.values()];
  }

  mask(text: string): string {
    let masked = '';
    let end = 0;
    for (const span of findPersonal(text)) {
      masked += text.slice(end, span.start) + this.#label(span.kind, text.slice(span.start, span.end));
      end = span.end;
    }
    return masked + text.slice(end);
  }

  /** The text with what the labels stand for. */
  unmask(text: string): string {
    return this.#texts.size === 0 ? text : text.replace(LABEL, (found, kind: string, number: string) => this.#texts.get(keyOf(kind, number)) ?? found);
  }

  /** For a text that comes in pieces: what may be the beginning of a label waits for the next. */
  unmaskPieces(): { add(piece: string): string; end(): string } {
    let held = '';
    return {
      add: (piece) => {
        if (this.#texts.size === 0) return piece;
        const text = held + piece;
        held = BEGUN.exec(text)?.[0] ?? '';
        return this.unmask(text.slice(0, text.length - held.length));
      },
      end: () => {
        const rest = held;
        held = '';
        return rest;
      },
    };
  }

  #label(kind: MaskedKind, text: string): string {
    const known = this.#labels.get(text);
    if (known) return known.label;
    let count = this.#counts.get(kind) ?? 0;
    do count++;
    while (this.#taken.has(keyOf(kind, String(count))));
    this.#counts.set(kind, count);
    const label = `[${kind} ${count}]`;
    this.#labels.set(text, { kind, label, text });
    this.#texts.set(keyOf(kind, String(count)), text);
    return label;
  }
}

function keyOf(kind: string, number: string): string {
  const name = kind.toLowerCase().replace(/^email$/, 'e-mail');
  return `${KINDS.get(name) ?? name} ${Number(number)}`;
}
