import type { FinishReason } from '~/lib/shared/chat';
import type { Hazard, Verdict } from '~/lib/shared/guard';
import { type GuardFamily, guardFamily, hazardByName, hazardsOfCode, sortHazards } from './hazards';
import { isRefusal, readWords } from './read-words';

/** Longest reply that is looked at, in characters: a classifier says a line or two. */
export const MAX_REPLY = 20_000;

/**
 * The verdict of a model that was trained to give one: `safe`, or `unsafe` and codes, which differ by the model's
 * version (contract section 9). Copes with prose, fences, other case and spacing, and several verdicts that agree;
 * what cannot be read, contradicts itself or was cut by the provider's filter is `unknown`, never `safe`. Unsafe
 * without any code has no hazards.
 */
export function parseClassifier(reply: string, modelId: string, finish: FinishReason = 'stop'): Verdict {
  if (reply.length > MAX_REPLY) return { kind: 'unknown', reason: 'unreadable' };
  const { says, text } = readWords(reply);
  if (says === 'unsafe') return { kind: 'unsafe', hazards: readHazards(text, guardFamily(modelId) ?? 'unknown') };
  if (finish === 'filtered') return { kind: 'unknown', reason: 'refused' };
  // A reply that was cut off may have gone on in any way.
  if (says === 'safe' && finish === 'stop') return { kind: 'safe' };
  return { kind: 'unknown', reason: says === 'neither' && isRefusal(reply) ? 'refused' : 'unreadable' };
}

const CODE = /(?<![\p{L}\p{N}])([SO]) ?-?(\d{1,2})(?![\p{L}\p{N}])/giu;
/** `04`, `1, 10`: a line, or the rest of one behind `unsafe`, that is numbers and nothing else. */
const NUMBERS = /^(?:.*\bunsafe\b)?[ .:,;()[\]-]*\b(\d{1,2}\b(?:(?:[ ,;/&]|and)+\d{1,2}\b)*)[ .)\]]*$/gim;

/** The hazards that a reply names by code, number or name. */
export function readHazards(text: string, family: GuardFamily): Hazard[] {
  const coded = [...text.matchAll(CODE)].flatMap(([, letter = '', number]) => hazardsOfCode(family, letter, Number(number)));
  const numbered = [...text.matchAll(NUMBERS)]
    .flatMap(([, numbers = '']) => numbers.match(/\d+/g) ?? [])
    .flatMap((number) => hazardsOfCode(family, '', Number(number)));
  const named = text.split(/[\n,;:()|]|\bunsafe\b|(?<=\s)[-–](?=\s)/i).flatMap((piece) => hazardByName(piece.replace(/^\s*(?:[SO]?\d{1,2}\b)/i, '')) ?? []);
  return sortHazards([...coded, ...numbered, ...named]);
}
