import type { Frame, KeyInput, Page } from 'puppeteer';
import type { Region } from '../../../lib/shared/picture.ts';
import type { Docent } from './docent.ts';
import { enterTab } from './tabs.ts';

/** The region chooser in one tab, opened as Docent's own pages open it. */
export interface TabChooser extends AsyncDisposable {
  tabId: number;
  /** Opens the chooser and waits until it stands in the page; `ended` is what the call comes to. */
  open(): Promise<{ frame: Frame; ended: Promise<unknown> }>;
  call(name: string, input: object): Promise<unknown>;
  /** How the choice stands, as the panel is told. */
  state(): Promise<unknown>;
  /** The region that the tab's last run is about. */
  lastRegion(): Promise<Region | undefined>;
}

/** The frame the chooser is drawn in: it is hidden from the page, not from the browser's own tools. */
export async function findChooser(page: Page): Promise<Frame> {
  for (;;) {
    for (const frame of page.frames()) {
      if (frame.parentFrame() === page.mainFrame() && (await frame.$('.chooser [role=status]:not(:empty)').catch(() => null))) return frame;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Presses a key as briefly as a finger: the chooser takes a key that is held for long for one that is stuck. */
export async function strike(page: Page, key: KeyInput): Promise<void> {
  await Promise.all([page.keyboard.down(key), page.keyboard.up(key)]);
}

export const readStatus = (frame: Frame): Promise<string> => frame.$eval('[role=status], [role=alert]', (status) => status.textContent);

/** Runs in a page of the extension: the first message on a Port about a tab. */
function readFirst(name: string, tabId: number): Promise<unknown> {
  return new Promise((resolve) => {
    const port = chrome.runtime.connect({ name });
    port.onMessage.addListener((message: unknown) => {
      resolve(message);
      port.disconnect();
    });
    port.postMessage({ tabId });
  });
}

/** Gets access to the page by a press on Docent's button. */
export async function prepareChooser(docent: Docent, page: Page): Promise<TabChooser> {
  const { tabId, own } = await enterTab(docent, page);
  const call = (name: string, input: object) => own.evaluate((name, input) => chrome.runtime.sendMessage({ name, input }), name, { tabId, ...input });
  return {
    tabId,
    call,
    async open() {
      const ended = call('chooseRegion', {});
      return { frame: await findChooser(page), ended };
    },
    state: () => own.evaluate(readFirst, 'chooser', tabId),
    lastRegion: async () => {
      const snapshot = (await own.evaluate(readFirst, 'thread', tabId)) as { runs: { request: { source: { region?: Region } } }[] };
      return snapshot.runs.at(-1)?.request.source.region;
    },
    [Symbol.asyncDispose]: () => own.close(),
  };
}
