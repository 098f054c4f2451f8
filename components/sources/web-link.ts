/** The address of a page of the web; none for what could run code or lead elsewhere. */
export function readWebLink(address: string): { href: string; host: string } | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href, host } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? { href, host } : undefined;
}

/** Words at each end of a passage by which a browser finds it. */
const WORDS = 8;

/** The address of a page at a passage in it: a page of a document, or the words, which the browser marks (https://wicg.github.io/scroll-to-text-fragment/). */
export function linkToPassage(address: string, { quote, page }: { quote: string; page?: number | undefined }): string | undefined {
  const link = readWebLink(address);
  if (!link) return undefined;
  const bare = link.href.replace(/#.*$/, '');
  if (page !== undefined) return `${bare}#page=${page}`;
  const words = quote.split(' ');
  const encode = (part: readonly string[]) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D');
  const ends = words.length > 2 * WORDS ? [words.slice(0, WORDS), words.slice(-WORDS)] : [words];
  return `${bare}#:~:text=${ends.map(encode).join(',')}`;
}
