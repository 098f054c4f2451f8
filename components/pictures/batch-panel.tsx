import { ImagePlus, Undo2 } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import type { AppErrorData } from '~/lib/shared/app-error';
import type { BatchState } from '../hooks/batch-state';
import type { Describing } from '../hooks/use-describing';
import type { PageTexts } from '../hooks/use-page-texts';
import { ErrorNotice } from '../ui/error-notice';
import { BatchProgress } from './batch-progress';
import { BatchStatus } from './batch-status';
import { RestoreSwitch } from './restore-switch';

interface BatchPanelProps {
  batch: BatchState;
  describing: Describing;
  texts: PageTexts;
  /** Pictures that have no description, neither from the page nor from Docent. */
  missing: readonly string[];
  /** Pictures whose description failed. */
  failed: readonly string[];
  /** Pictures whose description is not in the page yet. */
  addable: readonly string[];
  /** Where descriptions can be put back by themselves, and whether they are. */
  restore: { origin: string; on: boolean; passing: boolean } | undefined;
}

/** Describing all pictures: the question, the progress, the end, and what is done with the descriptions. */
export function BatchPanel({ batch, describing, texts, missing, failed, addable, restore }: BatchPanelProps) {
  const section = useRef<HTMLElement>(null);
  const canAddAll = addable.length > 1 && !batch.live;
  const error: AppErrorData | undefined = describing.error ?? texts.error ?? (batch.live ? undefined : batch.error);

  /** Does what the pressed button says; the button goes away, so the focus moves to the section. */
  const andStay = (action: () => void) => () => {
    section.current?.focus();
    action();
  };
  return (
    <section ref={section} class="picture-batch" tabIndex={-1} aria-label={t('picturesProgressLabel')}>
      {batch.total > 0 && <BatchProgress batch={batch} onStop={andStay(describing.stop)} />}
      {error && (
        <ErrorNotice
          error={error}
          remedies={{ retry: failed.length > 0 ? () => describing.ask(failed) : undefined, tryModel: describing.tryModel }}
        />
      )}
      {!batch.live && missing.length > 0 && (
        <button type="button" class={canAddAll ? 'button' : 'button primary'} onClick={() => describing.ask(missing)}>
          <ImagePlus class="icon" />
          {t('picturesDescribeAll')}
        </button>
      )}
      {(canAddAll || texts.addedCount > 0) && (
        <div class="row wrap">
          {canAddAll && (
            <button type="button" class="button primary" onClick={andStay(() => texts.add(addable))}>
              {t('picturesAddAll')}
            </button>
          )}
          {texts.addedCount > 0 && (
            <>
              <span>{plural('picturesInPage', texts.addedCount)}</span>
              <button type="button" class="button compact" onClick={andStay(texts.remove)}>
                <Undo2 class="icon icon-directed" />
                {t('picturesRemove')}
              </button>
            </>
          )}
        </div>
      )}
      <p class="visually-hidden" role="status">
        {texts.addedCount > 0 && plural('picturesInPage', texts.addedCount)}
      </p>
      {restore && (restore.on || texts.addedCount > 0) && <RestoreSwitch {...restore} />}
      <BatchStatus batch={batch} />
    </section>
  );
}
