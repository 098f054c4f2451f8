import { formatMoney } from '~/lib/i18n/format';
import { joinFacts, t } from '~/lib/i18n/message';
import { isModel, type Model } from '~/lib/shared/model';
import type { ComboboxOption } from '../ui/match-options';

/** One model as an option of a list: its id, with what the server tells of it. */
export function describeModel(model: Model): ComboboxOption {
  const facts = [
    model.name === model.id ? undefined : model.name,
    model.contextLength === undefined ? undefined : t('optionsModelContext', model.contextLength),
    model.vision && t('optionsModelVision'),
    model.reasoning && t('optionsModelReasoning'),
    model.price && (model.price.input + model.price.output === 0 ? t('optionsModelFree') : t('optionsModelPrice', formatMoney(model.price.input), formatMoney(model.price.output))),
    model.deprecated && t('optionsModelDeprecated'),
  ];
  const detail = joinFacts(facts);
  return { value: model.id, detail, search: [model.name, model.developer, ...model.aliases, detail].join(' ') };
}

/** In the server's order, which is mostly by merit or age, but those that will soon be gone last. */
export function orderModels(models: readonly Model[]): Model[] {
  return [...models.filter(({ deprecated }) => !deprecated), ...models.filter(({ deprecated }) => deprecated)];
}

/** The models of `recent` that the list holds, in the order of `recent`; ids that were chosen of another server are not. */
export function pickRecent(models: readonly Model[], recent: readonly string[]): Model[] {
  return recent.flatMap((id) => models.find((model) => isModel(model, id)) ?? []);
}
