/** What keys look like in the wild; servers echo them, whole or shortened, when they refuse them. */
const KEY_LIKE = /\b(?:sk|pk|rk|key|gsk|xai)[-_][\w*.-]{6,}|\bBearer\s+\S+/gi;

/** The text without the key, nor anything that looks like one. For every word of a server that is kept or shown. */
export function redact(text: string, key: string | undefined): string {
  const trimmed = key?.trim();
  const plain = trimmed ? text.replaceAll(trimmed, '[key]') : text;
  return plain.replace(KEY_LIKE, '[key]');
}
