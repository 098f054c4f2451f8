import { cutPassage, findQuote, type QuotedText } from '~/lib/guard/find-quote';
import type { UnsafePassage, Verdict } from '~/lib/shared/guard';

type Unsafe = Extract<Verdict, { kind: 'unsafe' }>;

/** Requests that may be spent on finding out what in one part is unsafe: enough to halve 128 paragraphs down to one. */
const MOST_FOR_ONE = 14;
/** Passages of one part that are told. */
const MOST_PASSAGES = 5;

export interface PassageSearch {
  /** The page's own texts. */
  texts: readonly QuotedText[];
  /** Asks the guard again, about less. */
  judge(text: string): Promise<Verdict>;
  /** Takes one request out of what all parts together may spend; false when nothing is left. */
  spend(): boolean;
}

/**
 * What in an unsafe part of a page is unsafe: what the guard quotes, as far as the page does hold it; where it quotes
 * nothing (classifiers never do), the smallest pieces of the part that are unsafe by themselves, by judging halves.
 */
export async function findPassages(search: PassageSearch, part: { text: string }, verdict: Unsafe, quotes: readonly string[]): Promise<UnsafePassage[]> {
  const quoted = quotes.flatMap((quote) => findQuote(search.texts, quote) ?? []);
  if (quoted.length > 0) return quoted.slice(0, MOST_PASSAGES).map((passage) => ({ ...passage, hazards: verdict.hazards }));
  let left = MOST_FOR_ONE;
  const judge = async (text: string) => (left-- > 0 && search.spend() ? search.judge(text) : undefined);
  const found = await narrow(splitPieces(part.text), verdict, judge);
  return found.slice(0, MOST_PASSAGES).map(({ text, hazards }) => ({ ...place(search.texts, text), hazards }));
}

interface Narrowed {
  text: string;
  hazards: Unsafe['hazards'];
}

const GAP = '\n\n';

function splitPieces(text: string): string[] {
  return text.split(GAP).filter((piece) => piece.trim());
}

async function narrow(pieces: readonly string[], { hazards }: Unsafe, judge: (text: string) => Promise<Verdict | undefined>): Promise<Narrowed[]> {
  const whole = [{ text: pieces.join(GAP), hazards }];
  if (pieces.length < 2) return whole;
  const middle = Math.ceil(pieces.length / 2);
  const halves = [pieces.slice(0, middle), pieces.slice(middle)];
  const verdicts = await Promise.all(halves.map((half) => judge(half.join(GAP))));
  const unsafe = halves.flatMap((half, i) => {
    const verdict = verdicts[i];
    return verdict?.kind === 'unsafe' ? [{ half, verdict }] : [];
  });
  // Only together are they unsafe, or there is no telling.
  if (unsafe.length === 0) return whole;
  const found: Narrowed[] = [];
  for (const { half, verdict } of unsafe) found.push(...(await narrow(half, verdict, judge)));
  return found;
}

/** The passage as it is shown, with the block that it begins in. */
function place(texts: readonly QuotedText[], text: string): { quote: string; blockId?: string } {
  const [first = ''] = splitPieces(text);
  const quote = cutPassage(first);
  return findQuote(texts, quote) ?? { quote };
}
