import type { Model } from '~/lib/shared/model';
import { familyOf } from './families';

type Row = readonly [id: string, name: string, developer: string];

/** Speech models of AI/ML API as its documentation listed them in August 2026. Ids change monthly. */
const ROWS: readonly Row[] = [
  ['inworld/tts-1-5-mini', 'Inworld TTS 1.5 Mini', 'Inworld'],
  ['inworld/tts-1-5-max', 'Inworld TTS 1.5 Max', 'Inworld'],
  ['inworld/tts-1', 'Inworld TTS 1', 'Inworld'],
  ['inworld/tts-1-max', 'Inworld TTS 1 Max', 'Inworld'],
  ['openai/gpt-4o-mini-tts', 'GPT-4o mini TTS', 'OpenAI'],
  ['openai/tts-1', 'TTS 1', 'OpenAI'],
  ['openai/tts-1-hd', 'TTS 1 HD', 'OpenAI'],
  ['deepgram/aura-2', 'Aura 2', 'Deepgram'],
  ['deepgram/aura', 'Aura', 'Deepgram'],
  ['elevenlabs/eleven_turbo_v2_5', 'Eleven Turbo v2.5', 'ElevenLabs'],
  ['elevenlabs/eleven_multilingual_v2', 'Eleven Multilingual v2', 'ElevenLabs'],
  ['elevenlabs/v3_alpha', 'Eleven v3 Alpha', 'ElevenLabs'],
  ['microsoft/mai-voice-2', 'MAI-Voice-2', 'Microsoft'],
  ['microsoft/vibevoice-1.5b', 'VibeVoice 1.5B', 'Microsoft'],
  ['microsoft/vibevoice-7b', 'VibeVoice 7B', 'Microsoft'],
  ['hume/octave-2', 'Octave 2', 'Hume AI'],
  ['minimax/speech-2.8-turbo', 'Speech 2.8 Turbo', 'MiniMax'],
  ['minimax/speech-2.8-hd', 'Speech 2.8 HD', 'MiniMax'],
  ['minimax/speech-2.6-turbo', 'Speech 2.6 Turbo', 'MiniMax'],
  ['minimax/speech-2.6-hd', 'Speech 2.6 HD', 'MiniMax'],
  ['minimax/speech-2.5-turbo-preview', 'Speech 2.5 Turbo Preview', 'MiniMax'],
  ['minimax/speech-2.5-hd-preview', 'Speech 2.5 HD Preview', 'MiniMax'],
  ['alibaba/qwen3-tts-flash', 'Qwen3 TTS Flash', 'Alibaba Cloud'],
  ['bytedance/seed-audio-1-0', 'Seed Audio 1.0', 'ByteDance'],
];

/** What a picker offers while AI/ML API's own list cannot be had, or does not tell its speech models apart. */
export const BUNDLED_SPEECH_MODELS: readonly Model[] = ROWS.map(([id, name, developer]) => {
  const { usdPerMillion } = familyOf(id);
  return { id, aliases: [], name, developer, chat: false, speech: true, ...(usdPerMillion === undefined ? {} : { speechPrice: usdPerMillion }) };
});
