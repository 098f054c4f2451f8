/** A fresh delimiter for text that a model is to take as data: 128 random bits, which no page can guess. */
export function makeBoundary(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Puts data between delimiters. Should the delimiter occur in the data, in any case, it is taken out. `name` says what is quoted. */
export function quoteData(data: string, boundary: string, name = 'page'): string {
  const inside = data.replace(new RegExp(boundary.replace(/\W/g, '\\$&'), 'gi'), ' ');
  return `<${name}-${boundary}>\n${inside}\n</${name}-${boundary}>`;
}
