import { Check, Copy, Eye, RotateCw, SlidersHorizontal, TextQuote, Type, Volume2 } from 'lucide-preact';
import type { RefObject } from 'preact';
import { t } from '~/lib/i18n/message';
import type { PageDocument } from '~/lib/shared/page-content';
import type { Run } from '~/lib/shared/run';
import { useCopy } from '../hooks/use-copy';
import { CopyStatus } from '../ui/copy-status';
import { IconButton } from '../ui/icon-button';
import { copyOf } from './answer-text';
import type { RunText } from './run-text';

interface AnswerActionsProps {
  /** The answer as Markdown; absent when there is none. */
  text: RunText | undefined;
  sources: Run['sources'];
  /** What the answer is about, where that is several documents. */
  documents: readonly PageDocument[] | undefined;
  /** Where the answer is shown: what is copied as plain text is what a reader sees. */
  shown: RefObject<HTMLElement | null>;
  /** The answer still grows: it can be listened to, the rest waits for its end. */
  live: boolean;
  /** Absent for what is no text to listen to. */
  onReadAloud: (() => void) | undefined;
  /** Absent where there is no message box, and for what is no text. */
  onQuote: ((text: string) => void) | undefined;
  onShowSent: () => void;
  /** Absent when a notice above has the button. */
  onRetry: (() => void) | undefined;
  /** Opens and closes the options for another try. */
  onRetryWith: () => void;
  retryWithOpen: boolean;
}

/** What can be done with an answer. */
export function AnswerActions(props: AnswerActionsProps) {
  return (
    <div class="answer-actions">
      {props.onReadAloud && <IconButton key="listen" icon={Volume2} label={t('actionReadAnswer')} onClick={props.onReadAloud} />}
      {!props.live && <FinishedActions {...props} />}
    </div>
  );
}

function FinishedActions(props: AnswerActionsProps) {
  const { copied, failed, copy } = useCopy<'markdown' | 'text'>();
  return (
    <>
      {props.text && (
        <>
          <IconButton
            icon={copied === 'markdown' ? Check : Copy}
            label={t('actionCopyAnswer')}
            onClick={() => copy('markdown', copyOf(props.text?.snapshot() ?? '', props.sources, props.documents))}
          />
          <IconButton
            icon={copied === 'text' ? Check : Type}
            label={t('actionCopyText')}
            onClick={() => copy('text', readShown(props.shown.current))}
          />
        </>
      )}
      {props.onQuote && (
        <IconButton
          icon={TextQuote}
          label={t('actionQuote')}
          // What is selected stays selected.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onQuote?.(readSelected(props.shown.current) || (props.text?.snapshot() ?? ''))}
        />
      )}
      <IconButton icon={Eye} label={t('sentDialogTitle')} onClick={props.onShowSent} />
      <IconButton
        icon={SlidersHorizontal}
        label={t('actionRetryWith')}
        aria-expanded={props.retryWithOpen}
        onClick={props.onRetryWith}
      />
      {props.onRetry && <IconButton icon={RotateCw} label={t('actionRetry')} onClick={props.onRetry} />}
      <CopyStatus copied={copied} failed={failed} quiet />
    </>
  );
}

/** What of it the reader has selected; empty where that is nothing, or reaches beyond it. */
function readSelected(element: HTMLElement | null): string {
  const selection = getSelection();
  const isInside = element?.contains(selection?.anchorNode ?? null) && element.contains(selection?.focusNode ?? null);
  return isInside ? String(selection).trim() : '';
}

/** Text as it is shown. Blocks out of sight are not laid out and would count as empty: they are, for this moment. */
function readShown(element: HTMLElement | null): string {
  if (!element) return '';
  element.classList.add('md-whole');
  const text = element.innerText;
  element.classList.remove('md-whole');
  return text;
}
