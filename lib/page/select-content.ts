import type { PageContent } from '~/lib/shared/page-content';
import { chooseArticle } from './find-article';
import { removeFurniture } from './furniture';
import { keepChosen } from './keep';
import type { PageMetadata } from './metadata';
import type { OmissionLedger } from './omissions';
import type { Snapshot, SnapElement } from './snapshot';
import { rawText } from './tree';

/** Readability looks at every element several times: larger pages are read whole. */
const MOST_ELEMENTS = 12_000;

export interface Content {
  kind: Exclude<PageContent['kind'], 'text'>;
  root: SnapElement;
}

/** The article, if the page is one; else all that is no furniture. */
export function selectContent(document: Document, snapshot: Snapshot, metadata: PageMetadata, base: string, ledger: OmissionLedger): Content {
  const chosen = snapshot.elements <= MOST_ELEMENTS ? chooseArticle(document, snapshot.root, metadata.title, base) : null;
  if (chosen) {
    const root = removeFurniture(keepChosen(snapshot.root, chosen), 'article', ledger);
    if (rawText(root).trim().length > 0) return { kind: 'article', root };
  }
  return { kind: 'page', root: removeFurniture(snapshot.root, 'page', ledger) };
}
