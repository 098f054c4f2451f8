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

/** A verdict as models write it; the contract (section 9) calls the hazards categories. */
const unread = z.optional(z.unknown());
const Reply = z.looseObject({ id: unread, safe: unread, hazards: unread, categories: unread, quotes: unread });
type Reply = z.infer<typeof Reply>;

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
 * `boundary` that says so with a true boolean and names neither hazard nor passage, nothing in the reply contradicts it, and it was not cut.
 * An object without the id, which may be out of the text judged, counts only if it says unsafe. All else is `unknown`.
 */
export function parsePrompted(reply: string, boundary: string, finish: FinishReason = 'stop'): PromptedVerdict {
  if (reply.length > MAX_REPLY) return unknown('unreadable');
  const { objects, rest } = findObjects(reply);
  const verdicts = objects.flatMap((object) => readObject(object, boundary));
  const ours = verdicts.filter(({ isOurs }) => isOurs);
  const decisive = ours.length > 0 ? ours : verdicts.filter(({ safe }) => safe === false);
  const sayings = new Set(decisive.map(({ safe }) => safe));
  if (sayings.size === 1 && sayings.has(false)) return unsafe(decisive);
  if (finish === 'filtered') return unknown('refused');
  if (sayings.size === 1 && sayings.has(true)) {
    const isUndisputed = verdicts.every(({ safe }) => safe === true) && isMereTalk(withoutSafe(rest));
    return finish === 'stop' && isUndisputed ? { verdict: { kind: 'safe' }, quotes: [] } : unknown('unreadable');
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
function readObject({ value, raw }: FoundObject, boundary: string): ReadVerdict[] {
  // A name that stands twice: which of the two counts is nobody's to say.
  const named = raw.match(/(?<!\\)"(?:safe|id)"\s*:/g) ?? [];
  const found = collect(value).map((each) => readVerdict(each, boundary));
  const isDoubled = named.length > 2 * found.length;
  return isDoubled ? found.map((each) => ({ ...each, safe: undefined })) : found;
}

function collect(value: unknown): Reply[] {
  if (typeof value !== 'object' || value === null) return [];
  const parsed = Array.isArray(value) ? undefined : Reply.safeParse(value);
  const self = parsed?.success && 'safe' in value ? [parsed.data] : [];
  return [...self, ...Object.values(value).flatMap(collect)];
}

function readVerdict(reply: Reply, boundary: string): ReadVerdict {
  const { id, safe, hazards, categories, quotes, ...others } = reply;
  const names = [...toNames(hazards), ...toNames(categories)];
  const isOurs = typeof id === 'string' && [verdictId(boundary), boundary].includes(id.trim().toLowerCase());
  const quoted = Array.isArray(quotes) ? quotes.filter((quote) => typeof quote === 'string') : [];
  const passages = quoted.map((quote) => quote.trim().slice(0, MAX_QUOTE)).filter(Boolean).slice(0, MAX_QUOTES);
  // Passages that show what is unsafe, and yet `safe`: perhaps the text was obeyed in part.
  const isAccused = names.length > 0 || passages.length > 0 || accuses(others);
  return { isOurs, safe: readSafe(safe, isAccused), hazards: readNames(names), quotes: passages };
}

/** Only a boolean says `safe`; words for no are understood, too. Safe, and yet something wrong, is a contradiction. */
function readSafe(safe: unknown, isAccused: boolean): boolean | undefined {
  if (safe === false || safe === 0 || (typeof safe === 'string' && /^(?:false|no|unsafe)$/i.test(safe.trim()))) return false;
  return safe === true && !isAccused ? true : undefined;
}

const NO_HAZARD = /^(?:none|safe|null|n\/a|-|)$/i;

/** The hazards that a value names: strings, numbers of the taxonomy, and those names of an object that it says yes to. */
function toNames(value: unknown): string[] {
  if (typeof value === 'number') return [`S${value}`];
  if (typeof value === 'string') return value.split(/[,;]/).filter((name) => !NO_HAZARD.test(name.trim()));
  if (value === true) return ['other'];
  if (Array.isArray(value)) return value.flatMap(toNames);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, said]) => (said === true ? [name] : typeof said === 'string' ? toNames(said) : []));
}

/** What a model adds of its own and calls unsafe: `"unsafe": true`, `"reason": "This is unsafe."`. */
function accuses(others: Record<string, unknown>): boolean {
  return Object.entries(others).some(([name, said]) =>
    (/unsafe|harm|flag|violat|danger|hazard|categor/i.test(name) && toNames(said).length > 0) || (typeof said === 'string' && readWords(said).says === 'unsafe'));
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
