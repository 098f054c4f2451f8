import { z } from './zod';

/** Prompts that can be saved. */
export const MAX_PROMPTS = 200;
/** Characters of a prompt's name, and of its text. */
export const PROMPT_NAME_LENGTH = 60;
export const PROMPT_TEXT_LENGTH = 20_000;

/** A request of the reader's own, to be made again and again. */
export const SavedPrompt = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  name: z.string().check(z.minLength(1), z.maxLength(PROMPT_NAME_LENGTH)),
  /** May hold placeholders. */
  text: z.string().check(z.minLength(1), z.maxLength(PROMPT_TEXT_LENGTH)),
});
export type SavedPrompt = z.infer<typeof SavedPrompt>;

/** What a prompt's text may hold in double braces. */
export const PLACEHOLDERS = ['page', 'selection', 'language'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** What keeps a prompt from being saved. `names`: the placeholders that nobody knows. */
export type PromptProblem =
  | { kind: 'no-name' | 'long-name' | 'same-name' | 'no-text' | 'long-text' | 'two-sources' }
  | { kind: 'unknown-placeholder'; names: string[] };

/** Everything that is wrong with a prompt beside `others`; nothing when it can be saved. Names are compared without case. */
export function checkPrompt({ name, text }: Pick<SavedPrompt, 'name' | 'text'>, others: readonly Pick<SavedPrompt, 'name'>[]): PromptProblem[] {
  const problems: PromptProblem[] = [];
  const short = name.trim();
  if (!short) problems.push({ kind: 'no-name' });
  else if (short.length > PROMPT_NAME_LENGTH) problems.push({ kind: 'long-name' });
  else if (others.some((other) => fold(other.name) === fold(short))) problems.push({ kind: 'same-name' });
  if (!text.trim()) problems.push({ kind: 'no-text' });
  else if (text.trim().length > PROMPT_TEXT_LENGTH) problems.push({ kind: 'long-text' });
  const used = findPlaceholders(text);
  const unknown = used.filter((word) => !isPlaceholder(word));
  if (unknown.length > 0) problems.push({ kind: 'unknown-placeholder', names: unknown });
  if (used.includes('page') && used.includes('selection')) problems.push({ kind: 'two-sources' });
  return problems;
}

/** What a prompt is about: the selection if it names that, else the page. */
export function promptSource({ text }: Pick<SavedPrompt, 'text'>): 'page' | 'selection' {
  return findPlaceholders(text).includes('selection') ? 'selection' : 'page';
}

/**
 * The prompt as it is asked. Placeholders become `words`, which are Docent's own: the text of page and selection goes along as
 * data between delimiters, never into the request. What `words` hold is not looked into again.
 */
export function fillPrompt({ text }: Pick<SavedPrompt, 'text'>, words: Record<Placeholder, string>): string {
  return text.trim().replace(PLACEHOLDER, (whole, name: string) => (isPlaceholder(name) ? words[name] : whole));
}

/** The names between `{{` and `}}`, known or not, each once. */
export function findPlaceholders(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))];
}

function isPlaceholder(name: string): name is Placeholder {
  return (PLACEHOLDERS as readonly string[]).includes(name);
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}
