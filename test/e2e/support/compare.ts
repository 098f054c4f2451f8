import type { Page } from 'puppeteer';
import { find, press } from './docent.ts';

/** Finds models by their ids in the dialog that is open, and chooses them one by one. */
export async function chooseModels(panel: Page, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    // The field is a new one after each choice.
    await panel.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox' && (document.activeElement as HTMLInputElement).value === '');
    await panel.keyboard.type(id);
    await panel.waitForFunction((wanted) => document.querySelector('dialog [role=option]')?.firstElementChild?.textContent === wanted, {}, id);
    await panel.keyboard.press('Enter');
    await panel.waitForFunction((wanted) => [...document.querySelectorAll('.compare-chosen li')].some((row) => row.textContent?.includes(wanted)), {}, id);
  }
}

/** Has the next question go to the chat model and these. */
export async function compareWith(panel: Page, ids: readonly string[]): Promise<void> {
  await press(panel, 'button', 'Compare models …');
  await chooseModels(panel, ids);
  await press(panel, 'button', 'Compare these');
  await panel.waitForFunction((count) => document.querySelector('.compare-note')?.textContent?.includes(`goes to ${count} models`), {}, ids.length + 1);
}

/** Sends a question to the models that are chosen; the columns are there when it resolves. */
export async function sendCompared(panel: Page, question: string, count: number): Promise<void> {
  await (await find(panel, 'textbox', 'Message')).type(question);
  await press(panel, 'button', 'Send');
  await waitForColumns(panel, count);
}

export async function waitForColumns(panel: Page, count: number): Promise<void> {
  try {
    await panel.waitForFunction((wanted) => document.querySelectorAll('.column article').length === wanted, {}, count);
  } catch (error) {
    throw new Error(`There never were ${count} answers side by side. The panel shows:\n${await panel.evaluate(() => document.body.innerText)}`, { cause: error });
  }
}

/** The answers side by side, as a reader sees them. */
export function readColumns(panel: Page): Promise<{ model: string; text: string; busy: boolean; alert: string }[]> {
  return panel.$$eval('.column', (columns) => columns.map((column) => ({
    model: column.getAttribute('aria-label') ?? '',
    text: [...column.querySelectorAll('.answer-text .markdown :is(p, li)')].map(({ textContent }) => textContent).join('\n'),
    busy: column.querySelector('article')?.ariaBusy === 'true',
    alert: column.querySelector<HTMLElement>('[role=alert]')?.innerText ?? '',
  })));
}

/** Waits until a model's column shows some text anywhere. */
export async function waitInColumn(panel: Page, model: string, text: string): Promise<void> {
  try {
    await panel.waitForFunction((label, wanted) => document.querySelector<HTMLElement>(`.column[aria-label="${label}"]`)?.innerText.includes(wanted), {}, model, text);
  } catch (error) {
    throw new Error(`${model} never showed ${text}. The panel shows:\n${await panel.evaluate(() => document.body.innerText)}`, { cause: error });
  }
}

/** Waits until nothing grows any more. */
export async function waitForAll(panel: Page): Promise<void> {
  await panel.waitForFunction(() => {
    const articles = [...document.querySelectorAll('.column article')];
    return articles.length > 0 && articles.every((article) => article.ariaBusy !== 'true');
  });
}

/** Presses a button of one model's column, by what a reader sees of it. */
export async function pressInColumn(panel: Page, model: string, name: string): Promise<void> {
  try {
    await panel.locator(`.column[aria-label="${model}"] ::-p-aria(${name}[role="button"])`).click();
  } catch (error) {
    throw new Error(`${name} of ${model} could not be pressed. The panel shows:\n${await panel.evaluate(() => document.body.innerText)}`, { cause: error });
  }
}
