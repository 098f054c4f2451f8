/**
 * Text of a fetched document, by the encoding its byte order mark, its HTTP header or (for HTML) its first 1,024
 * bytes name, in that order; UTF-8 without any (HTML standard, "encoding sniffing algorithm", shortened).
 */
export function decodeText(bytes: Uint8Array, contentType: string, html: boolean): string {
  const label = byteOrderMark(bytes) ?? named(contentType) ?? (html ? declared(bytes) : undefined) ?? 'utf-8';
  return decoder(label).decode(bytes);
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return undefined;
}

function named(text: string): string | undefined {
  return /charset\s*=\s*["']?([\w:.-]+)/i.exec(text)?.[1];
}

function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const meta = head.match(/<meta[^>]*>/gi)?.find((tag) => /charset/i.test(tag));
  const label = meta && named(meta);
  // A document that can be read so far is not UTF-16, whatever it says (same section of the standard).
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
