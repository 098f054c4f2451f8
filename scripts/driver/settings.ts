import type { Page } from 'puppeteer';
import type { Docent } from './launch.ts';
import { find, locate, openBlank } from './windows.ts';

export interface ServerChoice {
  baseUrl?: string | undefined;
  key?: string | undefined;
  model?: string | undefined;
}

/** Replaces what is in a field, as a person would, leaves the field and waits until the page says that it has saved. */
async function fill(page: Page, role: string, name: string, text: string): Promise<void> {
  const field = await find(page, role, name);
  if ((await field.evaluate((element) => (element as HTMLInputElement).value)) === text) return;
  await page.evaluate(() => {
    // Each save says so in a node of its own.
    for (const old of document.querySelectorAll('[role="status"] > *')) old.toggleAttribute('data-old', true);
  });
  await locate(page, role, name).click({ count: 3 });
  await field.press('Backspace');
  await field.type(text);
  await page.keyboard.press('Tab');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[role="status"] > :not([data-old])')].some((status) => status.textContent === 'Saved'),
  );
}

/** Chooses a server on the real options page. */
export async function configureServer(docent: Docent, { baseUrl, key, model }: ServerChoice): Promise<void> {
  const options = await openBlank(docent);
  await options.goto(docent.pageUrl('options.html'));
  if (baseUrl) await fill(options, 'textbox', 'Base URL', baseUrl);
  if (key) await fill(options, 'textbox', 'API key', key);
  if (model) await fill(options, 'combobox', 'Chat model', model);
  await options.close();
}
