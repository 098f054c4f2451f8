/** Elements drawn; beyond this a drawing could keep all else waiting for minutes. */
const MOST = 200_000;
/** A filter works on pixels: one of its steps takes as long as many shapes. */
const FILTER_STEP = 100;

const REFERENCE = /url\(\s*["']?#([^"')]+)/gi;
/** A drawing within the drawing, which would have to be judged like this one. */
const NESTED = /data:\s*image\/svg/i;
/** An entity made of others grows with every step. */
const GROWING = /<!ENTITY[^>]*?&(?!#|amp;|lt;|gt;|quot;|apos;)/i;

/** Whether the text of a drawing multiplies itself while it is parsed. */
export function multiplies(markup: string): boolean {
  return GROWING.test(markup);
}

/**
 * Whether a drawing is small enough to be drawn at one go: a few lines can ask for billions of shapes, by copies of
 * copies, and nothing stops a browser that has begun to draw them.
 */
export function isBounded(root: SVGSVGElement): boolean {
  const ids = new Map([...root.querySelectorAll('[id]')].reverse().map((element) => [element.id, element]));
  const named = (text: string) => [...text.matchAll(REFERENCE)].flatMap(([, id = '']) => ids.get(id) ?? []);
  /** Infinite while an element is being counted: it leads to itself. */
  const counts = new Map<Element, number>();
  const countAll = (elements: Iterable<Element>): number => {
    let sum = 0;
    for (const element of elements) sum += count(element);
    return sum;
  };
  const count = (element: Element): number => {
    const known = counts.get(element);
    if (known !== undefined) return known;
    counts.set(element, Infinity);
    let sum = ownCost(element) + countAll(element.children);
    for (const { localName, value } of element.attributes) {
      if (NESTED.test(value)) sum = Infinity;
      // A marker is drawn at every point of a line.
      else if (value.includes('#')) sum += countAll(named(value)) * (/marker/.test(localName + value) ? countPoints(element) : 1);
    }
    const target = ids.get(copied(element) ?? '');
    if (target) sum += count(target);
    counts.set(element, sum);
    return sum;
  };
  const sheets = [...root.getElementsByTagName('style')].map(({ textContent }) => textContent).join('\n');
  try {
    // What a style sheet names may be drawn for every element.
    const forEach = countAll(named(sheets)) * root.getElementsByTagName('*').length;
    return !NESTED.test(sheets) && count(root) + forEach <= MOST;
  } catch {
    // Nested deeper than can be followed.
    return false;
  }
}

/** The id of what an element is a copy of. */
function copied(element: Element): string | undefined {
  if (element.localName === 'a') return undefined;
  const address = element.getAttribute('href') ?? element.getAttribute('xlink:href') ?? '';
  return address.startsWith('#') ? address.slice(1) : undefined;
}

function ownCost(element: Element): number {
  if (!/^fe[A-Z]/.test(element.localName)) return 1;
  return FILTER_STEP * Math.max(1, Number(element.getAttribute('numOctaves')) || 1);
}

function countPoints(element: Element): number {
  const line = element.getAttribute('d') ?? element.getAttribute('points') ?? '';
  return 1 + (line.match(/\d+/g)?.length ?? 0);
}
