import { AudioLines } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { browserLanguage } from '~/lib/i18n/language';
import { plural, t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import type { SettingsView } from '~/lib/messaging/protocol';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import { audioOrigin } from '~/lib/shared/presets';
import type { VoiceRef } from '~/lib/shared/player';
import { useVoices } from '../hooks/use-voices';
import { usePlatform } from '../platform';
import { Combobox } from '../ui/combobox';
import { ErrorNotice } from '../ui/error-notice';
import { AudioPermission } from './audio-permission';
import { nameVoice, voiceKey, voiceOptions } from './voice-names';

interface VoiceFieldProps {
  label: string;
  view: SettingsView;
  /** Language whose voices come first; the interface's by default. */
  lang?: string | undefined;
  /** Undefined where there is a `none`, and it is chosen. */
  value: VoiceRef | undefined;
  /** Name of the choice to have no voice of its own; by default there is the system's own voice. */
  none?: string;
  onChange: (voice: VoiceRef | undefined) => void;
}

const SYSTEM: VoiceRef = { kind: 'system', uri: '' };
const NONE = 'none';

/** Chooses a voice of the system or of the server by searching, and lets it be heard. */
export function VoiceField({ label, view, lang, value, none, onChange }: VoiceFieldProps) {
  const platform = usePlatform();
  const first = lang || browserLanguage();
  const { list, error, find, more } = useVoices(first);
  const [query, setQuery] = useState('');
  const [refusal, setRefusal] = useState<AppErrorData>();
  const origin = audioOrigin(view.settings.baseUrl);
  const options = useMemo(() => {
    const own = none === undefined ? { value: voiceKey(SYSTEM), label: t('voiceSystem') } : { value: NONE, label: none };
    const fits = own.label.toLowerCase().includes(query.trim().toLowerCase());
    return [...(fits ? [{ ...own, detail: '', search: '' }] : []), ...voiceOptions(list?.voices ?? [])];
  }, [list, none, query]);
  const search = (text: string) => {
    setQuery(text);
    find(text);
  };

  const choose = (key: string) => {
    setRefusal(undefined);
    if (key === NONE) return onChange(undefined);
    const ref = list?.voices.find((voice) => voiceKey(voice.ref) === key)?.ref ?? SYSTEM;
    // The browser takes the question only within the press itself. Whatever is answered, the voice is chosen: what is missing is said below.
    if (ref.kind === 'api' && origin) void platform.requestOrigin(origin).catch(() => false);
    onChange(ref);
  };
  const preview = () => {
    setRefusal(undefined);
    call('previewVoice', { voice: value ?? SYSTEM, lang: first }).catch((thrown: unknown) => setRefusal(toAppError(thrown).data));
  };
  return (
    <div class="stack voice-field">
      <div class="voice-choice">
        <Combobox
          label={label}
          value={value ? voiceKey(value) : NONE}
          shown={value ? nameVoice(value) : (none ?? '')}
          options={options}
          placeholder=""
          search={{ find: search, more, total: list && !list.mayCome ? options.length + list.total - list.voices.length : undefined, searching: t('voiceSearching') }}
          onChange={choose}
          nothing={t('voiceNone')}
          sayCount={(count) => plural('voiceCount', count)}
        />
        {value && (
          <button type="button" class="button" aria-label={t('voicePreviewOf', nameVoice(value))} title={t('voicePreviewOf', nameVoice(value))} onClick={preview}>
            <AudioLines class="icon" />
            <span>{t('voicePreview')}</span>
          </button>
        )}
      </div>
      {value?.kind === 'api' && origin && <AudioPermission key={voiceKey(value)} origin={origin} />}
      {refusal && <ErrorNotice error={refusal} remedies={{ retry: preview }} />}
      {!refusal && error && <ErrorNotice error={error} remedies={{ retry: () => find('') }} />}
    </div>
  );
}
