/** How a line of Markdown begins: what it is a part of, and how many units of marks stand before its text. */
export interface LineStart {
  kind: 'heading' | 'paragraph' | 'list-item' | 'quote' | 'code' | 'table-row';
  length: number;
  number?: number;
}

/** Marks are told from text by their first characters; more of a line is not needed. */
const ENOUGH = 16;

/** What a line is, by its beginning; undefined when more of it must be known. `line` ends with its line break, if it is there. */
export function startLine(line: string): LineStart | undefined {
  const quote = /^\s{0,3}(?:>[ \t]?)+/.exec(line)?.[0] ?? '';
  const text = line.slice(quote.length);
  const indent = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  if (!text.endsWith('\n') && text.length - indent < ENOUGH) return undefined;
  const rest = text.slice(indent);
  const before = quote.length + indent;
  if (/^(?:`{3,}[^`]*\n?$|~{3,})/.test(rest)) return { kind: 'code', length: 0 };
  if (rest.startsWith('|')) return { kind: 'table-row', length: 0 };
  const heading = /^#{1,6}(?:[ \t]+|(?=\n))/.exec(rest);
  if (heading) return { kind: 'heading', length: before + heading[0].length };
  const item = /^(?:[*+-]|(\d{1,9})[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/.exec(rest);
  if (item) return { kind: 'list-item', length: before + item[0].length, ...(item[1] === undefined ? {} : { number: Number(item[1]) }) };
  return { kind: quote ? 'quote' : 'paragraph', length: before };
}

/** How Markdown within a line is heard: marks left out, links and pictures by their text. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/<((?:https?:|mailto:)[^>\s]+)>/g, '$1')
    .replace(/<\/?(?:br|b|i|em|strong|sub|sup|u|s|p|span|mark|kbd)\b[^>]{0,80}>/gi, ' ')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/^\s*(?:[*_-]\s*){3,}$/gm, '')
    .replace(/(?<!\s)\*+|\*+(?!\s)|~~+|`+/g, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
