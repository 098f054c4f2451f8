import { t } from '~/lib/i18n/message';
import type { Copying } from '../hooks/use-copy';

interface CopyStatusProps extends Pick<Copying<string>, 'copied' | 'failed'> {
  /** Success is seen elsewhere, such as on the button, and only needs to be heard. */
  quiet?: boolean;
}

/** Says that something was copied, or that it could not be and what to do instead. */
export function CopyStatus({ copied, failed, quiet = false }: CopyStatusProps) {
  return (
    <span class={quiet && !failed ? 'visually-hidden' : 'copy-status'} role="status">
      {failed ? t('copyFailed') : copied && t('actionCopied')}
    </span>
  );
}
