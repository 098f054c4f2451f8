import type { Page } from 'puppeteer';
import { waitForEnd, waitForQuestion } from './answers.ts';
import type { Docent } from './docent.ts';
import { openPopup, openTab, press } from './docent.ts';

export interface Opened {
  page: Page;
  popup: Page;
}

/** Opens a page of the web and the real popup over it. */
async function openPopupOn(docent: Docent, url: string): Promise<Opened> {
  const page = await openTab(docent, url);
  return { page, popup: await openPopup(docent, page) };
}

/** Opens a page of the web and presses `Summarize page` in the real popup over it. */
export async function summarize(docent: Docent, url: string): Promise<Opened> {
  const opened = await openPopupOn(docent, url);
  await press(opened.popup, 'button', 'Summarize page');
  // A popup that is closed before it knows its tab takes the press along; another window that opens closes it.
  await opened.popup.waitForSelector('article, [role="alert"]');
  return opened;
}

/** Summarizes a page once and accepts "What is sent", so that later answers come without the question. */
export async function acceptOnce(docent: Docent, url: string): Promise<void> {
  const { page, popup } = await summarize(docent, url);
  await waitForQuestion(popup);
  await press(popup, 'button', 'Send');
  await waitForEnd(popup);
  await page.close();
}
