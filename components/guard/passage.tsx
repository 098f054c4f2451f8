import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';

/** Scrolls to a passage of the page; resolves to whether it is still there. */
export type ShowPassage = (quote: string) => Promise<boolean>;

interface PassageProps {
  /** Words of the page: shown as text, whatever they say. */
  text: string;
  /** What is the matter with them. */
  label: string;
  onShow?: ShowPassage | undefined;
}

/** A passage of a page, with the way to it. */
export function Passage({ text, label, onShow }: PassageProps) {
  /** Whether it was there when the reader asked last. */
  const [shown, setShown] = useState<boolean>();
  const show = async () => {
    setShown(undefined);
    setShown(await onShow?.(text));
  };
  return (
    <li>
      <strong>{label}</strong>
      <q dir="auto">{text}</q>
      {onShow && (
        <button
          type="button"
          class="link-button"
          onClick={() => void show()}
          aria-label={t('passageShowLabel', label)}
        >
          {t('passageShow')}
        </button>
      )}
      <span role="status">{shown === false && t('passageGone')}</span>
      <span role="status" class="visually-hidden">{shown && t('passageShown')}</span>
    </li>
  );
}
