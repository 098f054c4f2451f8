import { useMemo } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import type { ModelList } from '~/lib/messaging/protocol';
import { isGuardModel } from '~/lib/shared/guard-models';
import type { Model } from '~/lib/shared/model';
import { useModels } from '../hooks/use-models';
import { describeModel, orderModels } from '../models/model-options';
import { Combobox } from '../ui/combobox';

interface ModelFieldProps {
  /** `vision`: models that take pictures, or may. `guard`: models made to judge, and chat models, which can be asked for a verdict. */
  kind?: 'chat' | 'vision' | 'guard';
  /** Id of the chosen model; empty for the default. */
  value: string;
  onChange: (id: string) => void;
  /** Grows when the server or its key has changed. */
  version?: number;
}

const LABELS = { chat: 'optionsChatModel', vision: 'optionsVisionModel', guard: 'optionsGuardModel' } as const;

/** Chooses a model of the server by searching its list; any id may be typed. */
export function ModelField({ kind = 'chat', value, onChange, version = 0 }: ModelFieldProps) {
  const list = useModels(version);
  const options = useMemo(
    () => orderModels((list?.models ?? []).filter((model) => suits(model, kind))).map(describeModel),
    [list, kind],
  );
  return (
    <div class="field">
      <Combobox
        label={t(LABELS[kind])}
        value={value}
        options={options}
        placeholder={kind === 'chat' ? nameDefault(list) : t(kind === 'vision' ? 'optionsVisionModelDefault' : 'optionsGuardModelDefault')}
        onChange={onChange}
        nothing={t('optionsModelsNone')}
        sayCount={(count) => plural('optionsModelFilter', count)}
        sayMore={(count) => t('optionsModelMore', count)}
      />
      {list?.source === 'bundled' && kind === 'chat' && <p class="hint">{t('optionsModelsBundled')}</p>}
    </div>
  );
}

function suits({ id, chat, vision }: Model, kind: keyof typeof LABELS): boolean {
  if (kind === 'guard') return chat || isGuardModel(id);
  return chat && !(kind === 'vision' && vision === false);
}

function nameDefault(list: ModelList | undefined): string {
  return list?.preferred ? t('optionsChatModelDefault', list.preferred) : t('optionsChatModelFirst');
}
