import { browser } from 'wxt/browser';
import type { ToMeasure, Measures } from '~/lib/messaging/attachment-calls';
import { type AppErrorData, toAppError } from '~/lib/shared/app-error';
import { attachmentKey } from '~/lib/shared/attachment';
import { blockMarkdown } from '~/lib/shared/block-text';
import { removeInvisible } from '~/lib/shared/invisible';
import type { PageContent } from '~/lib/shared/page-content';
import { estimateImageTokens, estimateTokens } from '~/lib/shared/tokens';
import type { Measured, TraySource } from '~/lib/shared/tray';
import { z } from '~/lib/shared/zod';
import { getSettings } from '~/lib/storage/settings';
import { type KeptText, PAGE_KEY } from '~/lib/storage/text-store';
import { readKeptPage } from '../kept-page';
import { isAddressAllowed } from '../pictures/may-use-address';
import { readShown } from '../pdf/read-shown';
import { type AttachmentPlace, readAttachments } from './read-attachments';
import type { Thread } from '../thread';

/** Characters of a selection that are taken. */
const LONGEST_SELECTION = 1_000_000;

/** What things in a tray come to, each by itself; what cannot be read is said to be so. Throws only when the signal aborts. */
export async function measureTray({ source, attachments, selected }: ToMeasure, thread: Thread, place: Omit<AttachmentPlace, 'mayUseAddress' | 'keep'>): Promise<Measures> {
  const { tabId } = place;
  const { settings } = await getSettings();
  const [page, read, selection] = await Promise.all([
    source ? measurePage(source, thread, place) : undefined,
    readAttachments(attachments, { ...place, mayUseAddress: isAddressAllowed(settings.guard), keep: false }),
    selected ? peekSelection(tabId) : undefined,
  ]);
  const sizes = read.map((each): Measured => {
    const key = attachmentKey(each.attachment);
    if ('error' in each) return { key, error: each.error };
    return { key, tokens: countAttached(each.text), ...findPages(each.text.page) };
  });
  return { sizes: [...(page ? [page] : []), ...sizes], ...(selection ? { selection } : {}) };
}

/** Tokens of what was read of an attachment. */
export function countAttached({ page, picture }: KeptText): number {
  return (picture?.images ?? []).reduce((sum, image) => sum + estimateImageTokens(image), countTokens(page));
}

async function measurePage(source: TraySource, thread: Thread, { tabId, platform, signal }: Pick<AttachmentPlace, 'tabId' | 'platform' | 'signal'>): Promise<Measured | undefined> {
  switch (source.kind) {
    case 'none':
      return undefined;
    case 'selection':
      return { key: PAGE_KEY, tokens: estimateTokens(source.text) };
    case 'page':
    case 'kept':
      try {
        if (source.kind === 'kept') return { key: PAGE_KEY, tokens: countTokens(await readKeptPage(thread, signal)) };
        const { page } = await readShown(tabId, platform, signal);
        return { key: PAGE_KEY, tokens: countTokens(page), ...findPages(page) };
      } catch (thrown) {
        signal.throwIfAborted();
        const error: AppErrorData = toAppError(thrown).data;
        return { key: PAGE_KEY, error };
      }
  }
}

function findPages({ pages }: PageContent): Pick<Measured, 'pages' | 'scan'> {
  return { ...(pages ? { pages: pages.total } : {}), ...(pages?.pictures.length ? { scan: { pages: pages.pictures.length, total: pages.total } } : {}) };
}

function countTokens({ blocks }: PageContent): number {
  return blocks.reduce((sum, block) => sum + estimateTokens(blockMarkdown(block)) + 1, 0);
}

/** The text that is selected in the tab's page, if any; a page that lets nobody in has none. */
async function peekSelection(tabId: number): Promise<string | undefined> {
  const injected = await browser.scripting.executeScript({ target: { tabId }, injectImmediately: true, func: readSelection, args: [LONGEST_SELECTION] }).catch(() => []);
  const text = z.string().safeParse(injected[0]?.result).data;
  return text && (removeInvisible(text).trim() || undefined);
}

/** Runs in the page. */
function readSelection(longest: number): string {
  return String(getSelection() ?? '').slice(0, longest);
}
