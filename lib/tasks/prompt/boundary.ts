/** A fresh delimiter for page text: 128 random bits, which no page can guess. */
export function makeBoundary(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Puts data between delimiters. Should the delimiter occur in the data, in any case, it is taken out. */
export function quoteData(data: string, boundary: string): string {
  const inside = data.replace(new RegExp(boundary.replace(/\W/g, '\\$&'), 'gi'), ' ');
  return `<page-${boundary}>\n${inside}\n</page-${boundary}>`;
}
