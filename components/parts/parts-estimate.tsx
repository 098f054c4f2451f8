import { formatMoney } from '~/lib/i18n/format';
import { t } from '~/lib/i18n/message';
import type { PartsReport } from '~/lib/shared/parts';

interface PartsEstimateProps {
  estimate: PartsReport['estimate'];
  /** The parts are pages, as pictures. */
  isScan?: boolean;
}

/** What reading a long text in parts comes to, or a scan. */
export function PartsEstimate({ estimate: { requests, tokens, usd }, isScan = false }: PartsEstimateProps) {
  if (isScan && tokens === 0) return <p>{t('confirmScanOcr', requests, formatMoney(usd ?? 0))}</p>;
  if (isScan) return <p>{usd === undefined ? t('confirmScan', requests, tokens) : t('confirmScanCost', requests, tokens, formatMoney(usd))}</p>;
  return <p>{usd === undefined ? t('confirmParts', requests, tokens) : t('confirmPartsCost', requests, tokens, formatMoney(usd))}</p>;
}
