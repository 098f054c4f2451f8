import { formatMoney } from '~/lib/i18n/format';
import { t } from '~/lib/i18n/message';
import type { PictureEstimate } from '~/lib/shared/picture';

/** Who gets the pictures, and what goes with them. */
export function sayWhereTo({ host, model }: PictureEstimate): string {
  return `${model ? t('picturesSentToModel', host, model) : t('picturesSentTo', host)} ${t('picturesSentWith')}`;
}

/** What describing them comes to. */
export function sayCost({ tokens, usd }: PictureEstimate): string {
  return usd === undefined ? t('picturesTokens', tokens) : t('picturesTokensCost', tokens, formatMoney(usd));
}
