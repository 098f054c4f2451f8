import { AudioLines } from 'lucide-preact';
import { useMemo, useState } from 'preact/hooks';
import { browserLanguage } from '~/lib/i18n/language';
import { plural, t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { VoiceRef } from '~/lib/shared/player';
import { useVoices } from '../hooks/use-voices';
import { Combobox } from '../ui/combobox';
import { ErrorNotice } from '../ui/error-notice';
import { SendAgreement } from './send-agreement';
import { nameVoice, voiceKey, voiceOptions } from './voice-names';

interface VoiceFieldProps {
  label: string;
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
export function VoiceField({ label, lang, value, none, onChange }: VoiceFieldProps) {
  const first = lang || browserLanguage();
  const { list, error, find, more } = useVoices(first);
  const [query, setQuery] = useState('');
  const [refusal, setRefusal] = useState<AppErrorData>();
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
    onChange(ref);
  };
  const preview = (accept = false) => {
    setRefusal(undefined);
    call('previewVoice', { voice: value ?? SYSTEM, lang: first, accept }).catch((thrown: unknown) => setRefusal(toAppError(thrown).data));
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
          <button type="button" class="button" aria-label={t('voicePreviewOf', nameVoice(value))} title={t('voicePreviewOf', nameVoice(value))} onClick={() => preview()}>
            <AudioLines class="icon" />
            <span>{t('voicePreview')}</span>
          </button>
        )}
      </div>
      {refusal?.code === 'not-accepted' && (
        <SendAgreement
          text={t('voicePreviewAgree', refusal.host ?? '')}
          agree={t('voicePreviewAgreed')}
          onAgree={() => preview(true)}
          onCancel={() => setRefusal(undefined)}
        />
      )}
      {refusal && refusal.code !== 'not-accepted' && <ErrorNotice error={refusal} remedies={{ retry: () => preview() }} />}
      {!refusal && error && <ErrorNotice error={error} remedies={{ retry: () => find('') }} />}
    </div>
  );
}
