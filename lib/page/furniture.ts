import { GALLERY_NAMES, NAME_RULES } from './furniture-names';
import { keepOnly } from './keep';
import { measureTree, type Measure } from './measure';
import type { OmissionLedger } from './omissions';
import type { SnapElement } from './snapshot';
import { findTeasers } from './teasers';
import type { Slices } from './slices';
import { elementChildren, hasAncestor, rawText } from './tree';

/** Elements and roles that hold a page's furniture by definition. `header` and `aside`: see `isFurniture`. */
const TAGS = new Set(['nav', 'footer', 'search', 'dialog', 'button']);
const ROLES = new Set(['navigation', 'contentinfo', 'search', 'menu', 'menubar', 'toolbar', 'dialog', 'alertdialog', 'tablist', 'tooltip', 'button']);
/** Roles that are furniture of an article, and part of what a page without one is about. */
const ARTICLE_ROLES = new Set(['complementary', 'banner', 'alert', 'status', 'form', 'note']);
const ARTICLE_TAGS = new Set(['aside', 'form', 'fieldset']);
/** Share of the characters above which no single element is furniture by its tag or role. */
const LARGEST_SHARE = 0.4;

export type Mode = 'article' | 'page';

/** A copy of the tree without furniture, which is noted in the ledger. */
export async function removeFurniture(root: SnapElement, mode: Mode, ledger: OmissionLedger, slices: Slices): Promise<SnapElement> {
  const measures = measureTree(root);
  const all = measures.get(root)?.characters ?? 0;
  const doomed = new Set<SnapElement>();
  const galleries = new Set<SnapElement>();
  const judge = (element: SnapElement, measure: Measure): boolean => {
    if (measure.characters === 0) return true;
    if (doomed.has(element)) return false;
    if (isFurniture(element, measures, measure, all, mode)) {
      doomed.add(element);
      ledger.add('furniture', rawText(element));
      return false;
    }
    if (mode !== 'article') return true;
    if (measure.characters < all * 0.3 && measure.pictures > 0 && GALLERY_NAMES.test(element.hint)) {
      galleries.add(element);
      ledger.add('furniture', rawText(element));
      return false;
    }
    for (const card of findTeasers(element, measures, all)) {
      doomed.add(card);
      ledger.add('furniture', rawText(card));
    }
    return true;
  };
  const stack = elementChildren(root).reverse();
  for (let n = 1; stack.length > 0; n++) {
    const element = stack.pop() as SnapElement;
    const measure = measures.get(element);
    if (measure && judge(element, measure)) for (const child of elementChildren(element).reverse()) stack.push(child);
    if ((n & 127) === 0 && slices.isOver()) await slices.next();
  }
  return keepOnly(
    root,
    (node) => node.kind !== 'text' || galleries.size === 0 || !hasAncestor(node, (element) => galleries.has(element)),
    (element) => doomed.has(element),
  );
}

function isFurniture(element: SnapElement, measures: Map<SnapElement, Measure>, measure: Measure, all: number, mode: Mode): boolean {
  const { tag, hint } = element;
  const share = measure.characters / all;
  const role = element.element.getAttribute('role') ?? '';
  if (share <= LARGEST_SHARE) {
    if ((TAGS.has(tag) || ROLES.has(role)) && !(role === 'tablist' && isRunningText(measure))) return true;
    if (mode === 'article' && (ARTICLE_TAGS.has(tag) || ARTICLE_ROLES.has(role))) return true;
    if (tag === 'header' && share <= 0.2) return true;
  }
  if (hint === '' || tag === 'body' || isText(tag)) return false;
  const text = isRunningText(measure) && !isInCard(element, measures, all);
  for (const rule of NAME_RULES) {
    if (rule.articleOnly && mode !== 'article') continue;
    if (rule.unlessText && text) continue;
    if (share <= rule.share && rule.names.test(hint)) return true;
  }
  return false;
}

/** Most of it is running text, and hardly any of it leads elsewhere. */
function isRunningText({ characters, linked, running }: Measure): boolean {
  return running > characters * 0.6 && linked < characters * 0.05;
}

/** Whether it stands next to a link, both in one small box: then it tells what the link leads to. */
function isInCard(element: SnapElement, measures: Map<SnapElement, Measure>, all: number): boolean {
  const own = measures.get(element)?.characters ?? 0;
  for (let at = element.parent; at; at = at.parent) {
    const { characters = 0, linked = 0 } = measures.get(at) ?? {};
    if (characters > all * 0.5) return false;
    if (characters > own) return linked > characters * 0.05;
  }
  return false;
}

/** Elements that are the text itself: their names say how they look, not what they are. */
function isText(tag: string): boolean {
  return tag === 'td' || tag === 'tr' || tag === 'tbody' || tag === 'code' || tag === 'pre' || tag === 'mark' || tag === 'img' || tag === 'br';
}
