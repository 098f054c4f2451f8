import type { PageContent } from '~/lib/shared/page-content';
import { countWords } from '~/lib/shared/words';
import { chooseArticle } from './find-article';
import { removeFurniture } from './furniture';
import { keepChosen } from './keep';
import { countCharacters, measureTree } from './measure';
import type { PageMetadata } from './metadata';
import { OmissionLedger } from './omissions';
import type { Slices } from './slices';
import type { Snapshot, SnapElement } from './snapshot';
import { LINE_BREAK, rawText } from './tree';

/** Readability looks at every element several times and cannot be interrupted: larger pages are read whole. */
const MOST_ELEMENTS = 10_000;
/** Words of running text that make an article, when the page calls itself one and when it does not. */
const DECLARED_WORDS = 40;
const UNDECLARED_WORDS = 120;
/** Share of the page's text, furniture aside, that an undeclared article has at least. */
const SHARE = 0.5;
/** Words of a passage that is running text. */
const RUNNING = 15;

interface Described {
  title: string;
  is: PageMetadata['is'];
}

export interface Content {
  kind: Exclude<PageContent['kind'], 'text'>;
  root: SnapElement;
}

/** The article, if the page is one; else all that is no furniture. What is left out is noted in the ledger. */
export async function selectContent(document: Document, snapshot: Snapshot, metadata: Described, ledger: OmissionLedger, slices: Slices): Promise<Content> {
  const chosen = snapshot.elements <= MOST_ELEMENTS && metadata.is !== 'discussion' ? chooseArticle(document, snapshot.root, metadata.title) : null;
  if (chosen) {
    const notes = new OmissionLedger();
    const root = await removeFurniture(keepChosen(snapshot.root, chosen), 'article', notes, slices);
    if (await isArticle(root, snapshot.root, metadata, slices)) {
      noteRest(snapshot.root, chosen, ledger);
      ledger.merge(notes);
      return { kind: 'article', root };
    }
  }
  return { kind: 'page', root: await removeFurniture(snapshot.root, 'page', ledger, slices) };
}

async function isArticle(article: SnapElement, page: SnapElement, metadata: Described, slices: Slices): Promise<boolean> {
  if (!hasRunningWords(article, metadata.is === 'article' ? DECLARED_WORDS : UNDECLARED_WORDS)) return false;
  if (metadata.is === 'article') return true;
  const rest = await removeFurniture(page, 'article', new OmissionLedger(), slices);
  const characters = (tree: SnapElement) => measureTree(tree).get(tree)?.characters ?? 0;
  return characters(article) >= characters(rest) * SHARE;
}

function hasRunningWords(article: SnapElement, enough: number): boolean {
  let running = 0;
  for (const passage of rawText(article).split(LINE_BREAK)) {
    const words = countWords(passage);
    if (words >= RUNNING) running += words;
    if (running >= enough) return true;
  }
  return false;
}

/** What lies outside the article is furniture, noted by the largest parts that hold nothing of it. */
function noteRest(root: SnapElement, chosen: ReadonlySet<unknown>, ledger: OmissionLedger): void {
  const holds = new Set<SnapElement>();
  const stack: SnapElement[] = [root];
  const order: SnapElement[] = [];
  for (let element = stack.pop(); element; element = stack.pop()) {
    order.push(element);
    for (const child of element.children) if (child.kind === 'element') stack.push(child);
  }
  for (const element of order.reverse()) if (element.children.some((child) => (child.kind === 'text' ? chosen.has(child) : holds.has(child)))) holds.add(element);
  const inside: SnapElement[] = holds.has(root) ? [root] : [];
  for (let element = inside.pop(); element; element = inside.pop())
    for (const child of element.children) {
      if (child.kind === 'text') {
        if (!chosen.has(child) && countCharacters(child.text) > 0) ledger.add('furniture', child.text);
      } else if (holds.has(child)) inside.push(child);
      else ledger.add('furniture', rawText(child));
    }
}
