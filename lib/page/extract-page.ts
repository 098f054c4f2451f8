import { blockText } from '~/lib/shared/block-text';
import type { MediaPlayer } from '~/lib/shared/media-player';
import type { Block, ExtractedPage } from '~/lib/shared/page-content';
import { countWords } from '~/lib/shared/words';
import { readDirection } from './direction';
import { selectContent } from './select-content';
import { readMetadata } from './metadata';
import { OmissionLedger } from './omissions';
import { isPlainTextDocument, readPlainText } from './plain-text';
import { seenSelection } from './seen-selection';
import { readPlayers } from './players';
import { readSelection } from './selection';
import { createSlices, type Slices } from './slices';
import { findStandfirst } from './standfirst';
import type { Snapshot } from './snapshot';
import { trimArticle } from './trim-blocks';
import { unclobberedDocument } from './unclobbered';
import { withoutBlocks } from './renumber';
import { takeSnapshot } from './take-snapshot';
import { collectTexts } from './texts/collect-texts';
import { writeBlocks } from './write-blocks';

export interface ExtractOptions {
  /** Milliseconds after which the rest of a page is left out (omission `limit`). */
  maxMillis?: number;
  /** Address that relative ones resolve against; the document's own unless given. */
  url?: string;
}

/** `players`: films and recordings with captions, of a document that is shown; whoever has the network reads them. */
export type PageWithPlayers = ExtractedPage & { players?: MediaPlayer[] };

const MAX_MILLIS = 12_000;

/**
 * Reads a document as the reader sees it. The document is only read, never changed. Works in slices of 40 ms, so
 * that a huge page stays responsive; a page of usual size is read at one go.
 */
export async function extractPage(page: Document, options: ExtractOptions = {}): Promise<PageWithPlayers> {
  const document = unclobberedDocument(page);
  const url = withoutCredentials(options.url ?? document.URL);
  // Scripts can take even the root away.
  if (!document.documentElement) return { url, title: '', dir: 'ltr', kind: 'page', blocks: [], images: [], wordCount: 0, omissions: [], texts: [] };
  const base = baseOf(document, url);
  const slices = createSlices(document, options.maxMillis ?? MAX_MILLIS);
  const metadata = readMetadata(document);
  const selected = readSelection(document);
  if (isPlainTextDocument(document)) return readPlainText(document, url);

  const snapshot = await takeSnapshot(document, base, slices);
  const selection = seenSelection(selected, snapshot);
  const ledger = new OmissionLedger();
  reportHidden(snapshot, ledger);
  const { is, description, ...described } = metadata;
  const { kind, root } = await selectContent(document, snapshot, { title: metadata.title, is }, ledger, slices);
  const written = await writeBlocks(root, slices, metadata.lang);
  const dropped = kind === 'article' ? trimArticle(written, metadata.title, url, ledger) : new Set<string>();
  const standfirst = kind === 'article' ? findStandfirst(snapshot.root, description, written, dropped) : undefined;
  const { blocks, images } = kind === 'article' ? withoutBlocks(written, dropped) : written;
  const players = document.defaultView ? readPlayers(snapshot.players, document, metadata.lang) : [];
  return {
    url,
    ...described,
    ...(standfirst ? { standfirst } : {}),
    dir: readDirection(document, blocks),
    kind,
    blocks,
    images,
    ...(selection ? { selection } : {}),
    wordCount: await countAll(blocks, slices),
    omissions: ledger.list(),
    ...collectTexts(document, snapshot),
    ...(players.length > 0 ? { players } : {}),
  };
}

async function countAll(blocks: readonly Block[], slices: Slices): Promise<number> {
  let words = 0;
  for (const block of blocks) {
    words += countWords(blockText(block));
    if (slices.isOver()) await slices.next();
  }
  return words;
}

/** A name and password in the address are nobody's business. */
function withoutCredentials(address: string): string {
  if (!/^https?:\/\/[^/?#]*@/i.test(address) || !URL.canParse(address)) return address;
  const url = new URL(address);
  url.username = url.password = '';
  return url.href;
}

function baseOf(document: Document, url: string): string {
  const declared = document.querySelector('base[href]')?.getAttribute('href');
  return declared && URL.canParse(declared, url) ? new URL(declared, url).href : url;
}

function reportHidden(snapshot: Snapshot, ledger: OmissionLedger): void {
  for (const { reason, text } of snapshot.hidden) ledger.add(reason, text);
  if (snapshot.cut) ledger.add('limit', 'The rest of the page');
  for (const text of snapshot.invisible) ledger.add('invisible-characters', text);
}
