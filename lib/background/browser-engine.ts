import { browser } from 'wxt/browser';
import type { Summarizer } from './platform';

const KEY = 'browserEngine';

/**
 * Whether the built-in Summarizer can be used, found out once in a browser session: asking may mean opening a
 * document, and no window should wait for that.
 */
export class BrowserEngine {
  readonly #summarizer: Summarizer;
  #asking: Promise<void> | undefined;

  constructor(summarizer: Summarizer) {
    this.#summarizer = summarizer;
  }

  /** What is known so far; false, and a question under way, while nothing is. */
  async isKnownAvailable(): Promise<boolean> {
    const known = (await browser.storage.session.get(KEY).catch(() => ({ [KEY]: false })))[KEY];
    if (typeof known === 'boolean') return known;
    void this.probe();
    return false;
  }

  probe(): Promise<void> {
    this.#asking ??= this.#ask().catch(() => undefined);
    return this.#asking;
  }

  async #ask(): Promise<void> {
    const available = await this.#summarizer.isAvailable().catch(() => false);
    await browser.storage.session.set({ [KEY]: available });
  }
}
