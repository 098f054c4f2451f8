import { hostOf } from '~/lib/shared/base-url';
import type { SpeechVoice } from '~/lib/shared/speech-voice';
import { z } from '~/lib/shared/zod';
import { query, type QueryOptions } from '../query';
import type { Server } from '../types';
import { familyOf } from './families';

/** Servers whose voices stand in no list of their own. */
const WITHOUT_ROUTE = ['api.aimlapi.com', 'api.openai.com', 'openrouter.ai'];

/** A local server answers at once; the others are asked in vain. */
const TIMEOUT = 5_000;

const text = z.catch(z.nullish(z.string()), undefined);
const Entry = z.looseObject({ id: text, voice_id: text, name: text, language: text, lang: text, locale: text });
const List = z.looseObject({ voices: z.optional(z.array(z.unknown())), data: z.optional(z.array(z.unknown())) });

/**
 * The voices of a model, its default first. AI/ML API has no list to ask, so they come from a table; other servers may
 * have one: Kokoro-FastAPI and LocalAI at `GET /audio/voices`. Empty when nobody says. Never throws, but for `cancelled`.
 */
export async function listVoices(server: Server, model: string, options: QueryOptions = {}): Promise<readonly SpeechVoice[]> {
  const known = familyOf(model).voices;
  if (WITHOUT_ROUTE.includes(hostOf(server.baseUrl))) return known;
  const url = `${server.baseUrl}/audio/voices?model=${encodeURIComponent(model)}`;
  const reply = await query(server, url, {}, { timeout: TIMEOUT, ...options }).catch((thrown: unknown) => {
    if (options.signal?.aborted) throw thrown;
    return undefined;
  });
  const told = parseVoices(reply?.json);
  return told.length > 0 ? told : known;
}

/** Voices of a reply: `{ voices: ["af_heart"] }`, `{ voices: [{ id, name }] }`, `{ data: […] }` or a bare array. */
export function parseVoices(body: unknown): SpeechVoice[] {
  const list = List.safeParse(body).data;
  const items = Array.isArray(body) ? (body as unknown[]) : (list?.voices ?? list?.data ?? []);
  const voices = new Map<string, SpeechVoice>();
  for (const item of items) {
    const entry = Entry.safeParse(typeof item === 'string' ? { id: item } : item).data;
    const { name, language, lang, locale } = entry ?? {};
    const id = entry?.id ?? entry?.voice_id ?? name;
    if (!id || voices.has(id)) continue;
    const tag = toTag(language ?? lang ?? locale) ?? kokoroLanguage(id);
    voices.set(id, { id, name: name ?? id, languages: tag ? [tag] : [] });
  }
  return [...voices.values()];
}

/** `en_GB` as a BCP 47 tag; anything that is none is not told. */
function toTag(language: string | null | undefined): string | undefined {
  try {
    return language ? Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}

/** Kokoro's voices begin with a letter for the language and one for the sex: `bf_emma`. */
const KOKORO: Record<string, string> = { a: 'en-US', b: 'en-GB', e: 'es', f: 'fr', h: 'hi', i: 'it', j: 'ja', p: 'pt-BR', z: 'zh' };

function kokoroLanguage(id: string): string | undefined {
  return /^[abefhijpz][fm]_[a-z]/.test(id) ? KOKORO[id.charAt(0)] : undefined;
}
