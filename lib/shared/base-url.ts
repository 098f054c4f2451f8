import { AppError, type ErrorReason } from './app-error';
import { parseUrl } from './url';

/** Hosts whose API does not stand at `/v1`, for an address typed without a path. */
const API_PATHS: Record<string, string> = { 'openrouter.ai': '/api/v1', 'api.perplexity.ai': '' };

/** Routes that people copy together with the base URL. */
const ROUTES = /(?:\/(?:chat\/completions|completions|responses|messages|embeddings|models|tts|audio\/speech))+$/;

/**
 * The base URL meant by what a reader typed, without a trailing slash: `localhost:11434` becomes
 * `http://localhost:11434/v1`, `https://api.aimlapi.com/v1/chat/completions` becomes `https://api.aimlapi.com/v1`.
 * A missing scheme is `http` for hosts of this machine and of a private network, else `https`; an address without a
 * path gets the API's usual one. Query and hash are dropped.
 *
 * @throws AppError `bad-base-url`: no address, not http(s), a name or password inside it, or plain http to a public
 *   host, where key and page text would travel readable.
 */
export function normalizeBaseUrl(input: string): string {
  const url = readAddress(input.trim());
  if (url.username || url.password) refuse('credentials', url.host);
  if (url.protocol === 'http:' && !isPrivateHost(url.hostname)) {
    refuse('no-encryption', url.host);
  }
  const path = url.pathname.replace(/\/+/g, '/').replace(/\/$/, '').replace(ROUTES, '').replace(/(\/v\d+)\1+$/, '$1');
  return `${url.protocol}//${url.host}${path || (API_PATHS[url.hostname] ?? '/v1')}`;
}

function readAddress(text: string): URL {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  // `http:///x` would pass for the host `x`.
  const assumed = /:\/\/\//.test(text) ? undefined : parseUrl(hasScheme ? text : `https://${text}`);
  const isHttp = assumed?.protocol === 'https:' || assumed?.protocol === 'http:';
  if (!assumed || !isHttp || assumed.hostname === '') refuse();
  if (hasScheme || !isPrivateHost(assumed.hostname)) return assumed;
  // Parsed anew: an explicit `:443` would have been dropped as the default port of https.
  return parseUrl(`http://${text}`) ?? refuse();
}

function refuse(reason?: ErrorReason, host?: string): never {
  throw new AppError('bad-base-url', { ...(reason ? { reason } : {}), ...(host ? { host } : {}) });
}

/** Whether the server runs on this machine: no key needed, nothing leaves the computer. */
export function isLoopback(baseUrl: string): boolean {
  const host = parseUrl(baseUrl)?.hostname;
  return host !== undefined && isLoopbackHost(host);
}

/** Whether the address lies on this machine or in a private network, where the public cannot reach it. */
export function isPrivate(address: string): boolean {
  const host = parseUrl(address)?.hostname;
  return host !== undefined && isPrivateHost(host);
}

/** Host and port as readers know them, e.g. `api.aimlapi.com` or `localhost:11434`. */
export function hostOf(baseUrl: string): string {
  return parseUrl(baseUrl)?.host ?? '';
}

/** The match pattern whose permission a call to `baseUrl` needs, e.g. `https://api.aimlapi.com/*`; patterns have no ports. */
export function originPattern(baseUrl: string): string {
  const url = parseUrl(baseUrl) ?? refuse();
  return `${url.protocol}//${url.hostname}/*`;
}

function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * This machine or a private network: RFC 1918, link-local (RFC 3927, 4291), carrier-grade NAT as overlay networks use
 * it (RFC 6598), unique local IPv6 (RFC 4193), names that public DNS does not resolve. `URL` has already turned
 * spellings such as `0x7f.1` into dotted decimals.
 */
export function isPrivateHost(host: string): boolean {
  if (isLoopbackHost(host)) return true;
  if (host.startsWith('[')) return /^\[(f[cd]|fe[89ab])/.test(host);
  const ip = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (!ip) return !host.includes('.') || /\.(local|lan|internal|home\.arpa)$/.test(host);
  const [a, b] = [Number(ip[1]), Number(ip[2])];
  return a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254)
    || (a === 100 && b >= 64 && b < 128);
}
