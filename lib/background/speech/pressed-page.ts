import type { Platform } from '../platform';
import { type ItemText, readItemText } from './open-reading';

/** Milliseconds from the button's going down to its coming up; after a longer press the page may be another. */
const PRESS = 2_000;

/**
 * The page of the tab whose button is being pressed: between its going down and its coming up pass some 100 ms, in which the
 * page can be read. Nothing of it leaves before the press is complete; what is read for one that is not is forgotten.
 */
export class PressedPage {
  #present: { tabId: number; text: Promise<ItemText> } | undefined;

  /** The button goes down. */
  read(tabId: number, platform: Platform): void {
    const text = readItemText(tabId, undefined, platform, AbortSignal.timeout(PRESS));
    const present = { tabId, text };
    this.#present = present;
    text.catch(() => undefined);
    setTimeout(() => {
      if (this.#present === present) this.#present = undefined;
    }, PRESS);
  }

  /** What was read, or is being read, for this press; undefined when there is nothing, or it could not be had. */
  async take(tabId: number): Promise<ItemText | undefined> {
    const present = this.#present;
    this.#present = undefined;
    // What went wrong is to be seen again, and told.
    return present?.tabId === tabId ? present.text.catch(() => undefined) : undefined;
  }
}
