import type { Page } from 'puppeteer';
import type { Docent } from './launch.ts';
import { find, press } from './windows.ts';

export interface ServerChoice {
  baseUrl?: string | undefined;
  key?: string | undefined;
  model?: string | undefined;
}

/** Replaces what is in a field, as a person would, and leaves the field. */
async function fill(page: Page, role: string, name: string, text: string): Promise<void> {
  const field = await find(page, role, name);
  await field.click({ count: 3 });
  await field.press('Backspace');
  await field.type(text);
  await page.keyboard.press('Tab');
  await find(page, 'status', 'Saved');
}

/** Chooses a server on the real options page. */
export async function configureServer(docent: Docent, { baseUrl, key, model }: ServerChoice): Promise<void> {
  const options = await docent.browser.newPage();
  await options.goto(docent.pageUrl('options.html'));
  if (baseUrl) {
    await press(options, 'radio', 'Other server');
    await fill(options, 'textbox', 'Base URL', baseUrl);
  }
  if (key) await fill(options, 'textbox', 'API key', key);
  if (model) await fill(options, 'combobox', 'Chat model', model);
  await options.close();
}
