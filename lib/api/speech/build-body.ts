import { familyOf, knownFamily, type SpeechFamily, type SpeechFormat } from './families';
import type { Spelling } from './spell-model';

/** Where speech is made: AI/ML API's own route, and OpenAI's. */
export type SpeechRoute = '/tts' | '/audio/speech';

/** What is to be spoken. */
export interface SpeechRequest {
  model: string;
  /** The model's default voice when absent. */
  voice?: string | undefined;
  /** At most `speechLimits(model).maxLength` characters. */
  text: string;
  /** 1 is the voice's own pace. Brought into the model's range; left out for models that have none. */
  speed?: number | undefined;
  /** A wish: models that offer no choice send what they have. */
  format?: SpeechFormat | undefined;
}

/** Fields without which a request still does its job, should a server refuse them. */
export const OPTIONAL_FIELDS = ['response_format', 'format', 'output_format', 'encoding', 'container', 'audio_setting', 'audio_config', 'voice_settings', 'speed'];

/** The body of a request: the smallest that does the job. */
export function buildSpeechBody(route: SpeechRoute, { model, voice }: Spelling, request: SpeechRequest): Record<string, unknown> {
  const family = familyOf(model);
  const speed = fitSpeed(family, request.speed);
  const format = request.format && family.formats.includes(request.format) ? request.format : family.formats[0];
  if (route === '/tts') return { model, ...family.fields({ text: request.text, voice, speed, format }) };
  return buildOpenAiBody({ model, voice }, request);
}

/**
 * OpenAI's own shape, as OpenRouter, Kokoro-FastAPI, LocalAI and openedai-speech take it
 * (https://platform.openai.com/docs/api-reference/audio/createSpeech). A voice is required there; where no other is
 * known, `alloy` is what all of them map to one of theirs.
 */
function buildOpenAiBody({ model, voice }: Spelling, request: SpeechRequest): Record<string, unknown> {
  const known = knownFamily(model);
  const speed = request.speed === undefined ? 1 : Math.min(4, Math.max(0.25, request.speed));
  return {
    model,
    input: request.text,
    voice: voice ?? known?.voices[0]?.id ?? 'alloy',
    response_format: request.format ?? 'mp3',
    ...(speed === 1 ? {} : { speed }),
  };
}

/** The pace within what the model takes; `undefined` when it is the usual one, or the model knows no other. */
function fitSpeed({ speed: range }: SpeechFamily, speed = 1): number | undefined {
  if (!range) return undefined;
  const fitted = Math.min(range.max, Math.max(range.min, speed));
  return fitted === 1 ? undefined : fitted;
}
