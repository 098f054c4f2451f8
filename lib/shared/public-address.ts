import { isPrivateHost } from './base-url';
import { parseUrl } from './url';

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

/** A name that public DNS resolves, or an address that is routed there (RFC 6890, RFC 4291; names of RFC 6761, 6762). */
function isPublicHost(host: string): boolean {
  if (isPrivateHost(host)) return false;
  if (host.startsWith('[')) return /^\[[23]/.test(host) && !/^\[2001:db8:/.test(host);
  const ip = /^(\d+)\.(\d+)\.(\d+)\.\d+$/.exec(host);
  if (!ip) return !/\.(test|invalid|onion|localdomain|home|corp|intranet|private)\.?$/.test(host) && !isPrivateHost(host.replace(/\.$/, ''));
  const [a, b, c] = ip.slice(1).map(Number);
  return a !== 0 && Number(a) < 224 && !(a === 192 && b === 0 && (c === 0 || c === 2)) && !(a === 198 && (b === 18 || b === 19 || b === 51)) && !(a === 203 && b === 0 && c === 113);
}
