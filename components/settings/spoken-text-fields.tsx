import { t, type MessageKey } from '~/lib/i18n/message';
import type { SpeechOptions } from '~/lib/shared/speech';
import { Select } from '../ui/select';
import { Switch } from '../ui/switch';

/** Names of the choices, by setting. */
const CHOICES = {
  footnotes: { label: 'optionsSpeechFootnotes', values: { skip: 'speechSkip', read: 'speechRead' } },
  addresses: {
    label: 'optionsSpeechAddresses',
    values: { host: 'optionsSpeechAddressesHost', full: 'optionsSpeechAddressesFull', skip: 'speechSkip' },
  },
  emoji: { label: 'optionsSpeechEmoji', values: { short: 'optionsSpeechEmojiShort', read: 'speechRead', skip: 'speechSkip' } },
  code: { label: 'optionsSpeechCode', values: { announce: 'optionsSpeechCodeAnnounce', read: 'speechRead', skip: 'speechSkip' } },
  tables: {
    label: 'optionsSpeechTables',
    values: { headers: 'optionsSpeechTablesHeaders', cells: 'optionsSpeechTablesCells', skip: 'speechSkip' },
  },
  languages: {
    label: 'optionsSpeechLanguages',
    values: { detect: 'optionsSpeechLanguagesDetect', declared: 'optionsSpeechLanguagesDeclared' },
  },
} as const satisfies { [K in ChosenSetting]: { label: MessageKey; values: Record<SpeechOptions[K], MessageKey> } };

type ChosenSetting = { [K in keyof SpeechOptions]: SpeechOptions[K] extends boolean ? never : K }[keyof SpeechOptions];

const SWITCHES = {
  pictures: 'listenPictures',
  listNumbers: 'optionsSpeechListNumbers',
  pauses: 'optionsSpeechPauses',
} as const satisfies Record<Exclude<keyof SpeechOptions, ChosenSetting>, MessageKey>;

interface SpokenTextFieldsProps {
  speech: SpeechOptions;
  onChange: (speech: SpeechOptions) => void;
}

/** How a text is made ready for the ear, where people differ. */
export function SpokenTextFields({ speech, onChange }: SpokenTextFieldsProps) {
  return (
    <fieldset class="stack">
      <legend>{t('optionsSpeechText')}</legend>
      <div class="columns wide">
        {(Object.keys(CHOICES) as ChosenSetting[]).map((setting) => (
          <Select
            key={setting}
            label={t(CHOICES[setting].label)}
            value={speech[setting]}
            options={Object.entries(CHOICES[setting].values).map(([value, label]) => ({
              value: value as SpeechOptions[ChosenSetting],
              label: t(label),
            }))}
            onChange={(value) => onChange({ ...speech, [setting]: value })}
          />
        ))}
      </div>
      {(Object.keys(SWITCHES) as (keyof typeof SWITCHES)[]).map((setting) => (
        <Switch
          key={setting}
          label={t(SWITCHES[setting])}
          checked={speech[setting]}
          onChange={(on) => onChange({ ...speech, [setting]: on })}
        />
      ))}
    </fieldset>
  );
}
