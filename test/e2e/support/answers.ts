import type { Page } from 'puppeteer';

/** The newest answer of a popup or panel, as a reader sees it. */
export interface ShownAnswer {
  /** The answer itself. */
  text: string;
  /** Everything in the answer's article: notes, figures, buttons. */
  whole: string;
  busy: boolean;
  /** "What is sent" waits to be accepted. */
  asks: boolean;
  alert: string;
}

function readLast(): ShownAnswer | false {
  const article = [...document.querySelectorAll('article')].at(-1);
  if (!article) return false;
  return {
    // Not `innerText`: blocks that are scrolled away are not laid out and have none.
    text: [...article.querySelectorAll('.answer-text .markdown :is(p, h1, h2, h3, h4, li, td, th, pre)')].map(({ textContent }) => textContent).join('\n'),
    whole: article.innerText,
    busy: article.ariaBusy === 'true',
    asks: [...article.querySelectorAll('button')].some((button) => button.innerText.trim() === 'Send'),
    alert: article.querySelector<HTMLElement>('[role="alert"]')?.innerText ?? '',
  };
}

/** The newest answer now. */
async function readAnswer(page: Page): Promise<ShownAnswer> {
  const handle = await page.waitForFunction(readLast);
  return (await handle.jsonValue()) as ShownAnswer;
}

const ENDED = `article && article.ariaBusy !== 'true' && ![...article.querySelectorAll('button')].some((button) => button.innerText.trim() === 'Send')`;

async function waitForLast(page: Page, condition: string): Promise<ShownAnswer> {
  try {
    await page.waitForFunction(`(() => { const article = [...document.querySelectorAll('article')].at(-1); return ${condition}; })()`);
  } catch (error) {
    const text = await page.evaluate(() => document.body.innerText).catch(() => '(closed)');
    throw new Error(`Waited in vain for: ${condition}. The page shows:\n${text}`, { cause: error });
  }
  return readAnswer(page);
}

/** Waits until the newest answer has come to its end, good or bad. */
export function waitForEnd(page: Page): Promise<ShownAnswer> {
  return waitForLast(page, ENDED);
}

/** Waits until the newest answer contains some text. */
export function waitForText(page: Page, text: string): Promise<ShownAnswer> {
  return waitForLast(page, `article && article.innerText.includes(${JSON.stringify(text)})`);
}

/** Waits until "What is sent" is shown and asks to be accepted. What is folded away in it is loaded only as it is opened. */
export function waitForQuestion(page: Page): Promise<ShownAnswer> {
  return waitForLast(
    page,
    `article && ![...article.querySelectorAll('.confirm .spinner')].some((spinner) => spinner.checkVisibility()) && [...article.querySelectorAll('button')].some((button) => button.innerText.trim() === 'Send')`,
  );
}

/** Text of the first alert anywhere in the page. */
export async function waitForAlert(page: Page): Promise<string> {
  const alert = await page.waitForSelector('[role="alert"]');
  return (await alert?.evaluate((element) => (element as HTMLElement).innerText)) ?? '';
}
