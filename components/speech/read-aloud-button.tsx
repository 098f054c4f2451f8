import { ChevronDown, Volume2 } from 'lucide-preact';
import { t } from '~/lib/i18n/message';
import { IconButton } from '../ui/icon-button';

export interface ReadAloudButtonProps {
  look: 'job' | 'chip';
  onPress: () => void;
  /** Pointer or focus has come to it. */
  onNear: () => void;
  /** It goes down; whether it is pressed shows when it comes up. */
  onDown: () => void;
  /** Opens and closes the other ways to read; `button`: for the focus to come back to. */
  onWays: (button: HTMLElement) => void;
  waysOpen: boolean;
}

/** The third job, and beside it the other ways to do it. */
export function ReadAloudButton({ look, onPress, onNear, onDown, onWays, waysOpen }: ReadAloudButtonProps) {
  return (
    <span class={`read-aloud read-aloud-${look}`}>
      <button type="button" class={look} onPointerEnter={onNear} onFocus={onNear} onPointerDown={({ button }) => button === 0 && onDown()} onClick={onPress}>
        <Volume2 class="icon" />
        {t('actionReadAloud')}
      </button>
      <IconButton
        icon={ChevronDown}
        label={t('listenWays')}
        aria-expanded={waysOpen}
        onClick={(event) => onWays(event.currentTarget)}
      />
    </span>
  );
}
