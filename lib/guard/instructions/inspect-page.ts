import { blockText } from '~/lib/shared/block-text';
import type { Finding } from '~/lib/shared/guard';
import type { Block, ExtractedPage, PageContent, PageImage, PageText } from '~/lib/shared/page-content';
import { Turns } from '~/lib/shared/turns';
import { BlockFinder } from './find-block';
import { cutLong } from './inspect-paragraphs';
import { type FlaggedPassage, inspectPassages, listFindings, MOST_VISIBLE, PassageInspector } from './inspect-passages';

/**
 * The page with all orders to an assistant that were found in it, and without those in what it says of itself and of its
 * pictures. Its text stays as readers see it. Long texts are judged in turns; throws the signal's reason once it is aborted.
 */
export async function inspectPage({ texts, textsCut, ...page }: ExtractedPage, signal?: AbortSignal): Promise<PageContent> {
  const turns = new Turns(signal);
  const inspector = new PassageInspector(() => texts.filter(({ carrier }) => carrier === 'visible').map(({ text }) => text).join(' '));
  const flagged = await inspectPassages(cutLong(texts), inspector, turns);
  const { tidy, taken } = await new PageCleaner(inspector, turns).clean(page);
  // A title is seen in the tab: of one that was left out, it is told once.
  const leftOut = new Set(taken.filter(({ place }) => place === 'hidden').map(({ excerpt }) => excerpt));
  const isToldOf = ({ place, blockId, excerpt }: Finding) => place === 'visible' && blockId === undefined && leftOut.has(excerpt);
  const placed = await placeFindings(flagged, page.blocks, turns);
  const visible = placed.filter(({ place }) => place === 'visible');
  // As many as are looked for, none of them in the text that is sent, or more text than was handed over: there may be others in it.
  const isMore = textsCut === true || (visible.length >= MOST_VISIBLE && visible.every(({ blockId }) => blockId === undefined));
  const more = isMore ? await inspectPassages(cutLong(page.blocks.map((block) => ({ carrier: 'visible', text: blockText(block), blockId: block.id }))), inspector, turns) : [];
  const findings = listFindings([...placed.filter((finding) => !isToldOf(finding)), ...more.map(({ finding }) => finding), ...taken]);
  return findings.length > 0 ? { ...tidy, findings } : tidy;
}

/** Those in plain sight with the blocks they stand in. */
async function placeFindings(flagged: readonly FlaggedPassage[], blocks: readonly Block[], turns: Turns): Promise<Finding[]> {
  const finder = new BlockFinder(blocks);
  const placed: Finding[] = [];
  for (const { passage, finding } of flagged) {
    if (turns.isOver()) await turns.next();
    const blockId = finding.place === 'visible' ? (finding.blockId ?? finder.find(passage.text, finding.excerpt)) : undefined;
    placed.push(blockId === undefined ? finding : { ...finding, blockId });
  }
  return placed;
}

/** Takes out what a page says of itself and its pictures, where that is an order. */
class PageCleaner {
  readonly #inspector: PassageInspector;
  readonly #taken: Finding[] = [];

  readonly #turns: Turns;

  constructor(inspector: PassageInspector, turns: Turns) {
    this.#inspector = inspector;
    this.#turns = turns;
  }

  async clean(page: PageContent): Promise<{ tidy: PageContent; taken: Finding[] }> {
    const { byline, siteName, standfirst, title, ...rest } = page;
    const tidy = {
      ...rest,
      title: this.#isTitleOrder(title) ? '' : title,
      ...this.#keep({ byline }, 'metadata'),
      ...this.#keep({ siteName }, 'metadata'),
      ...this.#keep({ standfirst }, 'metadata'),
      blocks: await this.#cleanAll(page.blocks, (block) => this.#cleanBlock(block)),
      images: await this.#cleanAll(page.images, (image) => this.#cleanImage(image)),
    };
    return { tidy, taken: this.#taken };
  }

  async #cleanAll<T>(all: readonly T[], clean: (one: T) => T): Promise<T[]> {
    const cleaned: T[] = [];
    for (const one of all) {
      if (this.#turns.isOver()) await this.#turns.next();
      cleaned.push(clean(one));
    }
    return cleaned;
  }

  #cleanBlock(block: Block): Block {
    if (block.kind !== 'figure' && block.kind !== 'table') return block;
    const { caption, ...rest } = block;
    return { ...rest, ...this.#keep({ caption }, 'visible') };
  }

  #cleanImage({ alt, caption, ...rest }: PageImage): PageImage {
    return { ...rest, ...this.#keep({ alt }, 'attribute'), ...this.#keep({ caption }, 'visible') };
  }

  /** The fields that are there and no orders. */
  #keep<N extends string>(fields: Partial<Record<N, string | undefined>>, carrier: PageText['carrier']): Partial<Record<N, string>> {
    const kept = Object.entries<string | undefined>(fields).filter(([, text]) => text !== undefined && !this.#isOrder({ carrier, text }));
    return Object.fromEntries(kept) as Partial<Record<N, string>>;
  }

  #isOrder(passage: PageText): boolean {
    const found = this.#inspector.inspect(passage);
    this.#taken.push(...found);
    return found.length > 0;
  }

  /** Readers see a title, in the tab: it takes as much proof as their text does, and is left out all the same. */
  #isTitleOrder(text: string): boolean {
    const found = this.#inspector.inspect({ carrier: 'visible', text });
    this.#taken.push(...found.map(({ carrier, rules, excerpt }) => ({ carrier: carrier === 'visible' ? 'metadata' : carrier, place: 'hidden', rules, excerpt }) as const));
    return found.length > 0;
  }
}
