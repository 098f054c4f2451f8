import { describe, expect, test } from 'vitest';
import { buildSpeechBody, type SpeechRequest } from '~/lib/api/speech/build-body';
import { familyOf, speechLimits } from '~/lib/api/speech/families';
import { BUNDLED_SPEECH_MODELS } from '~/lib/api/speech/speech-models';
import { spellModel } from '~/lib/api/speech/spell-model';

const body = (model: string, more: Partial<SpeechRequest> = {}) => buildSpeechBody('/tts', { model, voice: more.voice }, { model, text: 'Hello there.', ...more });

describe('the body of a request to', () => {
  test.each<[string, Partial<SpeechRequest>, object]>([
    ['deepgram/aura', { voice: 'zeus' }, { text: 'Hello there.', voice: 'zeus', encoding: 'mp3' }],
    ['deepgram/aura', { voice: 'zeus', format: 'wav', speed: 2 }, { text: 'Hello there.', voice: 'zeus', encoding: 'linear16', container: 'wav' }],
    ['#g1_aura-zeus-en', {}, { text: 'Hello there.', encoding: 'mp3' }],
    ['deepgram/aura-2', { voice: 'nestor' }, { text: 'Hello there.', voice: 'nestor', encoding: 'mp3' }],
    ['#g1_aura-2-nestor-es', {}, { text: 'Hello there.', encoding: 'mp3' }],
    ['openai/tts-1', {}, { text: 'Hello there.', response_format: 'mp3' }],
    ['openai/tts-1-hd', { voice: 'nova', speed: 1 }, { text: 'Hello there.', voice: 'nova', response_format: 'mp3' }],
    ['openai/gpt-4o-mini-tts', { voice: 'coral', speed: 9, format: 'wav' }, { text: 'Hello there.', voice: 'coral', response_format: 'wav', speed: 4 }],
    ['elevenlabs/eleven_turbo_v2_5', { voice: 'Santa Claus', speed: 3 }, { text: 'Hello there.', voice: 'Santa Claus', output_format: 'mp3_44100_128', voice_settings: { speed: 1.2 } }],
    ['elevenlabs/eleven_multilingual_v2', { format: 'wav' }, { text: 'Hello there.', output_format: 'mp3_44100_128' }],
    ['elevenlabs/v3_alpha', {}, { text: 'Hello there.', output_format: 'mp3_44100_128' }],
    ['microsoft/vibevoice-1.5b', { voice: 'Frank [EN]' }, { script: 'Speaker 1: Hello there.', speakers: [{ preset: 'Frank [EN]' }] }],
    ['microsoft/vibevoice-7b', { text: 'He said:\nSpeaker 2: no.', format: 'mp3' }, { script: 'Speaker 1: He said: Speaker 2: no.' }],
    ['microsoft/mai-voice-2', { voice: 'de-DE-KatjaNeural', speed: 2 }, { text: 'Hello there.', voice: 'de-DE-KatjaNeural', response_format: 'mp3' }],
    ['hume/octave-2', { voice: 'Ava Song' }, { text: 'Hello there.', voice: 'Ava Song', format: 'mp3' }],
    ['inworld/tts-1-5-mini', { voice: 'Maitê', format: 'wav' }, { text: 'Hello there.', voice: 'Maitê', format: 'wav' }],
    ['inworld/tts-1-max', {}, { text: 'Hello there.', format: 'mp3' }],
    ['minimax/speech-2.8-turbo', { voice: 'Calm_Woman', speed: 0.1 }, { text: 'Hello there.', voice_setting: { voice_id: 'Calm_Woman', speed: 0.5 }, audio_setting: { format: 'mp3' } }],
    ['minimax/speech-2.5-hd-preview', {}, { text: 'Hello there.', audio_setting: { format: 'mp3' } }],
    ['alibaba/qwen3-tts-flash', { voice: 'Cherry', speed: 2, format: 'mp3' }, { text: 'Hello there.', voice: 'Cherry' }],
    ['bytedance/seed-audio-1-0', { voice: 'v1', speed: 1.5 }, { text: 'Hello there.', references: [{ speaker: 'v1' }], audio_config: { format: 'mp3', speech_rate: 50 } }],
    ['vendor/new-voice', { voice: 'Anna', speed: 2, format: 'mp3' }, { text: 'Hello there.', voice: 'Anna' }],
  ])('%s with %j', (model, more, expected) => {
    expect(body(model, more)).toEqual({ model, ...expected });
  });

  test.each<[Partial<SpeechRequest>, object]>([
    [{}, { voice: 'alloy', response_format: 'mp3' }],
    [{ voice: 'af_heart', speed: 9, format: 'wav' }, { voice: 'af_heart', response_format: 'wav', speed: 4 }],
  ])("OpenAI's route with %j", (more, expected) => {
    const request = { model: 'kokoro', text: 'Hello there.', ...more };
    expect(buildSpeechBody('/audio/speech', request, request)).toEqual({ model: 'kokoro', input: 'Hello there.', ...expected });
  });
});

test("Deepgram's voices are asked for by both of their names, the given one first", () => {
  expect(spellModel('#g1_aura-zeus-en')).toEqual([{ model: '#g1_aura-zeus-en' }, { model: 'deepgram/aura', voice: 'zeus' }]);
  expect(spellModel('deepgram/aura', 'zeus')).toEqual([{ model: 'deepgram/aura', voice: 'zeus' }, { model: '#g1_aura-zeus-en' }]);
  expect(spellModel('deepgram/aura')).toEqual([{ model: 'deepgram/aura', voice: 'asteria' }, { model: '#g1_aura-asteria-en' }]);
  expect(spellModel('#g1_aura-2-nestor-es')).toEqual([{ model: '#g1_aura-2-nestor-es' }, { model: 'deepgram/aura-2', voice: 'nestor' }]);
  expect(spellModel('deepgram/aura-2', 'nestor')[1]).toEqual({ model: '#g1_aura-2-nestor-es' });
  expect(spellModel('deepgram/aura-2')[1]).toEqual({ model: '#g1_aura-2-thalia-en' });
  expect(spellModel('openai/tts-1', 'nova')).toEqual([{ model: 'openai/tts-1', voice: 'nova' }]);
});

describe('the table', () => {
  test('has the documented limits', () => {
    const limits = { 'openai/tts-1': 4_096, 'microsoft/mai-voice-2': 4_096, 'alibaba/qwen3-tts-flash': 600, 'bytedance/seed-audio-1-0': 3_000, 'minimax/speech-2.6-hd': 5_000, 'hume/octave-2': 500_000, 'deepgram/aura': 1_800 };
    for (const [model, maxLength] of Object.entries(limits)) expect(speechLimits(model).maxLength).toBe(maxLength);
    expect('Speaker 1: '.length + speechLimits('microsoft/vibevoice-7b').maxLength).toBeLessThanOrEqual(5_000);
    expect(speechLimits('vendor/new-voice')).toEqual({ maxLength: 4_000 });
    expect(speechLimits('inworld/tts-1-5-mini').usdPerMillion).toBe(6.5);
    expect(speechLimits('elevenlabs/v3_alpha').speed).toEqual({ min: 0.7, max: 1.2 });
  });

  test('knows every bundled model, each by one family, with voices whose names differ', () => {
    for (const { id } of BUNDLED_SPEECH_MODELS) {
      const { voices } = familyOf(id);
      expect(familyOf(id)).not.toBe(familyOf('vendor/new-voice'));
      expect(new Set(voices.map((voice) => voice.id)).size).toBe(voices.length);
      expect(new Set(voices.map((voice) => `${voice.name} ${voice.languages.join()}`)).size).toBe(voices.length);
    }
    const counts = { 'deepgram/aura': 12, 'deepgram/aura-2': 44, 'openai/tts-1': 11, 'elevenlabs/v3_alpha': 53, 'microsoft/mai-voice-2': 21, 'hume/octave-2': 27, 'inworld/tts-1': 22, 'minimax/speech-2.8-hd': 17, 'alibaba/qwen3-tts-flash': 17, 'microsoft/vibevoice-7b': 8 };
    for (const [model, count] of Object.entries(counts)) expect(familyOf(model).voices.length, model).toBe(count);
    expect(familyOf('microsoft/mai-voice-2').voices.find(({ id }) => id.startsWith('de'))).toEqual({ id: 'de-DE-KatjaNeural', name: 'Katja', languages: ['de-DE'] });
  });
});
