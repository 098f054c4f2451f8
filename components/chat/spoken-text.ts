/** How a line of Markdown is heard: marks left out, links by their text. */
function plain(text: string): string {
  return text
    .replace(/^\s{0,3}(?:#{1,6}\s+|>\s?|[*+-]\s+(?:\[[ xX]\]\s+)?)/gm, '')
    .replace(/^\s*(?:`{3,}.*|~{3,}.*|[|:\- ]+|[*_-]{3,})$/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_~`|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** After these a sentence is over; ideographic full stops need no space, only to know that no closing mark follows. */
const END = /[.!?…]["'”’»)\]*_]*(?=\s)|[。！？]["'”’」』）]*(?=[^"'”’」』）])|\n/g;
/** A full stop after these ends no sentence: `1.`, `J.`, `e.g.`, `Dr.` */
const NO_END = /(?:^|[\s(])(?:\d{1,3}|\p{L}|(?:\p{L}\.)+\p{L}|Dr|Mr|Mrs|Ms|St|vs|etc|bzw|ca|Nr|No|Prof)\.$/u;

/** Cuts a growing Markdown text into sentences as they end. Looks at each character a bounded number of times. */
export class SpokenText {
  #rest = '';

  /** Sentences that have ended with this piece. */
  take(piece: string): string[] {
    const from = Math.max(0, this.#rest.length - 8);
    this.#rest += piece;
    const sentences: string[] = [];
    let start = 0;
    END.lastIndex = from;
    for (let match = END.exec(this.#rest); match; match = END.exec(this.#rest)) {
      const end = match.index + match[0].length;
      if (match[0] !== '\n' && NO_END.test(this.#rest.slice(Math.max(start, match.index - 12), match.index + 1))) continue;
      add(sentences, this.#rest.slice(start, end));
      start = end;
    }
    this.#rest = this.#rest.slice(start);
    return sentences;
  }

  /** What is left at the end of the text. */
  end(): string[] {
    const sentences: string[] = [];
    add(sentences, this.#rest);
    this.#rest = '';
    return sentences;
  }
}

function add(sentences: string[], text: string): void {
  const spoken = plain(text);
  if (/[\p{L}\p{N}]/u.test(spoken)) sentences.push(spoken);
}
