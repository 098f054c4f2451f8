import { fakeBrowser } from 'wxt/testing/fake-browser';
import messages from '~/public/_locales/en/messages.json';

/** Makes `t` answer with the English messages, as the browser would. */
export function useMessages(): void {
  const texts: Record<string, { message: string }> = messages;
  Object.assign(fakeBrowser.i18n, {
    getUILanguage: () => 'en-GB',
    getMessage: (key: string, substitutions: string[] = []) =>
      (texts[key]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => substitutions[Number(digit) - 1] ?? ''),
  });
}
