/** What is looked at of a file to tell its encoding. */
const HEAD = 4_096;
/** Share of bytes that are zero on one side of each pair, from which on a text without mark is UTF-16. */
const MOSTLY = 0.4;
/** Control characters that stand in no text: an encoding that gives some is the wrong one, or the file is no text. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * The text in a file of which nobody tells the encoding: by its byte order mark; UTF-16 without one, by where its zeros
 * stand; UTF-8 if it is that without fault; else windows-1252, which is what Latin-1 is to browsers (Encoding Standard). Undefined for what is no
 * text in any of these.
 */
export function decodeFile(bytes: Uint8Array): string | undefined {
  const label = findMark(bytes) ?? guessWide(bytes);
  // A wide text that was cut in the middle of a character is a text all the same.
  const text = label ? new TextDecoder(label).decode(bytes) : decodeNarrow(bytes);
  return CONTROLS.test(text) ? undefined : text;
}

function findMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined;
}

/** Text in Latin script as UTF-16 has a zero in nearly every pair, always on the same side; line breaks and spaces have it in every script. */
function guessWide(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, HEAD);
  const pairs = Math.floor(head.length / 2);
  if (pairs === 0) return undefined;
  let [even, odd] = [0, 0];
  for (let i = 0; i < pairs * 2; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  if (odd > pairs * MOSTLY && even === 0) return 'utf-16le';
  return even > pairs * MOSTLY && odd === 0 ? 'utf-16be' : undefined;
}

function decodeNarrow(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
