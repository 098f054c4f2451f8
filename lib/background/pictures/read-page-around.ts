import { browser } from 'wxt/browser';
import { inspectParagraphs } from '~/lib/guard/instructions/inspect-paragraphs';
import { removeInvisible } from '~/lib/shared/invisible';
import type { PageContent } from '~/lib/shared/page-content';
import { z } from '~/lib/shared/zod';

/** Longer than any language tag in use. */
const Language = z.string().check(z.minLength(1), z.maxLength(35));

/**
 * What of a page goes along with its pictures: title, address and language. Its text is not read; what stands around a
 * picture comes with the picture.
 */
export async function readPageAround(tabId: number, { url, title }: { url: string; title: string }): Promise<PageContent> {
  const lang = await readLanguage(tabId);
  return { url, title: (await isOrder(title)) ? '' : removeInvisible(title), ...(lang ? { lang } : {}), dir: 'ltr', kind: 'page', blocks: [], images: [], wordCount: 0, omissions: [] };
}

/** Whether a title gives orders to an assistant. The page is not read, so nothing speaks for it. */
async function isOrder(title: string): Promise<boolean> {
  return (await inspectParagraphs([{ raw: title }])).length > 0;
}

/** The language that the page declares. Made in a hostile place; none when the page cannot be asked. */
async function readLanguage(tabId: number): Promise<string | undefined> {
  const injected = await browser.scripting.executeScript({ target: { tabId }, injectImmediately: true, func: readLang }).catch(() => []);
  return Language.safeParse(injected[0]?.result).data;
}

/** Runs in the page. */
function readLang(): string {
  return document.documentElement.lang;
}
