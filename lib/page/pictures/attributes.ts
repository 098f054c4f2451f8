/** Attributes that decide what a screen reader says of an element. No others are ever written or restored. */
export const WRITTEN = ['alt', 'aria-label', 'aria-labelledby', 'aria-hidden', 'role'] as const;
export type Written = (typeof WRITTEN)[number];

/** New values; `''` for what shall no longer count, where it stands at all; undefined for as it was. */
export type Change = { [N in Written]?: string | undefined };

/** Marks what Docent has described, and carries what stood there before: the page may copy the element. */
export const MARK = 'data-docent';

/** One attribute that was changed: `[name, before, after]`. */
type Entry = [Written, string | null, string];

/** Writes attributes and notes in the element what they were. */
export function writeChange(element: Element, change: Change): void {
  const records: Entry[] = [];
  for (const name of WRITTEN) {
    const after = change[name];
    const before = element.getAttribute(name);
    // Emptied rather than removed: so the page's own attribute keeps its place among the others.
    if (after === undefined || after === before || (after === '' && before === null)) continue;
    element.setAttribute(name, after);
    records.push([name, before, after]);
  }
  element.setAttribute(MARK, JSON.stringify(records));
}

/** Takes back what `writeChange` did. What the page itself has written since stays. */
export function takeBack(element: Element): void {
  for (const [name, before, after] of readRecords(element)) if (element.getAttribute(name) === after) putBack(element, name, before);
  element.removeAttribute(MARK);
}

function putBack(element: Element, name: Written, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** The page can write anything there: only what has the right form counts. */
function readRecords(element: Element): Entry[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(element.getAttribute(MARK) ?? '');
  } catch {
    return [];
  }
  return Array.isArray(parsed) ? parsed.filter((one): one is Entry => Array.isArray(one) && WRITTEN.includes(one[0] as Written) && (one[1] === null || typeof one[1] === 'string') && typeof one[2] === 'string') : [];
}
