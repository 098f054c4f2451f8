import { isLoopback, isPrivateHost } from './base-url';
import { parseUrl, webOrigin } from './url';

/** Addresses that a server takes; longer ones are mostly data in disguise. */
const MAX_LENGTH = 4_000;

/**
 * Whether an address may be handed to a server, for it to fetch: `https:` on the public internet, without a name or
 * password in it. Addresses of this machine and of private networks would be the server's own, if anything.
 */
export function isPublicAddress(address: string): boolean {
  const url = parseUrl(address);
  if (!url || url.protocol !== 'https:' || address.length > MAX_LENGTH) return false;
  return !url.username && !url.password && isPublicHost(url.hostname);
}

/**
 * Whether a page may have Docent fetch an address with the rights its reader gave it: the public internet any page, what
 * lies nearer (a private network, this machine) only a page that lies as near. Docent's standing permission for servers on
 * this machine would otherwise let every page of the web show their answers to a model.
 * (As "Local Network Access" orders addresses.)
 */
export function mayLeadTo(address: string, page: string): boolean {
  return nearness(page) >= nearness(address);
}

function nearness(address: string): number {
  if (isLoopback(address)) return 2;
  const origin = webOrigin(address);
  return origin && !isPublicHost(new URL(origin).hostname) ? 1 : 0;
}

/** A name that public DNS resolves, or an address that is routed there (RFC 6890, RFC 4291; names of RFC 6761, 6762). */
function isPublicHost(host: string): boolean {
  if (isPrivateHost(host)) return false;
  if (host.startsWith('[')) return /^\[[23]/.test(host) && !/^\[2001:db8:/.test(host);
  const ip = /^(\d+)\.(\d+)\.(\d+)\.\d+$/.exec(host);
  if (!ip) return !/\.(test|invalid|onion|localdomain|home|corp|intranet|private)\.?$/.test(host) && !isPrivateHost(host.replace(/\.$/, ''));
  const [a, b, c] = ip.slice(1).map(Number);
  return a !== 0 && Number(a) < 224 && !(a === 192 && b === 0 && (c === 0 || c === 2)) && !(a === 198 && (b === 18 || b === 19 || b === 51)) && !(a === 203 && b === 0 && c === 113);
}
