import { ArrowUp, Square } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { plural, t, type MessageKey } from '~/lib/i18n/message';
import { useDraft } from '../hooks/use-draft';
import { useWaiting } from '../hooks/use-waiting';
import { IconButton } from '../ui/icon-button';
import { isTooLong, MAX_LENGTH, TooLong } from './too-long';

/** UTF-16 units from which on the box has a fixed height: to lay out all of a long text with every key takes seconds. */
const LONG = 5_000;

interface ComposerProps {
  /** `idle`: may send. `live`: an answer is being made. `confirm`: the reader is being asked something else. */
  state: 'idle' | 'live' | 'confirm';
  /** The thread that is shown: each has its own draft. Undefined while it is not known. */
  threadId: string | undefined;
  /** Nothing was asked in the thread. */
  isNew: boolean;
  /** The last answer failed: what waits for it is not sent by itself. */
  failed: boolean;
  /** Pictures that the last answer is about: a question may be about them. */
  aboutPictures?: number | undefined;
  /** A passage that the reader quotes; each a new object. */
  quote?: { text: string } | undefined;
  /** What is said of the message while it is written; of a draft that was there before nothing is, until it changes. */
  note?: (draft: string) => ComponentChildren;
  /** Resolves to whether the message has arrived: if not, it is in the box again. */
  onSend: (text: string) => Promise<boolean>;
  onStop: () => void;
  /** The reader has typed `/` into the empty box, which opens the saved prompts. */
  onSlash?: (() => void) | undefined;
  /** Up in the empty box. */
  onEditLast: () => void;
}

/**
 * The message box. Enter sends, Shift+Enter breaks the line; the draft survives the panel's closing. While an answer is made a
 * message waits in the box, where it can be changed or called back, and is sent after it.
 */
export function Composer({ state, threadId, isNew, failed, aboutPictures = 0, quote, note, onSend, onStop, onEditLast, onSlash }: ComposerProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(threadId, isNew);
  const [said, setSaid] = useState<MessageKey>();
  /** Length of a text that was too long to be pasted. */
  const [refused, setRefused] = useState(0);
  const isBlank = draft.text.trim() === '';
  const waiting = useWaiting({ threadId, isNew, text: draft.text, free: state === 'idle' }, () => {
    if (failed) setSaid('chatNotSentAfterFailure');
    else if (!isBlank && !isTooLong(draft.text)) void draft.send(onSend(draft.text.trim()));
  });

  const write = (text: string) => {
    waiting.follow(text);
    draft.write(text);
    setSaid(undefined);
    setRefused(0);
  };
  const send = () => {
    box.current?.focus();
    if (isBlank) return setSaid('chatNothingToSend');
    if (isTooLong(draft.text)) return;
    setSaid(undefined);
    // Also before it is known which conversation is shown.
    if (state !== 'idle' || threadId === undefined) return waiting.begin();
    void draft.send(onSend(draft.text.trim()));
  };
  const stop = () => {
    box.current?.focus();
    onStop();
  };
  /** A text that no message can hold would only make the box slow: it stays where it comes from. */
  const takeIn = (event: Event, data: DataTransfer | null) => {
    const text = data?.getData('text/plain') ?? '';
    if (draft.text.length + text.length <= MAX_LENGTH || text.length === 0) return;
    event.preventDefault();
    setRefused(text.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === '/' && draft.text === '' && onSlash && state === 'idle') {
      event.preventDefault();
      return onSlash();
    }
    if (event.key === 'ArrowUp' && draft.text === '') {
      event.preventDefault();
      return onEditLast();
    }
    // Enter that confirms a word of an input method is not a wish to send.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

  useEffect(() => {
    if (!quote) return;
    const before = draft.text.trim() === '' ? '' : `${draft.text.trimEnd()}\n\n`;
    const text = `${before}${quote.text.split('\n').map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
    write(text);
    if (!box.current) return;
    // At once: the reader may type before it is drawn anew.
    box.current.value = text;
    box.current.focus();
    box.current.setSelectionRange(text.length, text.length);
  }, [quote]);

  return (
    <>
      {/* Above the box: it comes while the reader writes, and must not move what they are about to press. */}
      {note?.(draft.found || isTooLong(draft.text) ? '' : draft.text)}
      <div class="message-box">
        <textarea
          ref={box}
          rows={1}
          class={draft.text.length > LONG ? 'long' : undefined}
          dir="auto"
          aria-label={t('chatMessage')}
          aria-invalid={isTooLong(draft.text)}
          placeholder={aboutPictures > 0 ? plural('chatPlaceholderPictures', aboutPictures) : t('chatPlaceholder')}
          value={draft.text}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => takeIn(event, event.clipboardData)}
          onDrop={(event) => takeIn(event, event.dataTransfer)}
        />
        {state === 'live' && <IconButton key="stop" icon={Square} label={t('actionStop')} class="primary" onClick={stop} />}
        {(state === 'idle' || (state === 'live' && !isBlank && !waiting.here)) && (
          <IconButton
            key="send"
            icon={ArrowUp}
            label={t('actionSend')}
            class={state === 'idle' ? 'primary' : ''}
            aria-disabled={isBlank || isTooLong(draft.text)}
            onClick={send}
          />
        )}
      </div>
      <TooLong text={draft.text} />
      {refused > 0 && <p class="notice warn" role="alert">{t('chatPasteTooLong', refused, MAX_LENGTH)}</p>}
      <div class="message-state" role="status">
        {waiting.here && state !== 'idle' && (
          <>
            <p class="grow">{t('chatWaiting')}</p>
            <button
              type="button"
              class="button compact"
              onClick={() => {
                waiting.cancel();
                box.current?.focus();
              }}
            >
              {t('actionCancel')}
            </button>
          </>
        )}
        {said && <p>{t(said)}</p>}
      </div>
    </>
  );
}
