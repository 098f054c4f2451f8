import type { Span } from './span';

const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}))*\.(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})/u;
/** `picture@2x.png` is a file. */
const FILE = /^\d+(?:\.\d+)?x\.(?:png|jpe?g|gif|svg|webp|avif)$/i;
/** Signs that an address may hold, and texts hold around one. */
const AROUND = /^[.'`*_{|}~/=?&#!$%^-]+/;
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;

/** E-mail addresses (RFC 5321 without quoted names), also with letters of other scripts. Looks around each `@` only. */
export function findEmails(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < MAX_LOCAL && LOCAL.test(text.charAt(start - 1))) start--;
    start += AROUND.exec(text.slice(start, at))?.[0].length ?? 0;
    // In an address of the web the name follows a sign that an e-mail address could hold, too: `?mail=anna@…`
    const inside = text.slice(start, at);
    start += Math.max(inside.lastIndexOf('='), inside.lastIndexOf('/'), inside.lastIndexOf('&')) + 1;
    const local = text.slice(start, at);
    const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + MAX_DOMAIN))?.[0];
    if (!local || !domain || local.endsWith('.') || local.includes('..') || text.charAt(start - 1) === '@' || local === 'git' || FILE.test(domain)) continue;
    spans.push({ kind: 'e-mail', start, end: at + 1 + domain.length });
  }
  return spans;
}
