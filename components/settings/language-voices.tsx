import { X } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { uiLanguage } from '~/lib/i18n/language';
import { t } from '~/lib/i18n/message';
import type { PlayerOptions } from '~/lib/shared/player';
import { useVoices } from '../hooks/use-voices';
import { nameLanguage } from '../speech/voice-names';
import { VoiceField } from '../speech/voice-field';
import { IconButton } from '../ui/icon-button';
import { Select } from '../ui/select';

interface LanguageVoicesProps {
  /** By primary language subtag. */
  voices: PlayerOptions['voices'];
  onChange: (voices: PlayerOptions['voices']) => void;
}

/** A voice of its own for each language the reader wishes. */
export function LanguageVoices({ voices, onChange }: LanguageVoicesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  /** Languages that were added and have no voice yet. */
  const [added, setAdded] = useState<string[]>([]);
  const { list, find } = useVoices(undefined);
  useEffect(() => find(''), [find]);

  const shown = [...new Set([...Object.keys(voices), ...added])];
  const others = (list?.languages ?? [])
    .map(({ lang }) => lang)
    .filter((lang) => lang && !shown.includes(lang))
    .map((value) => ({ value, label: nameLanguage(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, uiLanguage()));
  const remove = (lang: string) => {
    // The button goes away with its field.
    heading.current?.focus();
    setAdded((old) => old.filter((other) => other !== lang));
    if (lang in voices) onChange(Object.fromEntries(Object.entries(voices).filter(([other]) => other !== lang)));
  };
  return (
    <div class="stack">
      <h3 ref={heading} tabIndex={-1} class="label">
        {t('optionsSpeechVoices')}
      </h3>
      <p class="hint">{t('optionsSpeechVoicesHint')}</p>
      {shown.map((lang) => (
        <div key={lang} class="language-voice">
          <VoiceField
            label={t('optionsSpeechVoiceFor', nameLanguage(lang))}
            lang={lang}
            value={voices[lang]}
            none={t('voiceSame')}
            onChange={(voice) => (voice ? onChange({ ...voices, [lang]: voice }) : remove(lang))}
          />
          <IconButton icon={X} label={t('optionsSpeechForget', nameLanguage(lang))} onClick={() => remove(lang)} />
        </div>
      ))}
      {others.length > 0 && (
        <Select
          label={t('optionsSpeechAddLanguage')}
          value=""
          options={[{ value: '', label: t('optionsSpeechAddLanguageNone') }, ...others]}
          onChange={(lang) => lang && setAdded((old) => [...old, lang])}
        />
      )}
    </div>
  );
}
