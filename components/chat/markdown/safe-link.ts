/** Where a link of model output may lead: the web and a mail program, nowhere else. */
const SCHEMES = new Set(['https:', 'http:', 'mailto:']);

export interface SafeLink {
  href: string;
  /** Host as the browser reads it (punycode for international names), or the mail address. */
  host: string;
}

/** The link if it is absolute and of a scheme that cannot run code, else `undefined`. */
export function readSafeLink(address: string): SafeLink | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!SCHEMES.has(url.protocol)) return undefined;
  return { href: url.href, host: url.protocol === 'mailto:' ? url.pathname : url.host };
}

/** Whether the text of a link already tells where it leads, so that the host need not be added. */
export function namesHost(text: string, link: SafeLink): boolean {
  const shown = text.trim();
  if (shown === link.host || shown === link.href) return true;
  return URL.canParse(shown) && new URL(shown).host === link.host;
}
