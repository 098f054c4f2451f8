import { checkPrompt, MAX_PROMPTS, type SavedPrompt } from './saved-prompt';
import { z } from './zod';

/** Prompts as a file: what is exported, and taken in again. */
const PromptFile = z.object({ format: z.literal('docent-prompts'), version: z.literal(1), prompts: z.array(z.unknown()) });

const FilePrompt = z.object({ name: z.string(), text: z.string() });

/** The prompts as JSON. Ids mean nothing elsewhere and stay here. */
export function writePromptFile(prompts: readonly SavedPrompt[]): string {
  return JSON.stringify({ format: 'docent-prompts', version: 1, prompts: prompts.map(({ name, text }) => ({ name, text })) }, null, 2);
}

export interface PromptImport {
  /** The old prompts with the new ones behind them. */
  prompts: SavedPrompt[];
  added: number;
  /** Those that are there already, word for word. */
  known: number;
  /** Those that cannot be saved: damaged, too long, with unknown placeholders, or beyond the number that is kept. */
  refused: number;
}

/** Takes in what `writePromptFile` wrote; `undefined` when it is no such file. A name that another prompt has gets a number. */
export function readPromptFile(json: string, old: readonly SavedPrompt[]): PromptImport | undefined {
  const file = PromptFile.safeParse(parse(json)).data;
  if (!file) return undefined;
  const prompts = [...old];
  let [known, refused] = [0, 0];
  for (const entry of file.prompts) {
    const read = FilePrompt.safeParse(entry).data;
    if (!read) {
      refused++;
      continue;
    }
    const text = read.text.trim();
    const name = read.name.trim();
    if (prompts.some((other) => other.text === text && (other.name === name || isNumbered(other.name, name)))) {
      known++;
      continue;
    }
    const draft = { name: makeUnique(name, prompts), text };
    if (prompts.length >= MAX_PROMPTS || checkPrompt(draft, prompts).length > 0) refused++;
    else prompts.push({ id: crypto.randomUUID(), ...draft });
  }
  return { prompts, added: prompts.length - old.length, known, refused };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function makeUnique(name: string, prompts: readonly SavedPrompt[]): string {
  const isTaken = (wanted: string) => checkPrompt({ name: wanted, text: '-' }, prompts).some(({ kind }) => kind === 'same-name');
  let unique = name;
  for (let number = 2; isTaken(unique); number++) unique = `${name} (${number})`;
  return unique;
}

function isNumbered(numbered: string, name: string): boolean {
  return numbered.startsWith(`${name} (`) && /^\d+\)$/.test(numbered.slice(name.length + 2));
}
