/** Words that mean the same here. */
const MEANINGS: Record<string, string> = { siren: 'foghorn', sirens: 'foghorn', foghorns: 'foghorn' };
const SIZE = 256;

/** A reply of `POST /v1/embeddings` (contract section 12): texts are close that share words, or words that mean the same. Last first, since the index tells the order. */
export function embed(body: unknown): object {
  const { model = '', input = [] } = (body ?? {}) as { model?: string; input?: string | string[] };
  const texts = typeof input === 'string' ? [input] : input;
  const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: toVector(text) })).reverse();
  const tokens = texts.reduce((sum, text) => sum + Math.ceil(text.length / 4), 0);
  return { object: 'list', model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}

function toVector(text: string): number[] {
  const vector = new Array<number>(SIZE).fill(0);
  vector[0] = 1;
  const words = new Set(text.toLowerCase().match(/[a-z]{5,}/g) ?? []);
  for (const word of words) {
    const meaning = MEANINGS[word] ?? word;
    const place = 1 + [...meaning].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % (SIZE - 1), 7);
    // A rare word says more than a common one; here the foghorn is the rare one.
    vector[place] = (vector[place] ?? 0) + (meaning === 'foghorn' ? 20 : 1);
  }
  return vector;
}
