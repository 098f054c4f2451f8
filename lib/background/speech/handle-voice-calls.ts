import { uiLanguage } from '~/lib/i18n/language';
import type { CallHandlers } from '~/lib/messaging/handle';
import type { AudioCache } from '~/lib/storage/audio-cache';
import type { Platform } from '../platform';
import { VoiceFinder } from './find-voices';
import { VoicePreview } from './preview-voice';
import { ServerVoices } from './server-voices';
import type { Spent } from './spending';
import type { SystemVoices } from './system-voices';

export type VoiceHandlers = Pick<CallHandlers, 'findVoices' | 'previewVoice'>;

/** What the background does for each call about voices. Listens for events, so it runs when the background starts. */
export function makeVoiceHandlers(platform: Platform, cache: AudioCache, voices: SystemVoices, onSpent: (spent: Spent) => void): VoiceHandlers {
  const finder = new VoiceFinder(voices, new ServerVoices(platform.api), uiLanguage());
  const preview = new VoicePreview(platform, cache, onSpent);
  return {
    findVoices: (search) => finder.find(search),
    previewVoice: ({ voice, lang, accept }) => preview.play(voice, lang, accept),
  };
}
