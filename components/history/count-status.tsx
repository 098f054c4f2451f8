import { useEffect, useState } from 'preact/hooks';
import { plural, t } from '~/lib/i18n/message';
import type { Listing } from './history-store';

/** Milliseconds of rest after which a count is said: nobody wants to hear one for each letter. */
const REST = 700;

/** Says how many conversations there are, once the reader stops typing. */
export function CountStatus({ listing: { query, total } }: { listing: Listing }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (total === undefined) return undefined;
    const text = total === 0 && query.trim() ? t('historyNothingFound') : plural('historyCount', total);
    const timer = setTimeout(() => setSaid(text), REST);
    return () => clearTimeout(timer);
  }, [query, total]);
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  );
}
