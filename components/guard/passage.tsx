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
  const [isGone, setGone] = useState(false);
  return (
    <li>
      <strong>{label}</strong>
      <q dir="auto">{text}</q>
      {onShow && (
        <button
          type="button"
          class="link-button"
          onClick={() => void onShow(text).then((found) => setGone(!found))}
          aria-label={t('passageShowLabel', label)}
        >
          {t('passageShow')}
        </button>
      )}
      <span role="status">{isGone && t('passageGone')}</span>
    </li>
  );
}
