import { findInstructions } from '~/lib/guard/instructions/find-instructions';
import { inspectPassages, listFindings, type FlaggedPassage, type Passage } from '~/lib/guard/instructions/inspect-passages';
import { blockText } from '~/lib/shared/block-text';
import type { Finding } from '~/lib/shared/guard';
import type { Block, PageContent } from '~/lib/shared/page-content';
import { collapse } from '../clean-text';
import type { HiddenText, Snapshot } from '../snapshot';
import { squeeze } from '../squeezed';
import { LINE_BREAK, rawText } from '../tree';
import { readMachineTexts } from './machine-texts';
import { readVisibleTexts } from './visible-texts';

/** Characters by which a finding in plain sight is found again among the blocks. */
const START = 40;

/** What a page tells assistants, in sight and out of it. */
export function findOrders(document: Document, snapshot: Snapshot): FlaggedPassage[] {
  return inspectPassages(allTexts(document, snapshot), () => rawText(snapshot.root).replaceAll(LINE_BREAK, ' '));
}

function* allTexts(document: Document, snapshot: Snapshot): Generator<Passage> {
  for (const text of snapshot.invisible) yield { carrier: 'unicode-tags', text };
  yield* hiddenTexts(snapshot.hidden);
  yield* readMachineTexts(document);
  yield* readVisibleTexts(snapshot.root);
}

/** Hidden texts that are short are judged with those next to them: an order may be cut into words. */
const SHORT = 80;

function* hiddenTexts(hidden: readonly HiddenText[]): Generator<Passage> {
  let run: HiddenText[] = [];
  for (const one of hidden) {
    yield toPassage(one.reason, one.text);
    if (one.text.length <= SHORT) run.push(one);
    if ((one.text.length > SHORT || run.length >= 40) && run.length > 1) {
      yield toPassage(one.reason, run.map(({ text }) => text.trim()).join(' '));
      run = [];
    }
  }
  const [first] = run;
  if (first && run.length > 1) yield toPassage(first.reason, run.map(({ text }) => text.trim()).join(' '));
}

function toPassage(reason: HiddenText['reason'], text: string): Passage {
  return { carrier: reason === 'same-colour' ? 'same-colour' : 'hidden-text', text };
}

/** The page without what was flagged where readers do not see it, and with what was found. */
export function withFindings(page: PageContent, flagged: readonly FlaggedPassage[]): PageContent {
  const tidy = withoutFlaggedWords(page, flagged);
  if (flagged.length === 0) return tidy;
  const findings = listFindings(flagged).map((finding) => locate(finding, page.blocks));
  return { ...tidy, findings };
}

function locate(finding: Finding, blocks: readonly Block[]): Finding {
  if (finding.carrier !== 'visible') return finding;
  const start = squeeze(finding.excerpt).slice(0, START).toLowerCase();
  const block = blocks.find((one) => squeeze(blockText(one)).toLowerCase().includes(start));
  return block ? { ...finding, blockId: block.id } : finding;
}

function withoutFlaggedWords(page: PageContent, flagged: readonly FlaggedPassage[]): PageContent {
  const attributes = new Set(flagged.filter(({ passage }) => passage.carrier === 'attribute').map(({ passage }) => collapse(passage.text)));
  const { byline, siteName, standfirst, selection, ...rest } = page;
  const kept = (name: 'byline' | 'siteName' | 'standfirst', text: string | undefined) => (text === undefined || isOrder(text, 'hidden') ? {} : { [name]: text });
  const selected = selection === undefined ? undefined : withoutHidden(selection, flagged);
  return {
    ...rest,
    title: isOrder(page.title, 'visible') ? '' : page.title,
    ...kept('byline', byline),
    ...kept('siteName', siteName),
    ...kept('standfirst', standfirst),
    ...(selected ? { selection: selected } : {}),
    blocks: page.blocks.map(withoutFlaggedCaption),
    images: page.images.map(({ alt, caption, ...image }) => ({
      ...image,
      ...(alt !== undefined && !attributes.has(alt) ? { alt } : {}),
      ...(caption !== undefined && !isOrder(caption, 'visible') ? { caption } : {}),
    })),
  };
}

function withoutFlaggedCaption(block: Block): Block {
  if ((block.kind !== 'figure' && block.kind !== 'table') || block.caption === undefined || !isOrder(block.caption, 'visible')) return block;
  const rest = { ...block };
  delete rest.caption;
  return rest;
}

function isOrder(text: string, place: 'hidden' | 'visible'): boolean {
  return findInstructions(text, { place, about: false, technical: false }).length > 0;
}

/** A selection may span text that is laid out so that nobody sees it. */
function withoutHidden(selection: string, flagged: readonly FlaggedPassage[]): string {
  let text = selection;
  for (const { passage } of flagged) {
    if (passage.carrier !== 'hidden-text' && passage.carrier !== 'same-colour') continue;
    const words = collapse(passage.text).split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    text = text.replace(new RegExp(words.join('\\s+'), 'g'), '');
  }
  return text.trim();
}
