import type { ReaderJobs } from '~/lib/shared/reader-jobs';
import type { z } from '~/lib/shared/zod';
import { original, unclobbered } from '../unclobbered';
import { type PictureName, readName } from './accessible-name';
import { type Change, MARK, takeBack, WRITTEN, writeChange } from './attributes';
import { readShown } from './classify';
import { chooseMeans } from './describable';
import { findPicture } from './find-picture';
import { everyElement } from './frames';
import { INSERTED_SELECTOR, insertLabel } from './insert-label';

/** A description as it stands in the page now. */
interface Described {
  /** As the model gave it, without the mark. */
  text: string;
  /** What the page itself calls the picture. */
  name: PictureName;
  /** Writes it again. */
  apply(): void;
  /** Screen readers still find it. */
  stands(): boolean;
  /** How often it was written again after the page had taken it out. */
  repairs: number;
}

/** A page that takes a description out again and again is not fought with. */
const MOST_REPAIRS = 3;

const described = new Map<Element, Described>();
let watcher: MutationObserver | undefined;

/** Docent's description of a picture and the page's own name for it, when the page holds the description now. */
export function descriptionOf(element: Element): Pick<Described, 'text' | 'name'> | undefined {
  const known = described.get(element);
  return known?.stands() ? known : undefined;
}

/** Writes descriptions as alternative text. Gives how many a screen reader now finds. */
export function describe(document: Document, { entries, mark, lang }: z.output<ReaderJobs['describe']['input']>): number {
  let added = 0;
  for (const { ref, text } of entries) {
    const element = findPicture(document, ref);
    if (element && describeOne(element, text, mark ? `${mark}: ${text}` : text, lang)) added++;
  }
  watch();
  return added;
}

function describeOne(element: Element, text: string, spoken: string, lang: string | undefined): boolean {
  if (described.has(original(element))) forget(element);
  const shown = readShown(element, 0);
  const means = shown && chooseMeans(element, shown.kind, spoken);
  if (!means) return false;
  const about = { text, name: readName(element, shown.src), repairs: 0 };
  const inserted = means === 'inserted' ? insert(element, spoken, lang) : undefined;
  const change: Change = means === 'inserted' ? { role: 'group', 'aria-label': spoken } : means.change;
  described.set(original(element), { ...about, ...(inserted ?? write(element, change)) });
  return true;
}

type Writing = Pick<Described, 'apply' | 'stands'>;

function insert(element: Element, spoken: string, lang: string | undefined): Writing | undefined {
  let label = insertLabel(element, spoken, lang);
  if (!label) return undefined;
  return {
    apply: () => {
      label?.remove();
      label = insertLabel(element, spoken, lang);
    },
    stands: () => label?.parentNode === original(element) && label.getAttribute('aria-label') === spoken,
  };
}

function write(element: Element, change: Change): Writing {
  writeChange(element, change);
  return {
    apply: () => {
      takeBack(element);
      writeChange(element, change);
    },
    stands: () => WRITTEN.every((name) => change[name] === undefined || (element.getAttribute(name) ?? '') === change[name]),
  };
}

/** Writes again what a page takes out while it draws itself anew; a text of its own that it puts there instead stays. */
function repair(changes: readonly MutationRecord[]): void {
  for (const target of new Set(changes.map((change) => change.target as Element))) {
    const entry = described.get(target);
    if (!entry || entry.stands() || !target.isConnected) continue;
    const own = unclobbered(target);
    const named = (own.getAttribute('alt') || own.getAttribute('aria-label')) ?? '';
    if (entry.repairs >= MOST_REPAIRS || (named.trim() !== '' && !named.includes(entry.text))) forget(own);
    else {
      entry.repairs++;
      entry.apply();
    }
  }
  watcher?.takeRecords();
}

function watch(): void {
  watcher?.disconnect();
  watcher = new MutationObserver(repair);
  for (const element of described.keys()) watcher.observe(element, { attributes: true, attributeFilter: [...WRITTEN, MARK], childList: true });
}

function forget(element: Element): void {
  described.delete(original(element));
  clean(element);
}

function clean(element: Element): void {
  if (element.matches(INSERTED_SELECTOR)) element.remove();
  else if (element.hasAttribute(MARK)) takeBack(element);
  for (const child of [...element.children]) if (child.localName === 'span' && child.matches(INSERTED_SELECTOR)) child.remove();
}

/** Takes back every description, those in copies that the page has made included. */
export function undescribe(document: Document): void {
  watcher?.disconnect();
  watcher = undefined;
  const marked = new Set([...described.keys()].map((element) => unclobbered(element)));
  described.clear();
  for (const element of everyElement(document)) if (element.hasAttribute(MARK)) marked.add(element);
  for (const element of marked) clean(element);
}
