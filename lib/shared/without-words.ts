import { removeInvisible } from './invisible';

/** A text without every occurrence of the words of another one, whatever white space is between them and however they are capitalized. */
export function withoutWords(text: string, words: string): string {
  const parts = removeInvisible(words).split(/\s+/).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return parts.length === 0 ? text : text.replace(new RegExp(parts.join('\\s*'), 'gi'), '');
}
