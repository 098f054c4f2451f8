import { browser } from 'wxt/browser';
import { uiDirection, uiLanguage } from '~/lib/i18n/language';
import { t } from '~/lib/i18n/message';
import type { ChooserState } from '~/lib/messaging/picture-calls';
import { announceChange } from '~/lib/messaging/wake';
import type { Region } from '~/lib/shared/picture';
import { REGION_PORT, type RegionTexts } from '~/lib/shared/region-chooser';
import type { RegionKey } from '~/lib/shared/region-keys';
import { keepAliveDuring } from '../keepalive';
import { workInTab } from '../read-tab';
import { type Port, RegionSession } from './region-session';

/** Documents that the browser shows with a viewer into which no script of ours comes. */
const CLOSED = /^application\/(pdf|x-pdf)\b/;

/** Lets readers choose a part of what a tab shows: at most one chooser a tab. */
export class RegionChoosers {
  readonly #sessions = new Map<number, RegionSession>();
  readonly #watchers = new Map<number, Set<(state: ChooserState) => void>>();

  /**
   * Opens the chooser in the tab's page and waits for the choice, however long the reader takes (see `LIMIT` there); null
   * when they want none, or have asked for another chooser meanwhile. Throws the `page-…` errors of reading a page.
   */
  async choose(tabId: number): Promise<Region | null> {
    this.#sessions.get(tabId)?.close();
    const session = new RegionSession(() => this.#tell(tabId));
    this.#sessions.set(tabId, session);
    try {
      return await keepAliveDuring(this.#open(tabId, session));
    } finally {
      if (this.#sessions.get(tabId) === session) {
        this.#sessions.delete(tabId);
        this.#tell(tabId);
      }
    }
  }

  async #open(tabId: number, session: RegionSession): Promise<Region | null> {
    const inject = async () => {
      await browser.scripting.executeScript({ target: { tabId }, files: ['/region.js'] });
      await session.opened;
    };
    const opening = workInTab(tabId, CLOSED, inject, new AbortController().signal);
    // Closed before it was open: what becomes of the opening does not matter any more.
    const closed = session.ended.then((region) => ({ region }), () => new Promise<never>(() => undefined));
    try {
      const early = await Promise.race([opening, closed]);
      return early ? early.region : await session.ended;
    } catch (thrown) {
      session.close();
      throw thrown;
    }
  }

  /** A key for the tab's chooser; nothing when there is none. */
  async steer(tabId: number, key: RegionKey): Promise<void> {
    this.#sessions.get(tabId)?.steer(key);
  }

  /**
   * Tells how the tab's choice stands, now and whenever it changes. The panel needs to know of choices begun elsewhere:
   * as it opens it takes the keyboard, and no browser lets anything but the reader's hand give it to the page.
   */
  async subscribe(tabId: number, send: (state: ChooserState) => void, signal: AbortSignal): Promise<void> {
    const watchers = this.#watchers.get(tabId) ?? new Set();
    this.#watchers.set(tabId, watchers.add(send));
    signal.addEventListener('abort', () => {
      watchers.delete(send);
      if (watchers.size === 0 && this.#watchers.get(tabId) === watchers) this.#watchers.delete(tabId);
    });
    send(this.#state(tabId));
  }

  #state(tabId: number): ChooserState {
    const status = this.#sessions.get(tabId)?.status ?? '';
    return { open: status !== '', status };
  }

  #tell(tabId: number): void {
    const watchers = this.#watchers.get(tabId);
    if (!watchers) return announceChange(tabId);
    for (const send of watchers) send(this.#state(tabId));
  }

  /** The script that was injected reports. Nobody else is let in. */
  accept(port: Port): void {
    if (port.name !== REGION_PORT) return;
    const { sender } = port;
    const wanted = sender?.id === browser.runtime.id && sender.frameId === 0 ? this.#sessions.get(sender.tab?.id ?? -1) : undefined;
    if (!wanted?.connect(port, writeTexts())) port.disconnect();
  }
}

const PLACES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

function writeTexts(): RegionTexts {
  return {
    lang: uiLanguage(),
    dir: uiDirection(),
    title: t('regionTitle'),
    help: t('regionHelp'),
    describe: t('regionDescribe'),
    cancel: t('actionCancel'),
    whole: t('regionWhole'),
    places: PLACES.map((place) => t(`regionPlace${place}`)),
    size: t('regionSize', '{1}', '{2}', '{3}'),
    contents: t('regionContents', '{1}'),
    smallest: t('regionSmallest'),
    lost: t('regionLost'),
  };
}
