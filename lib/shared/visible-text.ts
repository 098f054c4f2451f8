/**
 * Characters that hide or reorder text without a reader seeing it: bidirectional embeddings, overrides and
 * isolates, zero-width space, word joiner and byte order mark, Unicode tags and supplementary variation selectors
 * (both carry smuggled text), and control characters. Joiners U+200C and U+200D stay: Persian and emoji need them.
 */
const INVISIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u180E\u200B\u2060-\u206F\u202A-\u202E\uFEFF\uFFF9-\uFFFB]|\uDB40[\uDC00-\uDDEF]/g;

export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * The same for a text that arrives in pieces, with line ends made `\n`. A carriage return or half a surrogate pair
 * at the end of a piece waits for the next one.
 */
export class VisibleText {
  #held = '';

  take(piece: string): string {
    let text = this.#held + piece;
    this.#held = '';
    const last = text.charCodeAt(text.length - 1);
    if (last === 0x0d || (last >= 0xd800 && last <= 0xdbff)) {
      this.#held = text.slice(-1);
      text = text.slice(0, -1);
    }
    return stripInvisible(text.replace(/\r\n?/g, '\n'));
  }

  /** What was held back, at the end of the text. */
  end(): string {
    const rest = this.#held === '\r' ? '\n' : '';
    this.#held = '';
    return rest;
  }
}
