import { t } from '~/lib/i18n/message';
import { usePlayerOptions } from '../hooks/use-player-options';
import { SpeedSlider, VolumeSlider } from '../speech/sound-sliders';
import { VoiceField } from '../speech/voice-field';
import { Select } from '../ui/select';
import { Switch } from '../ui/switch';
import { LanguageVoices } from './language-voices';
import type { SectionProps } from './section-props';
import { SpokenTextFields } from './spoken-text-fields';

/** Characters a paid voice may read before the reader is asked; 0: always ask. */
const LIMITS = [0, 5_000, 20_000, 50_000, 200_000, 1_000_000];

/** With which voices Docent reads aloud, how, and what of a text is spoken. */
export function SpeechSection({ view, save }: SectionProps) {
  const { options, change } = usePlayerOptions(view.settings.player, save);
  const limits = (LIMITS.includes(options.limit) ? LIMITS : [...LIMITS, options.limit].sort((a, b) => a - b)).map((limit) => ({
    value: String(limit),
    label: limit === 0 ? t('optionsSpeechLimitAlways') : t('optionsSpeechLimitValue', limit),
  }));
  return (
    <section class="section" aria-labelledby="speech-title">
      <h2 id="speech-title">{t('optionsSpeech')}</h2>
      <VoiceField label={t('voiceLabel')} value={options.voice} onChange={(voice) => voice && change({ voice })} />
      <LanguageVoices voices={options.voices} onChange={(voices) => change({ voices })} />
      <VoiceField
        label={t('optionsSpeechPictureVoice')}
        value={options.pictureVoice}
        none={t('voiceSame')}
        onChange={(pictureVoice) => change({ pictureVoice })}
      />
      <div class="columns">
        <SpeedSlider options={options} change={change} />
        <VolumeSlider options={options} change={change} />
      </div>
      <Select
        label={t('optionsSpeechLimit')}
        value={String(options.limit)}
        options={limits}
        onChange={(limit) => change({ limit: Number(limit) })}
      />
      <Switch label={t('optionsSpeechFollow')} checked={options.follow} onChange={(follow) => change({ follow })} />
      <Switch label={t('optionsSpeechWords')} checked={options.words} onChange={(words) => change({ words })} />
      <SpokenTextFields speech={view.settings.speech} onChange={(speech) => void save({ speech })} />
    </section>
  );
}
