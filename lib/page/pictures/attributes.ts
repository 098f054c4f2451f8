/** Attributes that decide what a screen reader says of an element. No others are ever written or restored. */
export const WRITTEN = ['alt', 'aria-label', 'aria-labelledby', 'aria-hidden', 'role'] as const;
export type Written = (typeof WRITTEN)[number];

/** New values; null for none, undefined for as it was. */
export type Change = { [N in Written]?: string | null | undefined };

/** Marks what Docent has described, and carries what stood there before: the page may copy the element. */
export const MARK = 'data-docent';

/** One attribute that was changed: `[name, before, after]`. */
type Entry = [Written, string | null, string | null];

/** Writes attributes and notes in the element what they were. */
export function writeChange(element: Element, change: Change): void {
  const records: Entry[] = [];
  for (const name of WRITTEN) {
    const after = change[name];
    const before = element.getAttribute(name);
    if (after === undefined || after === before) continue;
    put(element, name, after);
    records.push([name, before, after]);
  }
  element.setAttribute(MARK, JSON.stringify(records));
}

/** Takes back what `writeChange` did. What the page itself has written since stays. */
export function takeBack(element: Element): void {
  for (const [name, before, after] of readRecords(element)) if (element.getAttribute(name) === after) put(element, name, before);
  element.removeAttribute(MARK);
}

function put(element: Element, name: string, value: string | null): void {
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
  const isValue = (value: unknown) => value === null || typeof value === 'string';
  return Array.isArray(parsed) ? parsed.filter((one): one is Entry => Array.isArray(one) && WRITTEN.includes(one[0] as Written) && isValue(one[1]) && isValue(one[2])) : [];
}
