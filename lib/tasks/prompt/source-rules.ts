import type { TaskInput } from '../task';
import { nameSource } from './page-data';

/**
 * Asks for marks in the answer, and at its end for the words they rest on, as `AnswerSplitter` reads them; empty where the reader wants none.
 * @param given what the words are copied from, where it is not the text itself
 */
export function sourcesRule(input: TaskInput, given?: string): string {
  const isAboutNothing = input.request.source.kind === 'none' && !input.text;
  if (!input.marks || isAboutNothing) return '';
  const source = nameSource(input);
  return [
    `Say where each statement comes from: put [1], [2] and so on behind it, numbered in their order; what rests on the same words has the same number. None behind what does not come from the ${source}.`,
    `When the answer is complete, write the line <sources>, then for each number a line such as [1] "…" with 4 to 20 words in a row ${given ?? `of the ${source}`} that bear it out, copied letter by letter in their own language. End with the line </sources>.`,
  ].join('\n');
}

/** Sources of an answer that is made from notes: these have to quote. Empty where the reader wants none. */
export function quotingRule({ marks }: Pick<TaskInput, 'marks'>): string {
  return marks ? 'Behind each point stand, in quotation marks, the 4 to 15 words in a row of the text that best bear it out, copied letter by letter in their own language; they do not count as words.' : '';
}

/** The same for whoever puts notes together. */
export function keepQuotesRule({ marks }: Pick<TaskInput, 'marks'>): string {
  return marks ? 'The words in quotation marks stay unchanged behind the points that they bear out.' : '';
}

export const OF_NOTES = 'that the notes have in quotation marks,';
