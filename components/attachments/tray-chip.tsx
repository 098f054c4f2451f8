import type { LucideIcon } from 'lucide-preact';
import { X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { plural, t } from '~/lib/i18n/message';
import type { Measured } from '~/lib/shared/tray';
import { describeError } from '../ui/error-messages';
import { IconButton } from '../ui/icon-button';

interface TrayChipProps {
  icon: LucideIcon;
  name: string;
  /** Undefined while it has not been measured. */
  size: Measured | undefined;
  /** It went along with an earlier question, too. */
  sent?: boolean;
  onRemove: () => void;
  /** What else can be done about it. */
  children?: ComponentChildren;
}

/** One thing that goes along with the message: what it is, how much it is, and the way to take it out. */
export function TrayChip({ icon: Icon, name, size, sent = false, onRemove, children }: TrayChipProps) {
  // Nothing of it can be sent yet.
  const isAllScan = size?.tokens === 0 && size.scan !== undefined;
  return (
    <li class={size?.error ? 'tray-chip warn' : 'tray-chip'}>
      <Icon class="icon" />
      <div class="grow tray-text">
        <p class="clip" dir="auto" title={name}>{name}</p>
        <p class="small">
          {size?.error ? describeError(size.error) : [size?.tokens !== undefined && !isAllScan && sayTokens(size.tokens), size?.scan && plural('trayScan', size.scan.pages, size.scan.total), sent && t('trayInConversation')].filter(Boolean).join(' · ')}
        </p>
        {children}
      </div>
      <IconButton icon={X} class="small-icon" label={t('actionRemove', name)} onClick={onRemove} />
    </li>
  );
}

/** `≈ 5,200 tokens`: two digits of an estimate are enough. */
function sayTokens(tokens: number): string {
  return plural('trayTokens', Number(tokens.toPrecision(2)));
}
