import { useMemo } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { Model } from '~/lib/shared/model';
import { isOcrModel } from '~/lib/shared/ocr-models';
import type { DocumentOptions } from '~/lib/shared/settings';
import { useModels } from '../hooks/use-models';
import { Select } from '../ui/select';
import { Switch } from '../ui/switch';
import type { SectionProps } from './section-props';

const NUMBERS = [1, 2, 3, 4, 6, 8];

/** How texts are read that are larger than a model's context. */
export function DocumentsSection({ view, save }: SectionProps) {
  const { documents } = view.settings;
  const models = useModels(`${view.settings.baseUrl} ${String(view.hasKey)}`)?.models;
  const embedding = useMemo(() => listEmbedding(models, documents.embeddingModel), [models, documents.embeddingModel]);
  const ocr = useMemo(() => listIds(models, documents.scanModel, isOcrModel).map((id) => ({ value: id, label: id })), [models, documents.scanModel]);
  const change = (changed: Partial<DocumentOptions>) => void save({ documents: { ...documents, ...changed } });
  return (
    <section class="section" aria-labelledby="documents-title">
      <h2 id="documents-title">{t('optionsDocuments')}</h2>
      <div class="columns">
        <Select
          label={t('optionsParallel')}
          value={String(documents.parallel)}
          options={NUMBERS.map((number) => ({ value: String(number), label: String(number) }))}
          onChange={(value) => change({ parallel: Number(value) })}
        />
      </div>
      <p class="hint">{t('optionsParallelHint')}</p>
      {embedding.length > 0 && (
        <>
          <Select label={t('optionsEmbedding')} value={documents.embeddingModel} options={[{ value: '', label: t('optionsEmbeddingOff') }, ...embedding]} onChange={(embeddingModel) => change({ embeddingModel })} />
          <p class="hint">{t('optionsEmbeddingHint')}</p>
        </>
      )}
      <Switch label={t('optionsPdfFiles')} hint={t('optionsPdfFilesHint')} checked={documents.pdfFiles === true} onChange={(pdfFiles) => change({ pdfFiles })} />
      {ocr.length > 0 && (
        <>
          <Select label={t('optionsScan')} value={documents.scanModel ?? ''} options={[{ value: '', label: t('optionsScanVision') }, ...ocr]} onChange={(scanModel) => change({ scanModel })} />
          <p class="hint">{t('optionsScanHint')}</p>
        </>
      )}
    </section>
  );
}

/** Ids of models for embeddings; few servers tell what a model is for. */
const EMBEDDING = /embed|^voyage|\bbge\b/i;

function listEmbedding(models: readonly Model[] = [], chosen: string): { value: string; label: string }[] {
  return listIds(models, chosen, (id) => EMBEDDING.test(id)).map((id) => ({ value: id, label: t('optionsEmbeddingModel', id) }));
}

/** Ids of the models that fit, and the one that is chosen. */
function listIds(models: readonly Model[] = [], chosen = '', fits: (id: string) => boolean): string[] {
  const ids = models.map(({ id }) => id).filter(fits);
  return chosen && !ids.includes(chosen) ? [chosen, ...ids] : ids;
}
