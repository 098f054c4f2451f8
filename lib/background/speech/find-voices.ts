import type { VoiceList } from '~/lib/messaging/speech-calls';
import { AppError } from '~/lib/shared/app-error';
import type { SystemVoice } from '~/lib/shared/audio-host';
import { primarySubtag } from '~/lib/shared/language-tag';
import type { Voice } from '~/lib/shared/player';
import type { ServerVoice, ServerVoices } from './server-voices';
import type { SystemVoices } from './system-voices';

/** Voices that are sent at once at most. */
const MAX_FOUND = 200;

interface Candidate {
  voice: Voice;
  /** Tags of its languages; none: it speaks any. */
  languages: readonly string[];
  /** The system's own choice. */
  standard: boolean;
  /** What a search looks through. */
  words: string;
}

interface VoiceQuery {
  query: string;
  lang?: string | undefined;
  /** How many of those that were found are known already. */
  offset?: number | undefined;
  limit: number;
  /** Says what is known so far, where the system takes its time. */
  soon?: boolean | undefined;
}

/** A search among all voices, of which only what is found ever leaves the background. */
export class VoiceFinder {
  readonly #system: SystemVoices;
  readonly #server: ServerVoices;
  readonly #uiLanguage: string;
  #sorted: { from: readonly SystemVoice[]; candidates: readonly Candidate[] } | undefined;

  /** `uiLanguage`: the language in which readers name languages. */
  constructor(system: SystemVoices, server: ServerVoices, uiLanguage: string) {
    this.#system = system;
    this.#server = server;
    this.#uiLanguage = uiLanguage;
  }

  /**
   * Voices in whose name or language (its tag, or its name in English or the reader's language) every word of the query
   * occurs. First those of `lang`, of its very region before others, then those that speak any language, then the rest.
   */
  async find({ query, lang = '', offset = 0, limit, soon = false }: VoiceQuery): Promise<VoiceList> {
    const [{ candidates: system, mayCome }, { voices: server, error }] = await Promise.all([this.#listSystem(soon), this.#server.list()]);
    const candidates = [...system, ...server.map((voice) => this.#describeServer(voice))];
    const wanted = fold(query).split(/\s+/).filter(Boolean);
    const fitting = candidates.filter(({ words }) => wanted.every((word) => words.includes(word)));
    const ranks = new Map(fitting.map((candidate) => [candidate, rank(candidate, lang)]));
    const found = [...fitting].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0)).slice(offset, offset + Math.min(MAX_FOUND, Math.max(0, limit)));
    return {
      voices: found.map(({ voice }) => voice),
      total: fitting.length,
      languages: countLanguages(candidates),
      ...(mayCome ? { mayCome } : candidates.length === 0 ? { error: new AppError('no-voices').data } : error ? { error } : {}),
    };
  }

  async #listSystem(soon: boolean): Promise<{ candidates: readonly Candidate[]; mayCome: boolean }> {
    const { voices, mayCome } = soon ? await this.#system.listSoon() : { voices: await this.#system.list(), mayCome: false };
    return { candidates: this.#describeSystem(voices), mayCome };
  }

  #describeSystem(from: readonly SystemVoice[]): readonly Candidate[] {
    if (this.#sorted?.from === from) return this.#sorted.candidates;
    const name = this.#languageNames();
    const candidates = from.map(({ uri, name: called, lang, offline, standard }) => ({
      voice: { ref: { kind: 'system' as const, uri }, name: called, lang, offline },
      languages: lang ? [lang] : [],
      standard,
      words: fold(`${called} ${lang} ${name(lang)}`),
    }));
    const compare = new Intl.Collator(this.#uiLanguage).compare;
    candidates.sort((a, b) => compare(a.voice.lang, b.voice.lang) || compare(a.voice.name, b.voice.name));
    this.#sorted = { from, candidates };
    return candidates;
  }

  #describeServer({ languages, ...voice }: ServerVoice): Candidate {
    const name = this.#languageNames();
    const { model } = voice.ref as Extract<Voice['ref'], { kind: 'api' }>;
    return { voice, languages, standard: false, words: fold([voice.name, model, ...languages.flatMap((lang) => [lang, name(lang)])].join(' ')) };
  }

  /** Names of a language, in English and the reader's language; each is looked up once. */
  #languageNames(): (lang: string) => string {
    const names = ['en', this.#uiLanguage].map((language) => new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard', fallback: 'none' }));
    const known = new Map<string, string>();
    return (lang) => {
      const before = known.get(lang);
      if (before !== undefined) return before;
      const found = names.map((list) => nameOf(list, lang)).join(' ');
      known.set(lang, found);
      return found;
    };
  }
}

function nameOf(list: Intl.DisplayNames, lang: string): string {
  try {
    return list.of(lang) ?? '';
  } catch {
    // Systems give their voices all kinds of tags.
    return '';
  }
}

/** Lower case, without accents. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function rank({ languages, standard, voice }: Candidate, lang: string): number {
  const primary = primarySubtag(lang);
  const bonus = standard ? 0 : voice.offline ? 1 : 2;
  if (primary && languages.some((one) => one.toLowerCase() === lang.toLowerCase())) return bonus;
  if (primary && languages.some((one) => primarySubtag(one) === primary)) return 3 + bonus;
  return languages.length === 0 ? 6 : 7;
}

/** The most spoken first. */
function countLanguages(candidates: readonly Candidate[]): VoiceList['languages'] {
  const counts = new Map<string, number>();
  for (const { languages } of candidates) {
    for (const lang of new Set(languages.map((tag) => primarySubtag(tag)))) if (lang) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  return [...counts].map(([lang, count]) => ({ lang, count })).sort((a, b) => b.count - a.count || (a.lang < b.lang ? -1 : 1));
}
