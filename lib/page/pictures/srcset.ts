/** One address of a set, with the size that its author gives. */
export interface Candidate {
  url: string;
  /** Pixels (`w` descriptor). */
  width?: number;
  /** Pixels a CSS pixel (`x` descriptor); 1 when nothing is said. */
  density?: number;
}

/** Reads a `srcset` by the rules of the HTML standard ("Parsing a srcset attribute"); what breaks them is left out. */
export function parseSrcset(input: string): Candidate[] {
  const candidates: Candidate[] = [];
  const word = /[\s,]*(\S+)/y;
  let at = 0;
  for (;;) {
    word.lastIndex = at;
    const match = word.exec(input);
    let url = match?.[1] ?? '';
    // Only commas are left.
    if (/^,*$/.test(url)) break;
    at = word.lastIndex;
    let descriptors: string[] = [];
    if (url.endsWith(',')) url = url.replace(/,+$/, '');
    else ({ descriptors, at } = readDescriptors(input, at));
    const candidate = toCandidate(url, descriptors);
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}

/** White space parts descriptors and a comma ends them, except within parentheses. */
function readDescriptors(input: string, from: number): { descriptors: string[]; at: number } {
  const descriptors: string[] = [];
  let current = '';
  let depth = 0;
  let at = from;
  for (; at < input.length; at++) {
    const letter = input[at] as string;
    if (depth === 0 && letter === ',') break;
    if (letter === '(') depth++;
    else if (letter === ')' && depth > 0) depth--;
    if (depth === 0 && /\s/.test(letter)) {
      if (current) descriptors.push(current);
      current = '';
    } else current += letter;
  }
  if (current) descriptors.push(current);
  return { descriptors, at: at + 1 };
}

function toCandidate(url: string, descriptors: string[]): Candidate | undefined {
  let width: number | undefined;
  let density: number | undefined;
  let height: number | undefined;
  for (const descriptor of descriptors) {
    const value = descriptor.slice(0, -1);
    if (descriptor.endsWith('w') && /^\d+$/.test(value)) {
      if (width !== undefined || density !== undefined || Number(value) === 0) return undefined;
      width = Number(value);
    } else if (descriptor.endsWith('x') && /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value)) {
      if (width !== undefined || density !== undefined || height !== undefined || Number(value) < 0) return undefined;
      density = Number(value);
    } else if (descriptor.endsWith('h') && /^\d+$/.test(value)) {
      if (height !== undefined || density !== undefined || Number(value) === 0) return undefined;
      height = Number(value);
    } else return undefined;
  }
  if (height !== undefined && width === undefined) return undefined;
  return width === undefined ? { url, density: density ?? 1 } : { url, width };
}

/** What is known of a picture's size, to tell how large a candidate is. */
export interface Shape {
  /** CSS pixels at density 1; 0 when not known. */
  width: number;
  height: number;
}

/**
 * The candidate to send: the smallest that fills `maxSide` pixels on its long side, else the largest. Undefined when
 * there is none.
 */
export function chooseCandidate(candidates: readonly Candidate[], maxSide: number, shape: Shape): Candidate | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    if (!best) {
      best = candidate;
      continue;
    }
    const [side, bestSide] = [longSide(candidate, shape), longSide(best, shape)];
    const better = bestSide >= maxSide ? side >= maxSide && side < bestSide : side > bestSide;
    if (better) best = candidate;
  }
  return best;
}

/** Pixels of a candidate on both sides, as far as they are known. */
export function candidateSize(candidate: Candidate, shape: Shape): Shape {
  if (candidate.width !== undefined) {
    const ratio = shape.width > 0 ? shape.height / shape.width : 0;
    return { width: candidate.width, height: Math.round(candidate.width * ratio) };
  }
  const density = candidate.density ?? 1;
  return { width: Math.round(shape.width * density), height: Math.round(shape.height * density) };
}

function longSide(candidate: Candidate, shape: Shape): number {
  const { width, height } = candidateSize(candidate, shape);
  // Without a known shape, density alone tells which is larger.
  return Math.max(width, height) || (candidate.density ?? 1);
}
