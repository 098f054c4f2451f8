import { Check, Copy, Pencil } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { ALT_TEXT_LENGTH, type PictureProgress } from '~/lib/shared/picture';
import { GuardNotes } from '../guard/guard-notes';
import { isOwnFault } from '../hooks/batch-state';
import { useCopy } from '../hooks/use-copy';
import { useKeyed } from '../hooks/use-keyed';
import { CopyStatus } from '../ui/copy-status';
import { describeError } from '../ui/error-messages';
import { IconButton } from '../ui/icon-button';
import { useBoard } from './picture-context';

/** Docent's description of a picture, or how far it is; nothing before it was asked for. */
export function PictureDescription({ id }: { id: string }) {
  const { progress, wordings, added } = useBoard();
  const item = useKeyed(progress, id);
  const inPage = useKeyed(added, id);
  const wording = useKeyed(wordings, id);
  const text = wording ?? item?.text ?? inPage;
  if (item?.state === 'waiting' || item?.state === 'working') {
    return (
      <p class="picture-state">
        {item.state === 'working' && <span class="spinner" />}
        {t(item.state === 'working' ? 'pictureWorking' : 'pictureWaiting')}
      </p>
    );
  }
  return (
    <>
      {item?.guard && <GuardNotes notes={item.guard} />}
      {item && sayEnd(item)}
      {text !== undefined && <Description id={id} text={text} inPage={inPage} animated={item?.animated ?? false} />}
    </>
  );
}

/** Why there is no description although one was asked for. */
function sayEnd({ state, error }: PictureProgress) {
  if (state === 'stopped') return <p class="picture-state">{t('answerStopped')}</p>;
  if (state !== 'failed') return null;
  // What is wrong with server or settings is said once, above the list.
  return <p class="picture-state picture-failed">{error && isOwnFault(error) ? describeError(error) : t('pictureFailed')}</p>;
}

interface DescriptionProps {
  id: string;
  text: string;
  /** What the page holds now. */
  inPage: string | undefined;
  animated: boolean;
}

function Description({ id, text, inPage, animated }: DescriptionProps) {
  const { wordings, add } = useBoard();
  const [editing, setEditing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { copied, failed, copy } = useCopy<'text'>();
  const isAdded = inPage !== undefined && inPage === text.trim();
  useEffect(() => {
    if (editing) field.current?.focus();
  }, [editing]);
  return (
    <div class="picture-description">
      <p class="picture-mark">{t('pictureByAi')}</p>
      {editing ? (
        <textarea
          ref={field}
          class="input"
          rows={2}
          dir="auto"
          maxLength={ALT_TEXT_LENGTH * 8}
          aria-label={t('pictureDescription')}
          value={text}
          onInput={(event) => wordings.set(id, event.currentTarget.value)}
        />
      ) : (
        <p class="picture-text" dir="auto">
          {text}
        </p>
      )}
      {animated && <p class="small">{t('pictureAnimated')}</p>}
      <div class="picture-foot">
        {/* One button all along: the focus stays where it is when its work is done. */}
        <button
          type="button"
          class={isAdded ? 'button compact quiet' : 'button compact'}
          aria-disabled={isAdded || text.trim() === ''}
          onClick={() => !isAdded && add([id])}
        >
          {isAdded && <Check class="icon" />}
          {t(isAdded ? 'pictureInPage' : 'actionAddToPage')}
        </button>
        <IconButton icon={Pencil} label={t('pictureEdit')} aria-expanded={editing} onClick={() => setEditing(!editing)} />
        <IconButton icon={copied ? Check : Copy} label={t('pictureCopy')} onClick={() => copy('text', text)} />
        <CopyStatus copied={copied} failed={failed} quiet />
      </div>
    </div>
  );
}
