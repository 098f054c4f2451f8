import { Check, Copy, Eye, RotateCw, SlidersHorizontal, Type } from 'lucide-preact';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { IconButton } from '../ui/icon-button';
import type { RunText } from './run-text';

/** Milliseconds for which a copy button says that it has copied. */
const THANKS = 2_000;

interface AnswerActionsProps {
  /** The answer as Markdown; absent when there is none. */
  text: RunText | undefined;
  /** Where the answer is shown: what is copied as plain text is what a reader sees. */
  shown: RefObject<HTMLElement | null>;
  onShowSent: () => void;
  /** Absent when a notice above has the button. */
  onRetry: (() => void) | undefined;
  /** Opens and closes the options for another try. */
  onRetryWith: () => void;
  retryWithOpen: boolean;
}

/** What can be done with a finished answer. */
export function AnswerActions(props: AnswerActionsProps) {
  const [copied, setCopied] = useState<'markdown' | 'text'>();
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(undefined), THANKS);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async (kind: 'markdown' | 'text') => {
    const text = kind === 'markdown' ? (props.text?.snapshot() ?? '') : readShown(props.shown.current);
    await navigator.clipboard.writeText(text);
    setCopied(kind);
  };

  return (
    <div class="answer-actions">
      {props.text && (
        <>
          <IconButton
            icon={copied === 'markdown' ? Check : Copy}
            label={t('actionCopyAnswer')}
            onClick={() => void copy('markdown')}
          />
          <IconButton
            icon={copied === 'text' ? Check : Type}
            label={t('actionCopyText')}
            onClick={() => void copy('text')}
          />
        </>
      )}
      <IconButton icon={Eye} label={t('sentDialogTitle')} onClick={props.onShowSent} />
      <IconButton
        icon={SlidersHorizontal}
        label={t('actionRetryWith')}
        aria-expanded={props.retryWithOpen}
        onClick={props.onRetryWith}
      />
      {props.onRetry && <IconButton icon={RotateCw} label={t('actionRetry')} onClick={props.onRetry} />}
      <span class="visually-hidden" role="status">
        {copied && t('actionCopied')}
      </span>
    </div>
  );
}

/** Text as it is shown. Blocks out of sight are not laid out and would count as empty: they are, for this moment. */
function readShown(element: HTMLElement | null): string {
  if (!element) return '';
  element.classList.add('md-whole');
  const text = element.innerText;
  element.classList.remove('md-whole');
  return text;
}
