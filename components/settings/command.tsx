import { Check, Copy } from 'lucide-preact';
import { t } from '~/lib/i18n/message';
import { useCopy } from '../hooks/use-copy';
import { CopyStatus } from '../ui/copy-status';
import { IconButton } from '../ui/icon-button';

/** A command line to copy. */
export function Command({ text }: { text: string }) {
  const { copied, failed, copy } = useCopy<'command'>();
  return (
    <div class="command" dir="ltr">
      <code>{text}</code>
      <IconButton icon={copied ? Check : Copy} label={t('actionCopyCommand')} onClick={() => copy('command', text)} />
      <CopyStatus copied={copied} failed={failed} quiet />
    </div>
  );
}
