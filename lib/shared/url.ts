/** The address, or undefined when it is none. */
export function parseUrl(text: string): URL | undefined {
  return URL.parse(text) ?? undefined;
}

/** `https://host[:port]` of a web address; undefined for anything but http and https. */
export function webOrigin(text: string): string | undefined {
  const url = parseUrl(text);
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}
