import { t } from '~/lib/i18n/message';
import type { Engine } from '~/lib/shared/settings';

/** The engines a reader can choose by name; the built-in model only where the browser has one. */
export function engineOptions(browserEngine: boolean): { value: Engine; label: string }[] {
  const server = { value: 'server' as const, label: t('optionsEngineServer') };
  const device = { value: 'device' as const, label: t('optionsEngineDevice') };
  const browser = { value: 'browser' as const, label: t('optionsEngineBrowser') };
  return browserEngine ? [server, device, browser] : [server, device];
}
