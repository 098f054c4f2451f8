import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { SettingsView } from '~/lib/messaging/settings-view';
import { MAX_MODELS, MIN_MODELS } from '~/lib/shared/comparison-rules';
import { PRESETS } from '~/lib/shared/presets';
import { RECENT_MODELS } from '~/lib/shared/settings';
import type { WatchedRun } from '../hooks/thread-store';
import type { RunActions } from '../hooks/use-runs';
import { Dialog } from '../ui/dialog';
import { ComparisonEstimate } from './comparison-estimate';
import type { CompareButtonProps } from './lazy-compare';
import { ModelsChoice } from './models-choice';

interface DialogProps {
  onClose: () => void;
}

/** Two to four models for the next question. */
export function CompareModels({ view, chosen, onChange, onChoose, onClose }: CompareButtonProps & DialogProps) {
  const { settings } = view;
  const usual = settings.chatModel || PRESETS[settings.preset].models[0];
  const [models, setModels] = useState<readonly string[]>(chosen.length > 0 ? chosen : usual ? [usual] : []);
  const take = () => {
    void onChange({ recentModels: [...models, ...settings.recentModels.filter((id) => !models.includes(id))].slice(0, RECENT_MODELS) });
    onChoose(models);
  };
  return (
    <Dialog title={t('compareTitle')} onClose={onClose}>
      <p class="hint">{t('compareHint')}</p>
      <ModelsChoice models={models} recent={settings.recentModels} onChange={setModels}>
        <Choose label={t('compareUse')} missing={MIN_MODELS - models.length} onChoose={take} />
      </ModelsChoice>
    </Dialog>
  );
}

interface CompareAnswerProps extends DialogProps {
  run: WatchedRun;
  view: SettingsView;
  actions: RunActions;
}

/** One to three further models for a question that one has answered. */
export function CompareAnswer({ run, view, actions, onClose }: CompareAnswerProps) {
  const [models, setModels] = useState<readonly string[]>([]);
  const [version] = useState(() => Date.now());
  return (
    <Dialog title={t('compareAnswers')} onClose={onClose}>
      <p class="hint">{t('compareAnswerHint', run.model ?? '')}</p>
      <ModelsChoice models={models} answered={run.model} most={MAX_MODELS - 1} recent={view.settings.recentModels} onChange={setModels}>
        {actions.tabId !== undefined && <ComparisonEstimate asked={{ tabId: actions.tabId, kind: 'page', version, runId: run.id }} models={models} limits={view.settings.spending} />}
        <Choose label={t('actionSend')} missing={1 - models.length} onChoose={() => actions.compareAnswer(run.id, models)} />
      </ModelsChoice>
    </Dialog>
  );
}

/** The button that takes the choice; says why it does nothing while too few are chosen. */
function Choose({ label, missing, onChoose }: { label: string; missing: number; onChoose: () => void }) {
  const [said, setSaid] = useState(false);
  const choose = (button: HTMLElement) => {
    if (missing > 0) return setSaid(true);
    onChoose();
    // Closing gives the focus back to what has opened it, and ends in `onClose`.
    button.closest('dialog')?.close();
  };
  return (
    <div class="compare-end">
      <p role="status" class="hint">{said && missing > 0 && t('compareTooFew')}</p>
      <button type="button" class="button primary" aria-disabled={missing > 0} onClick={(event) => choose(event.currentTarget)}>{label}</button>
    </div>
  );
}
