import type { PlayerEvent } from '~/lib/messaging/protocol';
import { toAppError } from '~/lib/shared/app-error';
import type { AudioEvent } from '~/lib/shared/audio-host';
import type { SpeechPosition } from '~/lib/shared/speech';
import type { AudioCache } from '~/lib/storage/audio-cache';
import type { QueuedItem } from '~/lib/storage/player-session';
import { forgetText } from '~/lib/storage/reading-texts';
import { acceptHost } from '../accept-host';
import { keepAliveDuring } from '../keepalive';
import { identifyDocument } from '../pictures/identify-document';
import type { Platform } from '../platform';
import type { Threads } from '../threads';
import { type FindPlace, makeAnswerItem, makePageItem, type ReadRequest } from './make-item';
import type { Step } from './narrator';
import { NarrationSaver, type SaveRequest } from './save-narration';
import { ReadingQueue, type SpeechObserver } from './reading-queue';

type Action = Step | 'play' | 'pause' | 'stop' | 'next-item' | 'use-system-voice';

/** Milliseconds in which a page that waits in the queue must be read. */
const PATIENCE = 60_000;

/** The one player of all tabs: what the reader, the audio host and the browser ask of it. */
export class Player {
  readonly #threads: Threads;
  readonly #queue: ReadingQueue;
  readonly #findPlace: FindPlace;
  readonly #saver: NarrationSaver;
  /** Aborted when something else is asked to be read while a page is still being fetched. */
  #fetching = new AbortController();

  constructor(platform: Platform, threads: Threads, cache: AudioCache, findPlace: FindPlace = async () => undefined) {
    this.#threads = threads;
    this.#queue = new ReadingQueue(platform, threads, cache);
    this.#findPlace = findPlace;
    this.#saver = new NarrationSaver(platform, threads, cache, (saving) => this.#queue.showSaving(saving));
  }

  get queue(): ReadingQueue {
    return this.#queue;
  }

  observe(observer: SpeechObserver): void {
    this.#queue.observe(observer);
  }

  async save(request: SaveRequest): Promise<{ url: string; name: string }> {
    await this.#queue.restored();
    return this.#saver.save(request);
  }

  stopSaving(): void {
    this.#saver.stop();
  }

  async subscribe(send: (event: PlayerEvent) => void, signal: AbortSignal): Promise<void> {
    await this.#queue.restored();
    this.#queue.subscribe(send, signal);
    await this.#queue.goOn();
  }

  /** Reads a page, in the place of what is being read, or after it. Throws what kept the page from being read; the state shows it too. */
  async readAloud({ append, ...request }: ReadRequest & { append?: boolean | undefined }): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    const { present, status } = queue;
    if (append && present && status !== 'ended') {
      queue.items.push(await keepAliveDuring(makePageItem(request, this.#findPlace, AbortSignal.timeout(PATIENCE))));
      return queue.publish();
    }
    const isResumed = request.from.kind === 'resume' && present?.item.kind === 'page' && present.item.tabId === request.tabId;
    if (isResumed && (await isStill(present))) return queue.play();
    const signal = this.#supersede();
    await queue.keepPlace();
    queue.showLoading();
    try {
      const queued = await keepAliveDuring(makePageItem(request, this.#findPlace, signal));
      signal.throwIfAborted();
      await queue.replacePresent(queued);
    } catch (thrown) {
      if (signal.aborted) return;
      queue.fail(toAppError(thrown));
      throw thrown;
    }
  }

  /** Reads an answer, also while it grows. Throws `bad-message` for one that no tab shows. */
  async readAnswer(runId: string): Promise<void> {
    await this.#queue.restored();
    if (this.#queue.present?.item.runId === runId && this.#queue.status === 'paused') return this.#queue.play();
    const queued = await makeAnswerItem(this.#threads, runId);
    this.#supersede();
    await this.#queue.replacePresent(queued);
  }

  /** Reads the page in front, or pauses: what the keyboard command does. */
  async toggle(tabId: number): Promise<void> {
    await this.#queue.restored();
    const { status } = this.#queue;
    if (status === 'playing' || status === 'loading') return this.#queue.pause();
    await this.readAloud({ tabId, from: { kind: 'resume' } });
  }

  async control(action: Action): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    switch (action) {
      case 'play':
        return queue.play();
      case 'pause':
        this.#supersede();
        return queue.pause();
      case 'stop':
        this.#supersede();
        return queue.stop();
      case 'next-item':
        return queue.next();
      case 'use-system-voice':
        if (queue.present) queue.present.systemOnly = true;
        return queue.again();
      default:
        await this.#move(() => queue.narrator.step(action));
    }
  }

  async seek(share: number): Promise<void> {
    await this.#queue.restored();
    await this.#move(() => this.#queue.narrator.seek(share));
  }

  /** Goes to a place in the text of an item, if it is the present one. */
  async jump(itemId: string, position: SpeechPosition): Promise<void> {
    await this.#queue.restored();
    if (this.#queue.present?.item.id !== itemId) return;
    await this.#move(() => this.#queue.narrator.begin(position));
    await this.#queue.play();
  }

  async #move(step: () => void): Promise<void> {
    const queue = this.#queue;
    const { present } = queue;
    if (!present) return;
    await queue.narrator.reopen();
    if (queue.present !== present) return;
    // What failed is held.
    const isHeld = queue.status === 'failed';
    queue.moved();
    step();
    if (isHeld) queue.narrator.resume();
    queue.publish();
  }

  /** Moves an item to another place of the queue, or takes it out. The first is read. */
  async moveItem(id: string, to: number | null): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    const from = queue.items.findIndex(({ item }) => item.id === id);
    const [moved] = queue.items.slice(from, from + 1);
    if (from < 0 || !moved) return;
    if (from === 0 && to === null) return queue.next();
    const place = to === null ? undefined : Math.max(0, Math.min(queue.items.length - 1, Math.trunc(to)));
    if (place === from) return;
    const changesPresent = from === 0 || place === 0;
    if (changesPresent) await queue.keepPlace();
    queue.items.splice(queue.items.indexOf(moved), 1);
    if (place === undefined) void forgetText(id);
    else queue.items.splice(place, 0, moved);
    if (changesPresent) await queue.begin();
    else queue.publish();
  }

  /** The reader's answer to `PlayerState.ask`. */
  async answerSpending(accept: boolean): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    const { present, ask } = queue;
    if (!present || !ask) return;
    if (accept) {
      // Accepting that cannot be stored still holds for this text.
      await acceptHost(ask.host).catch((thrown: unknown) => console.warn('Not stored.', thrown));
      await queue.narrator.grant(ask);
    } else present.systemOnly = true;
    await queue.again();
  }

  /** The settings were changed. */
  async applySettings(): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    if (!queue.present) return;
    try {
      await queue.narrator.reopen();
      await queue.narrator.applySettings();
      queue.publish();
    } catch (thrown) {
      queue.fail(toAppError(thrown));
    }
  }

  async handleEvent(event: AudioEvent): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    switch (event.type) {
      case 'voices':
        return queue.voices.learn(event.voices);
      case 'action':
        if (event.action === 'next' || event.action === 'previous') return this.control(`${event.action}-sentence`);
        return this.control(event.action);
      case 'word':
        return queue.tellWord(event.at, event.length);
      default:
        queue.narrator.handle(event);
        await queue.goOn();
    }
  }

  /** The tab is gone: nothing of it is read any more. */
  async closeTab(tabId: number): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    const { present } = queue;
    const gone = queue.items.filter(({ item }) => item.tabId === tabId);
    if (gone.length === 0) return;
    const wasPresent = present !== undefined && gone.includes(present);
    if (wasPresent) await queue.keepPlace();
    queue.items = queue.items.filter((each) => !gone.includes(each));
    for (const { item } of gone) void forgetText(item.id);
    if (wasPresent) await queue.begin();
    else queue.publish();
  }

  /** The tab may show another page: reading the one before ends, and its place is kept. Its answers are read on. */
  async followTab(tabId: number): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    const { present } = queue;
    if (present?.item.tabId !== tabId || present.item.kind === 'answer' || (await isStill(present))) return;
    if (queue.present === present) await queue.next();
  }

  #supersede(): AbortSignal {
    this.#fetching.abort();
    this.#fetching = new AbortController();
    return this.#fetching.signal;
  }
}

/** Whether the tab still shows the document that the text was read from. */
async function isStill({ item, document }: QueuedItem): Promise<boolean> {
  return document !== undefined && (await identifyDocument(item.tabId)) === document;
}
