import { AppError } from '~/lib/shared/app-error';
import { parseUrl } from '~/lib/shared/url';

/** Sites on which the browser runs no extension. */
const CHROMIUM_HOSTS = /^(chromewebstore\.google\.com|microsoftedge\.microsoft\.com)$/;
/** The default of Firefox's `extensions.webextensions.restrictedDomains`. */
const FIREFOX_HOSTS =
  /^(accounts-static\.cdn|addons\.cdn|content\.cdn|install|support|addons|discovery\.addons)\.mozilla\.(org|net)$|^((api|oauth|profile)\.)?accounts\.firefox\.com$|^sync\.services\.mozilla\.com$/;

/**
 * Why a page cannot be read, as far as its address tells: `page-forbidden`, or undefined. Settings pages, other
 * extensions, `view-source:`, developer tools and web stores are closed to every extension.
 */
export function findBlock(address: string, firefox: boolean): AppError | undefined {
  // Without permission the browser does not even tell the address; reading will say what is missing.
  if (!address) return undefined;
  const url = parseUrl(address);
  const open = url && /^(https?|file):$/.test(url.protocol) && !isStore(url, firefox);
  return open ? undefined : new AppError('page-forbidden');
}

function isStore(url: URL, firefox: boolean): boolean {
  if (firefox) return FIREFOX_HOSTS.test(url.hostname);
  return (
    (CHROMIUM_HOSTS.test(url.hostname) && (url.hostname.startsWith('chrome') || url.pathname.startsWith('/addons'))) ||
    (url.hostname === 'chrome.google.com' && url.pathname.startsWith('/webstore'))
  );
}
