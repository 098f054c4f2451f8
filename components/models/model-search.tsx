import { useMemo, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import type { ModelList } from '~/lib/messaging/protocol';
import { isModel } from '~/lib/shared/model';
import { Combobox } from '../ui/combobox';
import { type ComboboxOption, matchOptions } from '../ui/match-options';
import { describeModel, orderModels, pickRecent } from './model-options';

interface ModelSearchProps {
  list: ModelList;
  /** Ids of what is chosen; an empty one is the server's preferred model. */
  chosen: readonly string[];
  /** Ids of what was chosen before, the last one first. */
  recent?: readonly string[];
  /** Whether the server's preferred model is offered as such. */
  withDefault?: boolean;
  onChoose: (id: string) => void;
}

/** Rows that are added at a time: a list of 600 models is drawn as far as the reader looks. */
const STEP = 40;

/** The chat models of a server in a list that is always open, under a field that searches them. Any other id can be typed. */
export function ModelSearch({ list, chosen, recent = [], withDefault = false, onChoose }: ModelSearchProps) {
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState(STEP);
  const all = useMemo(() => listAll(list, recent, withDefault), [list, recent, withDefault]);
  const found = useMemo(() => search(all, query, list), [all, query, list]);
  const isChosen = (id: string) => chosen.some((one) => one === id || (one !== '' && list.models.some((model) => model.id === id && isModel(model, one))));
  return (
    <Combobox
      inline
      label={t('modelsSearch')}
      value=""
      options={found.slice(0, shown).map((option) => ({ ...option, chosen: isChosen(option.value) }))}
      placeholder={t('modelsSearchHint')}
      search={{
        find: (text) => {
          setQuery(text);
          setShown(STEP);
        },
        more: () => setShown((old) => Math.min(old + STEP, Math.max(found.length, STEP))),
        total: found.length,
        searching: '',
      }}
      onChange={onChoose}
      nothing={t('modelsNone')}
      sayCount={() => sayModels(found)}
    />
  );
}

/** The server's default and an id that was typed are no models of their own; they alone have a label. */
function sayModels(found: readonly ComboboxOption[]): string {
  const { length } = found.filter(({ label }) => label === undefined);
  return length === 0 ? t('modelsNone') : plural('optionsModelFilter', length);
}

function listAll(list: ModelList, recent: readonly string[], withDefault: boolean): ComboboxOption[] {
  const models = orderModels(list.models.filter(({ chat }) => chat));
  const before = pickRecent(models, recent);
  const others = models.filter((model) => !before.includes(model));
  const name = (group: string | undefined) => (model: (typeof models)[number]): ComboboxOption => {
    const described = describeModel(model);
    return group === undefined ? described : { ...described, group };
  };
  const preferred = withDefault && list.preferred ? [{ value: '', label: t('optionsChatModelDefault', list.preferred), detail: '', search: list.preferred }] : [];
  return [
    ...preferred,
    ...before.map(name(t('modelsRecent'))),
    ...others.map(name(before.length > 0 ? t('modelsAll') : undefined)),
  ];
}

/** What fits the query, and the query itself as an id where no model is called so. */
function search(all: readonly ComboboxOption[], query: string, list: ModelList): readonly ComboboxOption[] {
  const id = query.trim();
  if (!id) return all;
  const found = matchOptions(all.map((option) => ({ ...option, group: undefined })), query);
  if (/\s/.test(id) || list.models.some((model) => isModel(model, id))) return found;
  return [...found, { value: id, label: t('modelsUseTyped', id), detail: t('modelsUnlisted'), search: '' }];
}
