import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { MAX_MODELS } from '~/lib/shared/comparison-rules';
import { isModel } from '~/lib/shared/model';
import { useModels } from '../hooks/use-models';
import { describeModel } from '../models/model-options';
import { ModelSearch } from '../models/model-search';
import '../styles/compare.css';
import '../styles/model-picker.css';
import { ErrorNotice } from '../ui/error-notice';
import { IconButton } from '../ui/icon-button';

interface ModelsChoiceProps {
  models: readonly string[];
  /** The model whose answer is there already. */
  answered?: string | undefined;
  most?: number;
  recent: readonly string[];
  onChange: (models: readonly string[]) => void;
  /** Stands between what is chosen and the search, however long the list under that is. */
  children: ComponentChildren;
}

/** Several models of a server: those that are chosen, over the search among all. */
export function ModelsChoice({ models, answered, most = MAX_MODELS, recent, onChange, children }: ModelsChoiceProps) {
  const [tries, setTries] = useState(0);
  const [said, setSaid] = useState('');
  const list = useModels(tries);
  if (!list) return <p class="hint" role="status">{t('modelsLoading')}</p>;
  const find = (id: string) => list.models.find((model) => isModel(model, id));
  const isSame = (a: string, b: string) => a === b || (find(a) !== undefined && find(a) === find(b));
  const remove = (id: string) => {
    setSaid(t('compareRemoved', id));
    onChange(models.filter((other) => other !== id));
  };
  const choose = (id: string) => {
    const known = models.find((other) => isSame(other, id));
    if (known !== undefined) return remove(known);
    if (answered !== undefined && isSame(answered, id)) return setSaid(t('compareAnswered', id));
    if (models.length >= most) return setSaid(t('compareFull', MAX_MODELS));
    setSaid(t('compareAdded', id));
    onChange([...models, id]);
  };
  const offered = list.models.filter(({ chat }) => chat).length;
  return (
    <div class="stack">
      {list.error && list.models.length === 0 && <ErrorNotice error={list.error} remedies={{ retry: () => setTries(tries + 1) }} />}
      {offered === 1 && <p class="notice">{t('compareOnlyOne')}</p>}
      {list.source === 'bundled' && offered > 0 && <p class="hint">{t('optionsModelsBundled')}</p>}
      {models.length > 0 && (
        <ul class="compare-chosen" aria-label={t('compareChosen')}>
          {models.map((id) => {
            const model = find(id);
            return (
              <li key={id}>
                <div class="grow">
                  <div dir="auto">{id}</div>
                  <div class="small">{model ? describeModel(model).detail : t('modelsUnlisted')}</div>
                </div>
                <IconButton icon={X} label={t('compareRemove', id)} onClick={() => remove(id)} />
              </li>
            );
          })}
        </ul>
      )}
      <p role="status" class="hint">{said}</p>
      {children}
      {/* Anew with each choice: the next one is searched for from the beginning, and the field has the focus. */}
      <ModelSearch key={models.length} list={list} chosen={answered === undefined ? models : [...models, answered]} recent={recent} onChoose={choose} />
    </div>
  );
}
