import type { Block } from '~/lib/shared/page-content';
import type { Follow, Passage, Place, ReaderJobName, ReaderJobs } from '~/lib/shared/reader-jobs';
import type { z } from '~/lib/shared/zod';
import { runIn, runReader } from '../pictures/run-reader';

/** What is read of a page. */
export interface MarkedReading {
  tabId: number;
  /** Never used before, for any other text or tab; the page's own scripts never see it. */
  id: string;
  /** All of the page's `PageContent`. */
  blocks: Block[];
}

export interface Mark {
  sentence: Passage;
  /** Within the sentence. */
  word?: Passage | undefined;
  follow: Follow;
}

/** Jobs of one reading, all but its first. */
type MarkJob = 'mark' | 'markWord' | 'findPlace';

/**
 * Marks in the pages of tabs what is being read. Holds nothing that must survive: a page that knows the reading goes on
 * with it, one that does not (loaded anew, or a background that was ended before it told) is told again. What cannot be
 * marked is not: nothing here throws, and reading never waits for it.
 */
export class PageMarks {
  /** The work in each tab, one after the other: a slow first mark must not come after the second. */
  readonly #work = new Map<number, Promise<unknown>>();
  /** Numbers of the last sentence and the last word asked for, by tab: older ones that still wait are left out. */
  readonly #latest = { sentence: new Map<number, number>(), word: new Map<number, number>() };
  #number = 0;

  /** Marks a sentence instead of the one before; whether it now stands marked. */
  async mark(reading: MarkedReading, { sentence, word, follow }: Mark): Promise<boolean> {
    const done = await this.#enqueueLatest('sentence', reading.tabId, () => run(reading, 'mark', { reading: reading.id, sentence, word, follow }));
    return done === 'marked';
  }

  /** Marks a word of the sentence that is marked. Light: made to be called for every word. */
  async markWord(reading: MarkedReading, word: Passage, follow: Follow): Promise<boolean> {
    const job = () => runIn({ tabId: reading.tabId }, 'markWord', { reading: reading.id, word, follow });
    return (await this.#enqueueLatest('word', reading.tabId, job)) === 'marked';
  }

  /** Takes the marks out of a tab's page. */
  async unmark(tabId: number): Promise<void> {
    await this.#enqueueLatest('sentence', tabId, () => runIn({ tabId }, 'unmark', {}, { inject: false }));
  }

  /**
   * Where the reader has selected something in the page (`start` and `end`), or has clicked, or looks; null when none of
   * the blocks is there.
   */
  async findPlace(reading: MarkedReading): Promise<Place | null> {
    const found = await this.#enqueue(reading.tabId, () => run(reading, 'findPlace', { reading: reading.id }));
    return typeof found === 'object' ? found : null;
  }

  #enqueueLatest<T>(what: 'sentence' | 'word', tabId: number, job: () => Promise<T>): Promise<T | null> {
    const latest = this.#latest[what];
    const number = ++this.#number;
    latest.set(tabId, number);
    return this.#enqueue(tabId, async () => (latest.get(tabId) === number ? job() : null));
  }

  async #enqueue<T>(tabId: number, job: () => Promise<T>): Promise<T | null> {
    const before = this.#work.get(tabId);
    const work = (before ?? Promise.resolve()).then(job).catch((thrown: unknown) => {
      console.debug('Not marked in the page.', thrown);
      return null;
    });
    this.#work.set(tabId, work);
    const done = await work;
    if (this.#work.get(tabId) === work) this.#work.delete(tabId);
    return done;
  }
}

/** Does a job of a reading; a page that does not know the reading is told of it first. */
async function run<N extends MarkJob>({ tabId, id, blocks }: MarkedReading, name: N, input: z.input<ReaderJobs[N]['input']>): Promise<z.output<ReaderJobs[N]['output']>> {
  const job = () => runIn<ReaderJobName & N>({ tabId }, name, input);
  const done = await job();
  if (done !== 'unknown') return done;
  await runReader(tabId, 'openMarks', { reading: id, blocks });
  return job();
}
