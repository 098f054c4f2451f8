import { X } from 'lucide-preact';
import { Fragment } from 'preact';
import { plural, t } from '~/lib/i18n/message';
import { bareModelName } from '~/lib/shared/bare-model-name';
import { estimateTokens } from '~/lib/shared/tokens';
import { useDebounced } from '../hooks/use-debounced';
import type { SendNoteProps } from '../spending/send-note';
import '../styles/compare.css';
import { IconButton } from '../ui/icon-button';
import { ComparisonEstimate } from './comparison-estimate';

export interface CompareNoteProps extends SendNoteProps {
  /** What the message goes to. */
  models: readonly string[];
  /** The next question is to be an ordinary one. */
  onEnd: () => void;
}

/** Under the message box: which models the message goes to, and what they come to together. */
export function CompareNote({ draft, tabId, version, kept, runs, view, models, onEnd }: CompareNoteProps) {
  const said = useDebounced(draft);
  if (!view) return null;
  return (
    <div class="compare-note" role="group" aria-label={plural('compareNext', models.length)}>
      <div class="row">
        <p class="grow">
          {plural('compareNext', models.length)} {models.map((model, index) => <Fragment key={model}>{index > 0 && ' · '}<bdi>{bareModelName(model)}</bdi></Fragment>)}
        </p>
        <IconButton icon={X} label={t('compareEnd')} onClick={onEnd} />
      </div>
      <ComparisonEstimate
        asked={{ tabId, kind: kept ? 'kept' : 'page', version }}
        models={models}
        question={estimateTokens(said.trim())}
        limits={view.settings.spending}
        changes={[runs.length, runs.at(-1)?.id, view]}
      />
    </div>
  );
}
