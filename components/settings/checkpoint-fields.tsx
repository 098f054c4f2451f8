import { t, type MessageKey } from '~/lib/i18n/message';
import { GUARD_ACTIONS, type Checkpoint, type CheckpointPolicy } from '~/lib/shared/guard';
import { nameCheckpoint } from '../guard/guard-names';
import { Select } from '../ui/select';

interface CheckpointFieldsProps {
  checkpoint: Checkpoint;
  policy: CheckpointPolicy;
  /** Another setting decides. */
  disabled: boolean;
  onChange: (policy: CheckpointPolicy) => void;
}

const ACTIONS: Record<CheckpointPolicy['action'], MessageKey> = { off: 'guardActionOff', warn: 'guardActionWarn', block: 'guardActionBlock' };
const ON_DEMAND: readonly Checkpoint[] = ['page', 'image'];
const UNKNOWN = { open: 'guardUnknownOpen', closed: 'guardUnknownClosed' } as const;

/** What is done at one checkpoint, and what without a verdict. */
export function CheckpointFields({ checkpoint, policy, disabled, onChange }: CheckpointFieldsProps) {
  const nameAction = (action: CheckpointPolicy['action']) =>
    t(action === 'off' && ON_DEMAND.includes(checkpoint) ? 'guardActionOnDemand' : ACTIONS[action]);
  return (
    <fieldset disabled={disabled}>
      <legend class="visually-hidden">{nameCheckpoint(checkpoint)}</legend>
      <div class="columns">
        <Select
          label={nameCheckpoint(checkpoint)}
          value={policy.action}
          options={GUARD_ACTIONS.map((value) => ({ value, label: nameAction(value) }))}
          onChange={(action) => onChange({ ...policy, action })}
        />
        {policy.action !== 'off' && (
          <Select
            label={t('guardUnknownLabel')}
            value={policy.onUnknown}
            options={(['open', 'closed'] as const).map((value) => ({ value, label: t(UNKNOWN[value]) }))}
            onChange={(onUnknown) => onChange({ ...policy, onUnknown })}
          />
        )}
      </div>
    </fieldset>
  );
}
