import type { Attachment } from '~/lib/shared/attachment';
import type { ExtractedPage } from '~/lib/shared/page-content';
import type { RunRequest } from '~/lib/shared/run';
import type { Tray } from '~/lib/shared/tray';
import { makeModel } from '../fake-api';
import { makePage, type Watcher, World } from '../world';
import { sentText } from '../whole/long-page';

/** A world with several tabs, each with a page of its own. */
export class Desk {
  readonly world: World;
  readonly watcher: Watcher;
  readonly #pages = new Map<number, ExtractedPage>();
  readonly reads: number[] = [];

  private constructor(world: World) {
    this.world = world;
    this.watcher = world.watch();
    world.executeScript.mockImplementation(async ({ target: { tabId }, func }) => {
      const page = this.#pages.get(tabId);
      if (!page) throw new Error('Cannot access contents of the page.');
      if (!func) this.reads.push(tabId);
      return [{ documentId: `d${tabId}`, result: func ? 'text/html' : page }];
    });
    this.setPage(7, makePage());
  }

  static async open(contextLength = 100_000): Promise<Desk> {
    const world = await World.open();
    world.api.bundledModels = [makeModel('google/gemini-3-1-flash-lite', { contextLength, vision: true })];
    return new Desk(world);
  }

  setPage(tabId: number, page: ExtractedPage, about: { incognito?: boolean } = {}): void {
    this.#pages.set(tabId, page);
    this.world.tabs.set(tabId, { id: tabId, url: page.url, title: page.title, incognito: false, ...about });
  }

  /** A further tab with a page that says `text`. */
  openTab(tabId: number, title: string, text: string, about: { incognito?: boolean } = {}): Attachment {
    const url = `https://example.net/${tabId}`;
    this.setPage(tabId, makePage({ url, title, blocks: [{ id: 'b1', kind: 'paragraph', text }], wordCount: text.split(/\s+/).length }), about);
    return { kind: 'tab', tabId, url, title };
  }

  closeTab(tabId: number): void {
    this.world.tabs.delete(tabId);
  }

  get call(): World['call'] {
    return this.world.call.bind(this.world);
  }

  /** The conversation that a tab shows. */
  async threadOf(tabId: number): Promise<string> {
    await this.call('getTray', { tabId });
    const { listTabThreads } = await import('~/lib/storage/tab-threads');
    return (await listTabThreads()).find((shown) => shown.tabId === tabId)?.threadId ?? '';
  }

  /** Attaches a file as the panel does, in slices of `size` bytes. */
  async attachFile(name: string, content: string | Uint8Array, { mediaType = '', tabId = 7, size = 1_000_000 } = {}): Promise<Tray> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const fileId = `file-${name}`;
    const threadId = await this.threadOf(tabId);
    let tray: Tray | null = null;
    for (let at = 0; at === 0 || at < bytes.length; at += size) {
      tray = await this.call('attachFile', { tabId, threadId, fileId, name, mediaType, bytes: bytes.length, at, slice: Buffer.from(bytes.slice(at, at + size)).toString('base64') });
    }
    if (!tray) throw new Error('the last slice brought no tray');
    return tray;
  }

  ask(question: string, attachments: Attachment[] = [], source: Extract<RunRequest, { task: 'ask' }>['source'] = { kind: 'page' }): RunRequest {
    return { task: 'ask', source, question, ...(attachments.length > 0 ? { attachments } : {}) };
  }

  /** Asks and answers; gives the run and all that was sent for it. */
  async finish(request: RunRequest, tabId = 7) {
    const asked = this.world.api.answers.length;
    const watcher = tabId === 7 ? this.watcher : this.world.watch(tabId);
    const runId = await this.world.start(request, tabId);
    const answer = await this.world.answer(asked);
    answer.text('As it says.').finish();
    const run = await this.world.reach(watcher, runId, 'done');
    return { run, sent: sentText(answer), messages: answer.request.messages };
  }
}
