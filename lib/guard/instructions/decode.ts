import type { Carrier } from '~/lib/shared/guard';
import { readCiphers, readJoined } from './decoders/ciphers';
import { readEncoded } from './decoders/encodings';
import { readSigns } from './decoders/signs';
import { readSubstituted } from './decoders/substitution';
import { hasLookalikes, hasManyLookalikes, isStyled, toCyrillic, toLatin, withoutDigits } from './decoders/homoglyphs';
import { hasInvisible, isBrokenUp, readOverridden, readSmuggled, withoutInvisible } from './decoders/invisible';
import { fold } from './fold';
import { mayBeJoined, readCues } from './rules';

/** A text as rules see it, and what its words are signs of. */
export interface Folded {
  folded: string;
  cues: Uint32Array;
}

export function foldWithCues(text: string): Folded {
  const folded = fold(text);
  return { folded, cues: readCues(folded) };
}

/** One way to read a text. */
export interface Reading {
  text: string;
  /** The same folded, where that was needed already. */
  folded?: Folded;
  /** How it is written, where readers do not see it as it stands here. */
  disguise?: Carrier;
  /** It needs no more proof than hidden text: nobody writes so for readers. */
  hidden?: true;
  /** Only a few of its letters were disguised, as honest texts have them: an escape, a letter of another script. */
  partly?: true;
  /** What needed to be read are names, whose words are joined: of a switch, a function, an address. In sight they say nothing more. */
  names?: true;
}

const NOT_ASCII = /[^\0-\x7F]/;
/** Characters: shorter texts hold no code. */
const SHORTEST_CODE = 16;

/** Every way in which a text may be read: as it stands, then as each disguise of which it shows a sign. */
export function* decodings(text: string): Generator<Reading> {
  let plain = text;
  const isAscii = !NOT_ASCII.test(text);
  if (!isAscii) {
    if (hasInvisible(text)) {
      plain = withoutInvisible(text);
      const { tags, other } = readSmuggled(text);
      if (tags) yield { text: tags, disguise: 'unicode-tags', hidden: true };
      for (const spelled of other) yield { text: spelled, disguise: 'invisible-characters', hidden: true };
      if (/[\u202D\u202E]/.test(text)) yield { text: withoutInvisible(readOverridden(text)), disguise: 'bidirectional', hidden: true };
      if (isBrokenUp(text)) yield { text: plain, disguise: 'invisible-characters', hidden: true };
    }
    if (isStyled(plain)) yield { text: toLatin(plain.normalize('NFKC')), disguise: 'homoglyphs', hidden: true };
  }
  const folded = foldWithCues(plain);
  yield { text: plain, folded };
  if (!isAscii && hasLookalikes(plain)) {
    const partly = hasManyLookalikes(plain) ? {} : ({ partly: true } as const);
    yield { text: toLatin(plain), disguise: 'homoglyphs', hidden: true, ...partly };
    const cyrillic = toCyrillic(plain);
    if (cyrillic) yield { text: cyrillic, disguise: 'homoglyphs', hidden: true, ...partly };
  }
  const lettered = withoutDigits(plain);
  if (lettered) yield { text: lettered, disguise: 'homoglyphs', hidden: true };
  if (plain.length < SHORTEST_CODE) return;
  // A text with a few escapes reads as itself.
  for (const decoded of readEncoded(plain)) yield { ...decoded, disguise: 'encoded', ...(decoded.partly ? {} : { hidden: true }) };
  for (const decoded of readSigns(plain)) yield { text: decoded, disguise: 'encoded', hidden: true };
  for (const decoded of readSubstituted(plain)) yield { text: decoded, disguise: 'encoded', hidden: true };
  for (const decoded of readCiphers(plain)) yield { text: decoded, disguise: 'encoded', hidden: true };
  // So does one in which words are joined.
  const joined = mayBeJoined(folded.cues) ? readJoined(plain) : undefined;
  if (joined) yield { text: joined.text, disguise: 'encoded', partly: true, ...(joined.names ? { names: true } : {}) };
}
