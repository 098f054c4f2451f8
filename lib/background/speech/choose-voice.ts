import { primarySubtag } from '~/lib/shared/language-tag';
import type { PlayerOptions, VoiceRef } from '~/lib/shared/player';
import type { SpokenSentence } from '~/lib/shared/speech';

/** The browser's own choice for the language. */
const BROWSERS_CHOICE: VoiceRef = { kind: 'system', uri: '' };

/** What decides which voice speaks a sentence. */
export interface VoiceChoice {
  options: PlayerOptions;
  /** Primary language subtag of the whole; other languages have voices of their own. */
  lang: string | undefined;
  /** No server is asked: the reader refused, or it failed. */
  systemOnly: boolean;
  /** Primary language subtag of a system voice, where it is known. */
  languageOf(uri: string): string | undefined;
}

/** The voice for a sentence: that of pictures, that of its language, else the usual one if it speaks the language. */
export function chooseVoice({ kind, lang }: SpokenSentence, choice: VoiceChoice): VoiceRef {
  const { options, systemOnly } = choice;
  const language = primarySubtag(lang ?? choice.lang ?? '');
  const own = Object.hasOwn(options.voices, language) ? options.voices[language] : undefined;
  const wanted = [kind === 'picture' ? options.pictureVoice : undefined, own, options.voice].find((voice) => voice && (!systemOnly || voice.kind === 'system'));
  if (!wanted) return BROWSERS_CHOICE;
  if (wanted === own || wanted.kind === 'api' || !language) return wanted;
  const spoken = choice.languageOf(wanted.uri);
  return spoken === undefined || spoken === language ? wanted : BROWSERS_CHOICE;
}

/** Whether both are the same voice. */
export function isSameVoice(one: VoiceRef, other: VoiceRef): boolean {
  return nameVoice(one) === nameVoice(other);
}

/** A name by which a voice is known again. */
export function nameVoice(voice: VoiceRef): string {
  return voice.kind === 'system' ? `system ${voice.uri}` : `api ${voice.model} ${voice.voice}`;
}
