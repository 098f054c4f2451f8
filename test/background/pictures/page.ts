import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Acquired, AcquireOptions } from '~/lib/background/pictures/acquire';
import type { PicturesEvent } from '~/lib/messaging/picture-calls';
import type { PagePicture, PictureProgress, PictureRef, PictureState } from '~/lib/shared/picture';
import type { ReaderJobName } from '~/lib/shared/reader-jobs';
import type { FakePort } from '../../messaging/fake-ports';
import { World } from '../world';

export function makePicture(id: string, about: Partial<PagePicture> = {}): PagePicture {
  return {
    id, kind: 'image', src: `https://example.org/${id}.jpg`, decorative: false, width: 400, height: 300, naturalWidth: 800, naturalHeight: 600, inView: false,
    ...about,
  };
}

/** A page with pictures, in the place of the reader script and of what gets pixels; both have tests in a real browser. */
export class FakePage {
  documentId = 'd1';
  lang = 'en';
  pictures: PagePicture[] = [];
  /** Contents by id; those not named hold their own id. */
  readonly contents = new Map<string, string>();
  /** Errors of getting the pixels, by id; those that concern the quiet ways only go away when the picture may be revealed. */
  readonly errors = new Map<string, { error: Error; quietOnly?: boolean }>();
  readonly jobs: { name: ReaderJobName; input: unknown }[] = [];
  readonly acquired: { id: string; options: AcquireOptions }[] = [];

  runReader = async (_tabId: number, name: ReaderJobName, input: unknown): Promise<unknown> => {
    this.jobs.push({ name, input: JSON.parse(JSON.stringify(input)) as unknown });
    if (name === 'list') return { pictures: this.pictures, more: 0 };
    if (name === 'thumbnails') return {};
    if (name === 'describe') return { added: (input as { entries: unknown[] }).entries.length };
    return null;
  };

  acquirePicture = async (_tabId: number, { id = '' }: PictureRef, options: AcquireOptions): Promise<Acquired> => {
    this.acquired.push({ id, options });
    const failing = this.errors.get(id);
    if (failing && !(failing.quietOnly && options.mayReveal)) throw failing.error;
    const content = this.contents.get(id) ?? id;
    const image = { id: `sent-${content}`, blob: new Blob([content], { type: 'image/jpeg' }), mediaType: 'image/jpeg' as const, width: 800, height: 600 };
    return { images: [image], hash: `hash-${content}`, thumbnail: 'data:image/jpeg;base64,AA==', way: options.mayReveal ? 'screen' : 'page', width: 800, height: 600, animated: false };
  };

  written(): { text: string; id: string | undefined }[] {
    const describes = this.jobs.filter(({ name }) => name === 'describe');
    return describes.flatMap(({ input }) => (input as { entries: { ref: PictureRef; text: string }[] }).entries).map(({ ref, text }) => ({ id: ref.id, text }));
  }
}

/** A world whose tab 7 shows the page. */
export async function openWorld(page: FakePage, options?: Parameters<typeof World.open>[0]): Promise<World> {
  const world = await World.open(options);
  world.api.bundledModels = [SEEING];
  world.executeScript.mockImplementation(async ({ func }) => [{ documentId: page.documentId, result: func?.name === 'readLang' ? page.lang : 0 }]);
  return world;
}

export const SEEING = { id: 'google/gemini-3-1-flash-lite', aliases: [], name: 'Gemini', chat: true, vision: true, price: { input: 1, output: 10 } };

/** A window that watches the pictures of the tab. */
export class PictureWatcher {
  readonly events: PicturesEvent[] = [];
  readonly items = new Map<string, PictureProgress>();
  live = false;

  constructor() {
    const { connect } = fakeBrowser.runtime as unknown as { connect(info: { name: string }): FakePort };
    const port = connect({ name: 'pictures' });
    port.onMessage.addListener((event) => this.#apply(event as PicturesEvent));
    port.postMessage({ tabId: 7 });
  }

  states(): Record<string, PictureState> {
    return Object.fromEntries([...this.items].map(([id, { state }]) => [id, state]));
  }

  async reach(states: Record<string, PictureState>): Promise<void> {
    await vi.waitFor(() => {
      const now = JSON.stringify(this.states());
      if (now !== JSON.stringify(states)) throw new Error(`${now} ${JSON.stringify([...this.items.values()])}`);
    }, 5_000);
  }

  #apply(event: PicturesEvent): void {
    this.events.push(event);
    if (event.type === 'snapshot') {
      this.items.clear();
      for (const item of event.batch.items) this.items.set(item.id, item);
      this.live = event.batch.live;
    } else {
      this.items.set(event.item.id, event.item);
      this.live = event.live;
    }
  }
}
