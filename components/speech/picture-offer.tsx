import { useRef } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import type { PlayerState } from '~/lib/shared/player';
import type { PlayerActions } from '../hooks/use-player';
import { sayCost, sayWhereTo } from '../pictures/say-estimate';
import { ErrorNotice } from '../ui/error-notice';

interface PictureOfferProps {
  offer: NonNullable<PlayerState['pictures']>;
  actions: PlayerActions;
}

/**
 * Says that pictures without description are passed over, and why; one press shows what describing them comes to, another
 * has it done while the text is read.
 */
export function PictureOffer({ offer: { missing, reason, estimate }, actions }: PictureOfferProps) {
  const section = useRef<HTMLElement>(null);
  /** The pressed button goes away. */
  const decide = (choice: 'estimate' | 'describe' | 'skip') => () => {
    section.current?.focus();
    actions.decidePictures(choice);
  };
  const isQuestion = reason.code === 'not-accepted';
  return (
    <section ref={section} class="confirm" tabIndex={-1} aria-label={t('listenPictures')}>
      <div role="status" class="stack">
        <p>{estimate ? plural('picturesAsk', estimate.pictures) : plural('playerPictures', missing)}</p>
        {estimate && <p>{sayWhereTo(estimate)}</p>}
        {estimate && <p class="picture-cost">{sayCost(estimate)}</p>}
      </div>
      {!isQuestion && <ErrorNotice error={reason} remedies={{ retry: decide('describe') }} />}
      <div class="row wrap">
        {isQuestion && (
          <button type="button" class="button primary" onClick={decide(estimate ? 'describe' : 'estimate')}>
            {t(estimate ? 'actionStart' : 'playerPicturesDescribe')}
          </button>
        )}
        <button type="button" class="button" onClick={decide('skip')}>
          {t('playerPicturesSkip')}
        </button>
      </div>
    </section>
  );
}
