import { formatMoney } from '~/lib/i18n/format';
import { t } from '~/lib/i18n/message';
import type { PartsReport } from '~/lib/shared/parts';

/** What reading a long text in parts comes to. */
export function PartsEstimate({ estimate: { requests, tokens, usd } }: { estimate: PartsReport['estimate'] }) {
  return <p>{usd === undefined ? t('confirmParts', requests, tokens) : t('confirmPartsCost', requests, tokens, formatMoney(usd))}</p>;
}
