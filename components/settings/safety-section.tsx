import { t } from '~/lib/i18n/message';
import { CHECKPOINTS, GUARD_MODES, HAZARDS, type GuardOptions, type Hazard } from '~/lib/shared/guard';
import { GuardLog } from '../guard/guard-log';
import { nameHazard } from '../guard/guard-names';
import { Select } from '../ui/select';
import { Switch } from '../ui/switch';
import { CheckpointFields } from './checkpoint-fields';
import { ModelField } from './model-field';
import type { SectionProps } from './section-props';

/** Seconds the guard is waited for. */
const PATIENCE = [5, 10, 20, 40, 60, 120];

/** What is checked for safety, by whom, and what then; and the log of it. */
export function SafetySection({ view, save }: SectionProps) {
  const { guard } = view.settings;
  const change = (changed: Partial<GuardOptions>) => void save({ guard: { ...guard, ...changed } });
  const setHazard = (hazard: Hazard, counts: boolean) =>
    change({ hazards: HAZARDS.filter((other) => (other === hazard ? counts : guard.hazards.includes(other))) });
  const waits = [...new Set([...PATIENCE, guard.patience])].sort((a, b) => a - b);
  return (
    <section class="section" aria-labelledby="safety-title">
      <h2 id="safety-title">{t('optionsSafety')}</h2>
      <p>{t('optionsSafetyText')}</p>
      <Switch
        label={t('optionsStrict')}
        hint={t('optionsStrictHint')}
        checked={guard.strict}
        onChange={(strict) => change({ strict })}
      />
      {CHECKPOINTS.map((checkpoint) => (
        <CheckpointFields
          key={checkpoint}
          checkpoint={checkpoint}
          policy={guard.strict ? { action: 'block', onUnknown: 'closed' } : guard.checkpoints[checkpoint]}
          disabled={guard.strict}
          onChange={(policy) => change({ checkpoints: { ...guard.checkpoints, [checkpoint]: policy } })}
        />
      ))}
      <ModelField kind="guard" value={guard.model} onChange={(model) => change({ model })} />
      <div class="columns">
        <Select
          label={t('optionsGuardMode')}
          value={guard.mode}
          options={GUARD_MODES.map((value) => ({ value, label: t(MODE_NAMES[value]) }))}
          onChange={(mode) => change({ mode })}
        />
        <Select
          label={t('optionsGuardPatience')}
          value={String(guard.patience)}
          options={waits.map((seconds) => ({ value: String(seconds), label: t('optionsGuardPatienceValue', seconds) }))}
          onChange={(seconds) => change({ patience: Number(seconds) })}
        />
      </div>
      <details>
        <summary>{t('optionsHazards')}</summary>
        <fieldset class="checks" disabled={guard.strict}>
          <legend class="hint">{t('optionsHazardsHint')}</legend>
          {HAZARDS.map((hazard) => (
            <label key={hazard} class="row">
              <input
                type="checkbox"
                checked={guard.strict || guard.hazards.includes(hazard)}
                onChange={(event) => setHazard(hazard, event.currentTarget.checked)}
              />
              <span class="grow">{nameHazard(hazard)}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <GuardLog kept={guard.log} onKeep={(log) => change({ log })} />
    </section>
  );
}

const MODE_NAMES = { auto: 'optionsGuardModeAuto', prompted: 'optionsGuardModePrompted', classifier: 'optionsGuardModeClassifier' } as const;
