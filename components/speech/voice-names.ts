import { uiLanguage } from '~/lib/i18n/language';
import { joinFacts, t } from '~/lib/i18n/message';
import type { Voice, VoiceRef } from '~/lib/shared/player';
import type { ComboboxOption } from '../ui/match-options';

/** What tells a voice from every other. */
export function voiceKey(ref: VoiceRef): string {
  return ref.kind === 'system' ? `system ${ref.uri}` : `api ${ref.model}\n${ref.voice}`;
}

/** A stored voice by name, without asking for the list: the system's addresses are names in Chromium, and speak for themselves elsewhere. */
export function nameVoice(ref: VoiceRef): string {
  if (ref.kind === 'api') return `${ref.voice} (${ref.model})`;
  return ref.uri || t('voiceSystem');
}

/** A language by its name in the interface's language. */
export function nameLanguage(tag: string): string {
  try {
    return new Intl.DisplayNames(uiLanguage(), { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // not a well-formed tag
  }
}

/** Voices for the picker, under their languages in the order they were found. */
export function voiceOptions(voices: readonly Voice[]): ComboboxOption[] {
  const names = new Map<string, string>();
  const group = (lang: string) => {
    const known = names.get(lang) ?? (lang ? nameLanguage(lang) : t('voiceAnyLanguage'));
    names.set(lang, known);
    return known;
  };
  return voices.map(({ ref, name, lang, offline }) => ({
    value: voiceKey(ref),
    label: name,
    group: group(lang),
    detail: joinFacts([ref.kind === 'api' && ref.model, !offline && t('voiceOnline')]),
    search: '',
  }));
}
