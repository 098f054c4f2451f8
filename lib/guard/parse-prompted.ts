import type { FinishReason } from '~/lib/shared/chat';
import type { Hazard, Verdict } from '~/lib/shared/guard';
import { z } from '~/lib/shared/zod';
import { findObjects, type FoundObject } from './find-json';
import { hazardByName, hazardsOfCode, sortHazards } from './hazards';
import { MAX_REPLY, readHazards } from './parse-verdict';
import { MAX_QUOTE, MAX_QUOTES, verdictId } from './prompted';
import { isMereTalk, isRefusal, readWords } from './read-words';

export interface PromptedVerdict {
  verdict: Verdict;
  /** Passages that the model says it found, at most five. Hostile, and perhaps invented: to be compared with what was judged. */
  quotes: string[];
}

const list = z.catch(z.nullish(z.union([z.array(z.unknown()), z.string()])), undefined);

/** A verdict as models write it; the contract (section 9) calls the hazards categories. */
const Reply = z.looseObject({ id: z.optional(z.unknown()), safe: z.unknown(), hazards: list, categories: list, quotes: list });

interface ReadVerdict {
  /** Carries the id that only we and the model know. */
  isOurs: boolean;
  /** `undefined`: it contradicts itself, or says neither. */
  safe: boolean | undefined;
  hazards: Hazard[];
  quotes: string[];
}

/**
 * The verdict of a chat model that `buildVerdictMessages` asked. `safe` only if the reply holds a JSON object with the id of
 * `boundary` that says so with a true boolean and names no hazard, nothing in the reply contradicts it, and it was not cut.
 * An object without the id, which may be out of the text judged, counts only if it says unsafe. All else is `unknown`.
 */
export function parsePrompted(reply: string, boundary: string, finish: FinishReason = 'stop'): PromptedVerdict {
  if (reply.length > MAX_REPLY) return unknown('unreadable');
  const { objects, rest } = findObjects(reply);
  const verdicts = objects.flatMap((object) => readObject(object, verdictId(boundary)));
  const ours = verdicts.filter(({ isOurs }) => isOurs);
  const decisive = ours.length > 0 ? ours : verdicts.filter(({ safe }) => safe === false);
  const sayings = new Set(decisive.map(({ safe }) => safe));
  if (sayings.size === 1 && sayings.has(false)) return unsafe(decisive);
  if (finish === 'filtered') return unknown('refused');
  if (sayings.size === 1 && sayings.has(true)) {
    return finish === 'stop' && isMereTalk(withoutSafe(rest)) ? { verdict: { kind: 'safe' }, quotes: [] } : unknown('unreadable');
  }
  if (sayings.size > 0) return unknown('unreadable');
  return readRest(reply, rest, verdictId(boundary));
}

const unknown = (reason: 'unreadable' | 'refused'): PromptedVerdict => ({ verdict: { kind: 'unknown', reason }, quotes: [] });

function unsafe(verdicts: readonly ReadVerdict[]): PromptedVerdict {
  const quotes = [...new Set(verdicts.flatMap((each) => each.quotes))].slice(0, MAX_QUOTES);
  return { verdict: { kind: 'unsafe', hazards: sortHazards(verdicts.flatMap(({ hazards }) => hazards)) }, quotes };
}

/** A reply without a whole verdict: cut in the middle, in words, or a refusal. None of it can be `safe`. */
function readRest(reply: string, rest: string, id: string): PromptedVerdict {
  const cut = new RegExp(`"id"\\s*:\\s*"${id}"`).test(rest) && /"safe"\s*:\s*false\b/.test(rest) && !/"safe"\s*:\s*true\b/.test(rest);
  if (cut) {
    const names = /"hazards"\s*:\s*\[([^\]]*)/.exec(rest)?.[1] ?? '';
    return { verdict: { kind: 'unsafe', hazards: readNames(names.match(/"[^"]*"/g) ?? []) }, quotes: [] };
  }
  const { says, text } = readWords(rest);
  const isWords = !reply.includes('{');
  if (isWords && says === 'unsafe') return { verdict: { kind: 'unsafe', hazards: readHazards(text, 'llama-guard-3') }, quotes: [] };
  return unknown(isRefusal(reply) && says === 'neither' ? 'refused' : 'unreadable');
}

/** The verdicts in an object: itself, or those inside of it. */
function readObject({ value, raw }: FoundObject, id: string): ReadVerdict[] {
  // A name that stands twice: which of the two counts is nobody's to say.
  const named = raw.match(/(?<!\\)"(?:safe|id)"\s*:/g) ?? [];
  const found = collect(value).map((each) => readVerdict(each, id));
  const isDoubled = named.length > 2 * found.length;
  return isDoubled ? found.map((each) => ({ ...each, safe: undefined })) : found;
}

function collect(value: unknown): z.infer<typeof Reply>[] {
  if (typeof value !== 'object' || value === null) return [];
  const parsed = Array.isArray(value) ? undefined : Reply.safeParse(value);
  const self = parsed?.success && 'safe' in value ? [parsed.data] : [];
  return [...self, ...Object.values(value).flatMap(collect)];
}

function readVerdict(reply: z.infer<typeof Reply>, id: string): ReadVerdict {
  const names = [...toList(reply.hazards), ...toList(reply.categories)].filter((name) => !NO_HAZARD.test(name.trim()));
  const hazards = readNames(names);
  const quotes = toList(reply.quotes).map((quote) => quote.trim().slice(0, MAX_QUOTE)).filter(Boolean).slice(0, MAX_QUOTES);
  return { isOurs: reply.id === id, safe: readSafe(reply.safe, names.length), hazards, quotes };
}

const NO_HAZARD = /^(?:none|safe|null|n\/a|-|)$/i;

/** Only a boolean says `safe`; words for no are understood, too. Safe with a hazard is a contradiction. */
function readSafe(safe: unknown, hazards: number): boolean | undefined {
  if (safe === false || safe === 0 || (typeof safe === 'string' && /^(?:false|no|unsafe)$/i.test(safe.trim()))) return false;
  return safe === true && hazards === 0 ? true : undefined;
}

function toList(value: z.infer<typeof list>): string[] {
  if (typeof value === 'string') return value.split(/[,;]/);
  return (value ?? []).filter((item) => typeof item === 'string');
}

/** Hazards by name, or by the numbers of the taxonomy, which are those of version 3. `other` for a name that is none. */
function readNames(names: readonly string[]): Hazard[] {
  return sortHazards(names.flatMap((name) => {
    const [, number] = /^\W*S ?(\d{1,2})\b/i.exec(name) ?? [];
    return number ? hazardsOfCode('llama-guard-3', 'S', Number(number)) : [hazardByName(name) ?? 'other'];
  }));
}

/** What was said beside the object, without the fence around it and a word that repeats the verdict. */
function withoutSafe(rest: string): string {
  const { says, text } = readWords(rest);
  return says === 'safe' ? '' : text.replace(/^json$/i, '');
}
