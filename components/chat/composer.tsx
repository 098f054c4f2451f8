import { ArrowUp, Square } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import { IconButton } from '../ui/icon-button';
import { forgetDraft, keepDraft, loadDraft } from './draft';

/** As in the protocol (`RunRequest`). */
const MAX_LENGTH = 100_000;

interface ComposerProps {
  /** `idle`: may send. `live`: an answer is being made. `confirm`: the reader is being asked something else. */
  state: 'idle' | 'live' | 'confirm';
  /** Pictures that the last answer is about: a question may be about them. */
  aboutPictures?: number | undefined;
  /** What is said of the message while it is written; of a draft that was there before nothing is, until it changes. */
  note?: (draft: string) => ComponentChildren;
  onSend: (text: string) => void;
  onStop: () => void;
  /** The reader has typed `/` into the empty box, which opens the saved prompts. */
  onSlash?: (() => void) | undefined;
}

/** The message box. Enter sends, Shift+Enter breaks the line; the draft survives the panel's closing. */
export function Composer({ state, aboutPictures = 0, note, onSend, onStop, onSlash }: ComposerProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(loadDraft);
  const [former] = useState(draft);

  const write = (text: string) => {
    setDraft(text);
    keepDraft(text);
  };
  const send = () => {
    const text = draft.trim();
    box.current?.focus();
    if (!text || state !== 'idle') return;
    setDraft('');
    forgetDraft();
    onSend(text);
  };
  const stop = () => {
    box.current?.focus();
    onStop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '/' && draft === '' && onSlash && state === 'idle') {
      event.preventDefault();
      return onSlash();
    }
    // Enter that confirms a word of an input method is not a wish to send.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <>
      <div class="message-box">
        <textarea
          ref={box}
          rows={1}
          dir="auto"
          maxLength={MAX_LENGTH}
          aria-label={t('chatMessage')}
          placeholder={aboutPictures > 0 ? plural('chatPlaceholderPictures', aboutPictures) : t('chatPlaceholder')}
          value={draft}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {state === 'live' && <IconButton key="stop" icon={Square} label={t('actionStop')} class="primary" onClick={stop} />}
        {state === 'idle' && (
          <IconButton
            key="send"
            icon={ArrowUp}
            label={t('actionSend')}
            class="primary"
            aria-disabled={draft.trim() === ''}
            onClick={send}
          />
        )}
      </div>
      {note?.(draft === former ? '' : draft)}
    </>
  );
}
