import type { SpeechVoice } from '~/lib/shared/speech-voice';
import { AURA, AURA_2, ELEVENLABS, HUME, INWORLD, MAI, MINIMAX, OPENAI, QWEN, VIBEVOICE } from './voice-names';

/** Kinds of file that every browser plays and that join without decoding. */
export type SpeechFormat = 'mp3' | 'wav';

/** What one request is made of, before a family words it. */
export interface SpeechParts {
  text: string;
  voice?: string | undefined;
  /** 1 is the voice's own pace; within the family's range. */
  speed?: number | undefined;
  /** One of the family's. */
  format?: SpeechFormat | undefined;
}

/** Models with the same fields (contract section 7.2). */
export interface SpeechFamily {
  matches: RegExp;
  /** Characters of one request. The documented limit, or, where none is, what is known to pass. */
  maxLength: number;
  /** Kinds of file that can be asked for, the preferred one first; none: the server decides. */
  formats: readonly SpeechFormat[];
  /** Paces that the model itself takes. */
  speed?: { min: number; max: number };
  /** The default one first; empty: not listed anywhere. */
  voices: readonly SpeechVoice[];
  /** US dollars for a million characters, where a documented sample tells; a hint, prices change. */
  usdPerMillion?: number;
  /** The fields beside `model`. */
  fields(parts: SpeechParts): Record<string, unknown>;
}

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const deepgram = {
  // No limit is stated; Deepgram itself takes 2,000.
  maxLength: 1_800,
  formats: ['mp3', 'wav'],
  fields: ({ text, voice, format }: SpeechParts) => given({ text, voice, ...(format === 'wav' ? { encoding: 'linear16', container: 'wav' } : { encoding: format }) }),
} as const;

const openai = {
  formats: ['mp3', 'wav'],
  fields: ({ text, voice, format, speed }: SpeechParts) => given({ text, voice, response_format: format, speed }),
} as const;

const formatted = {
  maxLength: 500_000,
  formats: ['mp3', 'wav'],
  fields: ({ text, voice, format }: SpeechParts) => given({ text, voice, format }),
} as const;

/**
 * Every family of AI/ML API. MP3 is preferred: a tenth of WAV's size, so the first sound comes sooner. Models that take
 * a whole book in one request are still asked sentence by sentence: nobody waits for a book.
 */
const FAMILIES: readonly SpeechFamily[] = [
  { matches: /^(?:deepgram\/aura|#g1_aura-[a-z]+-en)$/, voices: AURA, ...deepgram },
  { matches: /^(?:deepgram\/aura-2|#g1_aura-2-[a-z]+-(?:en|es))$/, voices: AURA_2, ...deepgram },
  { matches: /^(?:openai\/)?(?:tts-1(?:-hd)?|gpt-4o-mini-tts)(?:-[\d-]+)?$/, maxLength: 4_096, voices: OPENAI, speed: { min: 0.25, max: 4 }, ...openai },
  {
    matches: /^elevenlabs\//,
    maxLength: 4_000,
    formats: ['mp3'],
    speed: { min: 0.7, max: 1.2 },
    voices: ELEVENLABS,
    fields: ({ text, voice, speed, format }) =>
      given({ text, voice, output_format: format && 'mp3_44100_128', voice_settings: speed === undefined ? undefined : { speed } }),
  },
  {
    matches: /^microsoft\/vibevoice-/,
    // 5,000 with the words before the text
    maxLength: 4_980,
    formats: [],
    voices: VIBEVOICE,
    // A line of the text that begins like a speaker's would be read by another voice.
    fields: ({ text, voice }) => given({ script: `Speaker 1: ${text.replace(/\s+/g, ' ')}`, speakers: voice === undefined ? undefined : [{ preset: voice }] }),
  },
  { matches: /^microsoft\/mai-voice/, maxLength: 4_096, voices: MAI, formats: openai.formats, fields: ({ text, voice, format }) => openai.fields({ text, voice, format }) },
  { matches: /^hume\//, voices: HUME, usdPerMillion: 63, ...formatted },
  { matches: /^inworld\/tts-1-5-mini$/, voices: INWORLD, usdPerMillion: 6.5, ...formatted },
  { matches: /^inworld\//, voices: INWORLD, ...formatted },
  ...[{ matches: /^minimax\/speech-.*-turbo/, usdPerMillion: 78 }, { matches: /^minimax\/speech-/ }].map((part): SpeechFamily => ({
    ...part,
    maxLength: 5_000,
    formats: ['mp3'],
    speed: { min: 0.5, max: 2 },
    voices: MINIMAX,
    fields: ({ text, voice, speed, format }) => {
      const setting = given({ voice_id: voice, speed });
      return given({ text, voice_setting: Object.keys(setting).length > 0 ? setting : undefined, audio_setting: format && { format } });
    },
  })),
  { matches: /^alibaba\/qwen3-tts/, maxLength: 600, formats: [], voices: QWEN, fields: ({ text, voice }) => given({ text, voice }) },
  {
    matches: /^bytedance\/seed-audio/,
    maxLength: 3_000,
    formats: ['mp3', 'wav'],
    speed: { min: 0.5, max: 2 },
    voices: [],
    fields: ({ text, voice, speed, format }) => {
      const config = given({ format, speech_rate: speed === undefined ? undefined : Math.round((speed - 1) * 100) });
      return given({ text, references: voice === undefined ? undefined : [{ speaker: voice }], audio_config: Object.keys(config).length > 0 ? config : undefined });
    },
  },
];

/** A model that no list knows: the fields that all but one family share. */
const UNKNOWN: SpeechFamily = { matches: /^/, maxLength: 4_000, formats: [], voices: [], fields: ({ text, voice }) => given({ text, voice }) };

/** The family of a model, `undefined` for one that is in no table. */
export function knownFamily(model: string): SpeechFamily | undefined {
  return FAMILIES.find(({ matches }) => matches.test(model));
}

/** The family of a model; unknown ones get the general shape. */
export function familyOf(model: string): SpeechFamily {
  return knownFamily(model) ?? UNKNOWN;
}

/**
 * What may be asked of a model: characters of one request, the paces it takes itself (a player's own pace works for all),
 * and US dollars for a million characters where known.
 */
export function speechLimits(model: string): Pick<SpeechFamily, 'maxLength' | 'speed' | 'usdPerMillion'> {
  const { maxLength, speed, usdPerMillion } = familyOf(model);
  return { maxLength, ...(speed ? { speed } : {}), ...(usdPerMillion === undefined ? {} : { usdPerMillion }) };
}
