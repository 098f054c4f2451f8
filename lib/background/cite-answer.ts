import { isPictureRequest } from '~/lib/shared/run-kinds';
import type { PassageSource, Source } from '~/lib/shared/source';
import { sourceBlocks } from '~/lib/tasks/prompt/source-blocks';
import { AnswerSplitter } from '~/lib/tasks/sources/answer-splitter';
import { type CheckedQuotation, checkQuotation, numberSources } from '~/lib/tasks/sources/number-sources';
import { PassageIndex } from '~/lib/tasks/sources/passage-index';
import type { Quotation } from '~/lib/tasks/sources/read-quotation';
import type { Material } from './build-request';
import { readSentPage } from './kept-page';
import type { LiveRun } from './live-run';

/**
 * An answer with marks on its way from the model to the reader: the list of quotations at its end is taken out of it, and each
 * compared with the page. One that is continued keeps the sources it has.
 */
export class CitedAnswer {
  readonly #live: LiveRun;
  readonly #material: Material | undefined;
  readonly #signal: AbortSignal;
  readonly #splitter: AnswerSplitter;
  readonly #checked: CheckedQuotation[];
  #named: Quotation[] = [];
  #index: PassageIndex | undefined;

  /** @param material what the request was made from, where it is at hand */
  constructor(live: LiveRun, material: Material | undefined, signal: AbortSignal) {
    this.#live = live;
    this.#signal = signal;
    this.#material = material;
    this.#checked = namedSources(live.run.sources).map((source) => ({ mark: source.mark ?? source.n, source }));
    this.#splitter = new AnswerSplitter({ text: live.run.text, lastMark: this.#checked.at(-1)?.mark });
  }

  /** What of a piece is text for the reader. */
  take(piece: string): string {
    return this.#keep(this.#splitter.take(piece));
  }

  /** The rest of the text. `isCut`: the answer was broken off. */
  end(isCut: boolean): string {
    return this.#keep(this.#splitter.end(isCut));
  }

  #keep({ text, quotations }: ReturnType<AnswerSplitter['take']>): string {
    this.#named.push(...quotations);
    return text;
  }

  /** What was named and has not been compared yet. */
  get unchecked(): readonly Quotation[] {
    return this.#named;
  }

  /** Compares what has been named with the page, and adds it to the run. `isWhole`: nothing more will be. */
  async check(isWhole = false): Promise<void> {
    if (this.#named.length === 0 && !isWhole) return;
    if (this.#named.length > 0) {
      const index = (this.#index ??= await indexPage(this.#live, this.#material, this.#signal));
      this.#checked.push(...this.#named.map((quotation) => checkQuotation(quotation, index)));
      this.#named = [];
    }
    const { text, sources = [] } = this.#live.run;
    const passages = numberSources(text, this.#checked, isWhole);
    const web = sources.filter(({ kind }) => kind === 'web').map((source, index) => ({ ...source, n: passages.length + index + 1 }));
    this.#live.change({ sources: [...passages, ...web] });
  }

  /** Nothing of what was named may be shown. */
  drop(): void {
    this.#named = [];
  }
}

/** Sources that the answer itself has named. */
export function namedSources(sources: readonly Source[] = []): PassageSource[] {
  return sources.filter((source): source is PassageSource => source.kind === 'passage' && source.quote !== '');
}

/** The text that an answer is about, as it was sent: from memory, or after the background has died, from what is kept with the run. */
async function indexPage(live: LiveRun, material: Material | undefined, signal: AbortSignal): Promise<PassageIndex> {
  const { request, page: { title } } = live.run;
  if (material) return new PassageIndex(material.page, isPictureRequest(request) ? material.page.blocks : sourceBlocks(material.page, request.source));
  const kept = (await live.request())?.blocks;
  if (kept) return new PassageIndex({ title }, kept);
  const page = await readSentPage(live, signal);
  return new PassageIndex(page ?? { title }, page?.blocks ?? []);
}
