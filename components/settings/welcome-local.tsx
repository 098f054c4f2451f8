import { useState } from 'preact/hooks';
import { t, type MessageKey } from '~/lib/i18n/message';
import type { PresetId } from '~/lib/shared/settings';
import { Select } from '../ui/select';
import { Command } from './command';
import { ConnectionTest } from './connection-test';
import type { SectionProps } from './section-props';
import { choosePreset, LOCAL_PRESETS, presetOptions } from './server-presets';

interface Step {
  text: MessageKey;
  command: string;
}

/**
 * How each server is started. Ollama answers extensions only when `OLLAMA_ORIGINS` names them
 * (https://docs.ollama.com/faq); llama.cpp's server and LM Studio's (`lms`) need nothing of the kind.
 */
const STEPS: Partial<Record<PresetId, readonly Step[]>> = {
  ollama: [
    { text: 'welcomeLocalOllama', command: 'ollama pull llama3.2' },
    {
      text: 'welcomeLocalOllamaOrigins',
      command: 'OLLAMA_ORIGINS="chrome-extension://*,moz-extension://*" ollama serve',
    },
  ],
  lmstudio: [{ text: 'welcomeLocalLmstudio', command: 'lms server start --cors' }],
  llamacpp: [{ text: 'welcomeLocalLlamacpp', command: 'llama-server -m model.gguf --port 8080' }],
};

/** First run, with a server on this computer: which one, how to start it, and whether it answers. */
export function WelcomeLocal({ view, save }: SectionProps) {
  const { preset, baseUrl } = view.settings;
  const [version, setVersion] = useState(0);
  return (
    <section class="section" aria-label={t('welcomeLocal')}>
      <Select
        label={t('optionsServerKind')}
        value={preset}
        options={presetOptions(LOCAL_PRESETS)}
        onChange={(chosen) => void save(choosePreset(chosen, baseUrl)).then(() => setVersion((old) => old + 1))}
      />
      <ol class="steps">
        {STEPS[preset]?.map(({ text, command }) => (
          <li key={command}>
            <p>{t(text)}</p>
            <Command text={command} />
          </li>
        ))}
      </ol>
      <ConnectionTest version={version} />
    </section>
  );
}
