import { Check, Copy } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { IconButton } from '../ui/icon-button';

/** A command line to copy. */
export function Command({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div class="command" dir="ltr">
      <code>{text}</code>
      <IconButton icon={copied ? Check : Copy} label={t('actionCopyCommand')} onClick={() => void copy()} />
      <span class="visually-hidden" role="status">
        {copied && t('actionCopied')}
      </span>
    </div>
  );
}
