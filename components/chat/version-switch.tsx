import { ChevronLeft, ChevronRight } from 'lucide-preact';
import { t } from '~/lib/i18n/message';
import type { Version } from '~/lib/messaging/protocol';
import { IconButton } from '../ui/icon-button';

interface VersionSwitchProps {
  version: Version;
  /** 1 for the next version, -1 for the previous one. */
  onStep: (step: 1 | -1) => void;
}

/** `‹ 2 / 3 ›`: leads through the versions of a turn. */
export function VersionSwitch({ version: { number, total }, onStep }: VersionSwitchProps) {
  const button = (step: 1 | -1) => {
    const isEnd = number + step < 1 || number + step > total;
    return (
      <IconButton
        icon={step < 0 ? ChevronLeft : ChevronRight}
        directed
        label={t(step < 0 ? 'versionPrevious' : 'versionNext')}
        aria-disabled={isEnd}
        onClick={() => !isEnd && onStep(step)}
      />
    );
  };
  return (
    <div class="versions" role="group" aria-label={t('versions')}>
      {button(-1)}
      <span role="status">
        <span aria-hidden="true">{t('versionShort', number, total)}</span>
        <span class="visually-hidden">{t('versionOf', number, total)}</span>
      </span>
      {button(1)}
    </div>
  );
}
