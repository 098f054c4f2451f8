import { Readability } from '@mozilla/readability';
import { CONSENT_NAMES } from './furniture-names';
import { measureTree, type Measure } from './measure';
import { visitElements } from './tree';
import type { SnapElement, SnapNode, SnapText } from './snapshot';

/** Text and pictures that Readability takes for the article. */
export type Chosen = Set<SnapNode>;

/** Attributes by which Readability tells elements apart. */
const ATTRIBUTES = ['class', 'id', 'role', 'itemprop', 'rel', 'aria-modal'];
const TABLE_ATTRIBUTES = ['colspan', 'rowspan', 'summary', 'datatable'];
const TABLE_PARTS = new Set(['table', 'td', 'th']);
/** What a form knows by name, of what is ever copied (HTML standard, "listed elements", and pictures). */
const CONTROLS = new Set(['button', 'fieldset', 'output', 'img']);
/** Names that decide by vocabulary alone: left off in the second attempt. */
const NAMES = new Set(['class', 'id', 'role']);
/** Fewer characters than this are no article: the vocabulary may have misled. Readability's own threshold. */
const ENOUGH = 500;

/** Readability's first pass, on a copy that holds only what the reader sees. Null when it finds nothing. */
export function chooseArticle(source: Document, root: SnapElement, title: string): Chosen | null {
  const skipped = findAside(root, measureTree(root));
  const first = attempt(source, root, title, true, skipped);
  if (first.characters >= ENOUGH) return first.chosen;
  const second = attempt(source, root, title, false, skipped);
  const better = second.characters > first.characters ? second : first;
  return better.characters > 0 ? better.chosen : null;
}

/** Comments may be longer than what they are about, and would be taken for it. */
const COMMENTS = /(?:^|[\s_-])(?:comments?(?:-?(?:list|area|section|wrap(?:per)?|thread|container))?|disqus(?:-thread)?|livefyre|fb-comments)(?=$|[\s_-])/;
/** Characters that must be left for there to be something that is commented on. */
const LEFT = 250;
/** Share of the page's characters that a consent notice has at most. */
const LARGEST_NOTICE = 0.6;

/** What is never the article, yet may be longer: navigation, comments, dialogs, notices on cookies. And empty boxes, which only cost time. */
function findAside(root: SnapElement, measures: Map<SnapElement, Measure>): ReadonlySet<SnapElement> {
  const aside = new Set<SnapElement>();
  const all = measures.get(root)?.characters ?? 0;
  let left = all;
  visitElements(root, (element) => {
    const { characters = 0, linked = 0, pictures = 0 } = measures.get(element) ?? {};
    if (characters === 0 && pictures === 0 && isBox(element.tag)) {
      aside.add(element);
      return false;
    }
    if (characters === 0 || left - characters < LEFT || !isAside(element, characters / all, linked / characters)) return undefined;
    left -= characters;
    aside.add(element);
    return false;
  });
  return aside;
}

function isBox(tag: string): boolean {
  return tag === 'div' || tag === 'span' || tag === 'a' || tag === 'i' || tag === 'section' || tag === 'button';
}

function isAside(element: SnapElement, share: number, linked: number): boolean {
  const { tag, hint, block } = element;
  const role = element.element.getAttribute('role');
  if (tag === 'nav' || role === 'navigation') return linked >= 0.5;
  if (tag === 'dialog' || role === 'dialog' || role === 'alertdialog' || element.element.getAttribute('aria-modal') === 'true') return share <= LARGEST_NOTICE;
  if (hint === '' || !block || tag === 'body' || tag === 'article' || tag === 'main') return false;
  return COMMENTS.test(hint) || (share <= LARGEST_NOTICE && CONSENT_NAMES.test(hint));
}

function attempt(source: Document, root: SnapElement, title: string, named: boolean, skipped: ReadonlySet<SnapElement>): { chosen: Chosen; characters: number } {
  // A document without a window loads nothing and runs nothing.
  const copy = source.implementation.createHTMLDocument(title);
  const meta = copy.createElement('meta');
  meta.setAttribute('property', 'og:title');
  meta.setAttribute('content', title);
  copy.head.append(meta);
  const origins = new Map<Node, SnapNode>();
  fill(copy, copy.body, root, named, origins, skipped);
  // One attempt only: further ones would parse the copy anew, and its nodes could not be traced back.
  const result = new Readability<Node>(copy, { charThreshold: 1, disableJSONLD: true, keepClasses: true, serializer: (node) => node }).parse();
  const chosen: Chosen = new Set();
  let characters = 0;
  if (result?.content) {
    const walker = copy.createTreeWalker(result.content, 5 /* elements and text */);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const origin = origins.get(node);
      if (!origin) continue;
      chosen.add(origin);
      if (origin.kind === 'text') characters += origin.text.trim().length;
    }
  }
  return { chosen, characters };
}

function fill(copy: Document, target: Element, from: SnapElement, named: boolean, origins: Map<Node, SnapNode>, skipped: ReadonlySet<SnapElement>): void {
  for (const child of from.children) {
    if (child.kind === 'text') target.append(copyText(copy, child, origins));
    else if (skipped.has(child)) continue;
    else if (child.tag !== 'img' || child.picture) {
      const element = copyElement(copy, child, named);
      if (child.tag === 'img') origins.set(element, child);
      target.append(element);
      fill(copy, element, child, named, origins, skipped);
    }
  }
}

function copyText(copy: Document, text: SnapText, origins: Map<Node, SnapNode>): Text {
  const node = copy.createTextNode(text.text);
  origins.set(node, text);
  return node;
}

function copyElement(copy: Document, from: SnapElement, named: boolean): Element {
  // Names that HTML's parser allows and `createElement` does not.
  const tag = /^[a-z][a-z0-9.-]*$/.test(from.tag) && from.tag !== 'body' && from.tag !== 'html' ? from.tag : 'div';
  const element = copy.createElement(tag);
  for (const name of ATTRIBUTES) {
    if (!named && NAMES.has(name)) continue;
    const value = from.element.getAttribute(name);
    // Within a form such an id would hide the form's own properties, which Readability reads.
    if (name === 'id' && value !== null && CONTROLS.has(tag) && value in element) continue;
    if (value !== null) element.setAttribute(name, value);
  }
  if (tag === 'a') {
    // Readability only asks whether a link stays within the page. Links that run scripts it would replace by new
    // text nodes, which could not be traced back.
    const href = from.element.getAttribute('href');
    if (href !== null) element.setAttribute('href', /^(?:\s*javascript:|#)/i.test(href) ? '#here' : 'elsewhere:');
  } else if (tag === 'img') element.setAttribute('src', 'picture:');
  else if (TABLE_PARTS.has(tag))
    for (const name of TABLE_ATTRIBUTES) {
      const value = from.element.getAttribute(name);
      if (value !== null) element.setAttribute(name, value);
    }
  return element;
}
