import { Check, Undo2 } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { PictureRef } from '~/lib/shared/picture';
import type { RunActions } from '../hooks/use-runs';
import type { RunText } from './run-text';

interface AddAnswerProps {
  picture: PictureRef;
  text: RunText;
  actions: RunActions;
}

/** Writes an alternative text into the page, and takes it back. */
export function AddAnswer({ picture, text, actions }: AddAnswerProps) {
  const [added, setAdded] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const put = async () => setAdded(await actions.addToPage(picture, text.snapshot().trim()));
  const remove = async () => {
    add.current?.focus();
    setAdded(!(await actions.removeFromPage()));
  };
  return (
    <div class="row wrap">
      <button
        ref={add}
        type="button"
        class={added ? 'button compact quiet' : 'button compact'}
        aria-disabled={added}
        onClick={() => !added && void put()}
      >
        {added && <Check class="icon" />}
        {t(added ? 'pictureInPage' : 'actionAddToPage')}
      </button>
      {added && (
        <button type="button" class="button compact" onClick={() => void remove()}>
          <Undo2 class="icon icon-directed" />
          {t('picturesRemove')}
        </button>
      )}
    </div>
  );
}
