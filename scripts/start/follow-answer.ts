import type { Page } from 'puppeteer';
import { press } from '../driver/windows.ts';

/** What a popup or panel shows at one moment. */
interface Shown {
  text: string;
  alert: string;
  /** The reader has to accept what is sent. */
  asks: boolean;
  ended: boolean;
}

/** Milliseconds without any change before it is said that nothing comes. */
const PATIENCE = 180_000;

/** Runs inside the page. Waits for a change against what was seen last. */
function readShown(before: string): Shown | false {
  const article = [...document.querySelectorAll('article')].at(-1);
  const asks = [...(article?.querySelectorAll('button') ?? [])].some((button) => button.innerText.trim() === 'Send');
  const shown = {
    text: article?.querySelector<HTMLElement>('.answer-text')?.innerText.trim() ?? '',
    alert: document.querySelector<HTMLElement>('[role="alert"]')?.innerText.trim() ?? '',
    asks,
    ended: article !== undefined && article.ariaBusy !== 'true' && !asks,
  };
  return JSON.stringify(shown) === before ? false : shown;
}

/** What has come since, if the text only grew; the whole text on a new line when it changed before its end. */
function addition(before: string, now: string): string {
  return now.startsWith(before) ? now.slice(before.length) : `\n${now}`;
}

/**
 * Follows the newest answer of a popup or panel to its end, accepting "What is sent" when asked.
 * @param write gets the text as it grows
 * @throws {Error} with the sentence that the reader is shown when there is no answer.
 */
export async function followAnswer(page: Page, write: (text: string) => void): Promise<void> {
  let seen = '';
  let text = '';
  for (;;) {
    const handle = await page.waitForFunction(readShown, { polling: 'mutation', timeout: PATIENCE }, seen);
    const shown = (await handle.jsonValue()) as Shown;
    seen = JSON.stringify(shown);
    write(addition(text, shown.text));
    text = shown.text;
    if (shown.alert) throw new Error(`\n${shown.alert}`);
    if (shown.asks) await press(page, 'button', 'Send');
    else if (shown.ended && text) break;
  }
  write('\n');
}
