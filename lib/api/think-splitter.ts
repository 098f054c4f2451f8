/** A piece of an answer: what the model says, or what it thought before. */
export interface Piece {
  type: 'text' | 'reasoning';
  text: string;
}

const OPEN = /^\s*<(think|thinking|reasoning)>/i;
/** What may still become the opening tag. */
const OPENING = /^\s*(<[a-z]{0,9})?$/i;

/**
 * Takes `<think>…</think>` at the very start of an answer for reasoning: local servers send it inside `content`
 * (https://github.com/ggml-org/llama.cpp/issues/11861). Anywhere else the tag is text, an article may be about it.
 * Fed with pieces cut anywhere; each character is looked at once, plus the few held back at a cut.
 */
export class ThinkSplitter {
  #state: 'start' | 'inside' | 'after' | 'text' = 'start';
  #held = '';
  #close = '';

  push(text: string): Piece[] {
    if (this.#state === 'text') return text ? [{ type: 'text', text }] : [];
    const pending = this.#held + text;
    this.#held = '';
    if (this.#state === 'start') return this.#begin(pending);
    return this.#state === 'inside' ? this.#think(pending) : this.#trim(pending);
  }

  /** What is still held back, when the answer is over. */
  end(): Piece[] {
    const text = this.#held;
    this.#held = '';
    return text ? [{ type: this.#state === 'inside' ? 'reasoning' : 'text', text }] : [];
  }

  #begin(pending: string): Piece[] {
    const open = OPEN.exec(pending);
    if (open) {
      this.#state = 'inside';
      this.#close = `</${open[1]?.toLowerCase() ?? ''}>`;
      return this.#think(pending.slice(open[0].length));
    }
    if (OPENING.test(pending)) {
      this.#held = pending;
      return [];
    }
    this.#state = 'text';
    return [{ type: 'text', text: pending }];
  }

  #think(pending: string): Piece[] {
    const end = pending.toLowerCase().indexOf(this.#close);
    if (end >= 0) {
      this.#state = 'after';
      const rest = this.#trim(pending.slice(end + this.#close.length));
      return end > 0 ? [{ type: 'reasoning', text: pending.slice(0, end) }, ...rest] : rest;
    }
    const keep = tailThatBegins(pending, this.#close);
    this.#held = pending.slice(pending.length - keep);
    const text = pending.slice(0, pending.length - keep);
    return text ? [{ type: 'reasoning', text }] : [];
  }

  /** The blank lines between the closing tag and the answer belong to neither. */
  #trim(pending: string): Piece[] {
    const text = pending.trimStart();
    if (!text) return [];
    this.#state = 'text';
    return [{ type: 'text', text }];
  }
}

/** Length of the longest end of `text` that is a beginning of `tag`. */
function tailThatBegins(text: string, tag: string): number {
  for (let length = Math.min(tag.length - 1, text.length); length > 0; length--) {
    if (tag.startsWith(text.slice(-length).toLowerCase())) return length;
  }
  return 0;
}
