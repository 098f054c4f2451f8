import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { CallInput } from '~/lib/messaging/protocol';
import type { SettingsView } from '~/lib/messaging/settings-view';
import { isPictureRequest } from '~/lib/shared/run-kinds';
import type { Engine } from '~/lib/shared/settings';
import type { WatchedRun } from '../hooks/thread-store';
import { lengthOptions, styleOptions } from '../page/summary-names';
import { ModelField } from '../settings/model-field';
import { engineOptions } from '../settings/engine-names';
import { Select } from '../ui/select';

type Changes = Omit<CallInput<'retryRun'>, 'runId'>;

interface RetryOptionsProps {
  run: WatchedRun;
  view: SettingsView | undefined;
  onRetry: (changes: Changes) => void;
}

/** Another try with another style, engine or model, for this answer only. */
export function RetryOptions({ run, view, onRetry }: RetryOptionsProps) {
  const [request, setRequest] = useState(run.request);
  const [engine, setEngine] = useState<Engine>(run.engine);
  const [model, setModel] = useState(run.model ?? '');

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onRetry({ request, engine, ...(engine === 'server' && model ? { model } : {}) });
  };

  return (
    <form class="retry-options" aria-label={t('actionRetryWith')} onSubmit={submit}>
      {request.task === 'summarize' && (
        <>
          <Select
            label={t('summaryStyle')}
            value={request.options.style}
            options={styleOptions()}
            onChange={(style) => setRequest({ ...request, options: { ...request.options, style } })}
          />
          <Select
            label={t('summaryLength')}
            value={request.options.length}
            options={lengthOptions()}
            onChange={(length) => setRequest({ ...request, options: { ...request.options, length } })}
          />
          <div class="wide">
            <Select
              label={t('optionsEngine')}
              value={engine}
              options={engineOptions(view?.browserEngine ?? false)}
              onChange={setEngine}
            />
          </div>
        </>
      )}
      {engine === 'server' && (
        <div class="wide">
          <ModelField kind={isPictureRequest(request) ? 'vision' : 'chat'} value={model} onChange={setModel} />
        </div>
      )}
      <button type="submit" class="button primary compact wide">
        {t('actionRetryChanged')}
      </button>
    </form>
  );
}
