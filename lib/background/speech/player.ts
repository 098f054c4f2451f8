import type { PlayerEvent } from '~/lib/messaging/speech-calls';
import { toAppError } from '~/lib/shared/app-error';
import type { AudioEvent } from '~/lib/shared/audio-host';
import type { SpeechPosition } from '~/lib/shared/speech';
import { acceptHost } from '../accept-host';
import { keepAliveDuring } from '../keepalive';
import type { Platform } from '../platform';
import type { Threads } from '../threads';
import { dropTab, isShown, leaveOldPage, moveItem } from './edit-queue';
import { type FindPlace, makeAnswerItem, makePageItem, type ReadRequest } from './make-item';
import type { Step } from './step';
import type { PlayerSetup } from './player-setup';
import { PressedPage } from './pressed-page';
import type { SpeechObserver } from './player-store';
import { ReadingQueue } from './reading-queue';
import { NarrationSaver, type SaveRequest } from './save-narration';
import type { Spent } from './spending';

type Action = Step | 'play' | 'pause' | 'stop' | 'next-item' | 'use-system-voice';

/** Milliseconds in which a page that waits in the queue must be read. */
const PATIENCE = 60_000;

/** The one player of all tabs: what the reader, the audio host and the browser ask of it. */
export class Player {
  readonly #threads: Threads;
  readonly #queue: ReadingQueue;
  readonly #findPlace: FindPlace;
  readonly #saver: NarrationSaver;
  readonly #platform: Platform;
  readonly #pressed = new PressedPage();
  /** Aborted when something else is asked to be read while a page is still being fetched. */
  #fetching = new AbortController();

  constructor(setup: PlayerSetup) {
    const { platform, threads, cache, findPlace } = setup;
    this.#platform = platform;
    this.#threads = threads;
    this.#queue = new ReadingQueue(setup);
    this.#findPlace = findPlace;
    this.#saver = new NarrationSaver(platform, threads, cache, (saving) => this.#queue.store.showSaving(saving));
  }

  observe(observer: SpeechObserver): void {
    this.#queue.store.observe(observer);
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
    this.#queue.store.subscribe(send, signal);
    await this.#queue.goOn();
  }

  /** The reader may have something read soon. With a tab: the button is being pressed, and its page is read already. */
  async prepare(tabId?: number): Promise<void> {
    if (tabId !== undefined) return this.#pressed.read(tabId, this.#platform);
    await this.#queue.restored();
    this.#queue.narrator.wake();
  }

  /** Reads a page, in the place of what is being read, or after it. Throws what kept the page from being read; the state shows it too. */
  async readAloud({ append, ...request }: ReadRequest & { append?: boolean | undefined }): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    const { store } = queue;
    const { present, status } = store;
    if (append && present && status !== 'ended') {
      store.items.push(await keepAliveDuring(makePageItem(request, this.#findPlace, this.#platform, AbortSignal.timeout(PATIENCE))));
      return store.publish();
    }
    const isResumed = request.from.kind === 'resume' && present?.item.kind === 'page' && present.item.tabId === request.tabId;
    if (isResumed && (await isShown(present))) return queue.play();
    const signal = this.#supersede();
    await queue.keepPlace();
    queue.showLoading();
    try {
      const early = request.from.kind === 'selection' ? undefined : this.#pressed.take(request.tabId);
      const queued = await keepAliveDuring(makePageItem(request, this.#findPlace, this.#platform, signal, early));
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
    const queue = this.#queue;
    await queue.restored();
    const { present, status } = queue.store;
    if (present?.item.runId === runId && status === 'paused') return queue.play();
    const queued = await makeAnswerItem(this.#threads, runId);
    this.#supersede();
    await queue.replacePresent(queued);
  }

  /** Reads the page in front, or pauses: what the keyboard command does. */
  async toggle(tabId: number): Promise<void> {
    await this.#queue.restored();
    const { status } = this.#queue.store;
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
        if (queue.store.present) queue.store.present.systemOnly = true;
        return queue.again();
      default:
        await queue.move((narrator) => narrator.step(action));
    }
  }

  async seek(share: number): Promise<void> {
    await this.#queue.restored();
    await this.#queue.move((narrator) => narrator.seek(share));
  }

  /** Goes to a place in the text of an item, if it is the present one. */
  async jump(itemId: string, position: SpeechPosition): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    if (queue.store.present?.item.id !== itemId) return;
    await queue.move((narrator) => narrator.begin(position));
    await queue.play();
  }

  async moveItem(id: string, to: number | null): Promise<void> {
    await this.#queue.restored();
    await moveItem(this.#queue, id, to);
  }

  /** The reader's answer to `PlayerState.ask`. */
  async answerSpending(accept: boolean): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    const { present, ask } = queue.store;
    if (!present || !ask) return;
    if (accept) {
      // Accepting that cannot be stored still holds for this text.
      await acceptHost(ask.host).catch((thrown: unknown) => console.warn('Not stored.', thrown));
      await queue.narrator.grant(ask);
    } else present.systemOnly = true;
    await queue.again();
  }

  /** The reader's answer to `PlayerState.pictures`. Throws what keeps an estimate away. */
  async decidePictures(choice: 'estimate' | 'describe' | 'skip'): Promise<void> {
    await this.#queue.restored();
    await keepAliveDuring(this.#queue.narrator.decidePictures(choice));
    this.#queue.store.publish();
  }

  /** Something outside of the queue was spoken by a server. */
  async countSpent(spent: Spent): Promise<void> {
    await this.#queue.restored();
    this.#queue.narrator.countSpent(spent);
    this.#queue.store.publish();
  }

  /** The settings were changed. */
  async applySettings(): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    // What is still being fetched is read with the new ones.
    queue.narrator.unprepare();
    if (!queue.store.present) return;
    try {
      await queue.narrator.reopen();
      await queue.narrator.applySettings();
      queue.store.publish();
    } catch (thrown) {
      queue.fail(toAppError(thrown));
    }
  }

  async handleEvent(event: AudioEvent): Promise<void> {
    const queue = this.#queue;
    await queue.restored();
    switch (event.type) {
      case 'voices':
        return;
      case 'action':
        if (event.action === 'next' || event.action === 'previous') return this.control(`${event.action}-sentence`);
        return this.control(event.action);
      case 'word':
        return queue.store.tellWord(event.at, event.length);
      default:
        queue.narrator.handle(event);
        await queue.goOn();
    }
  }

  async closeTab(tabId: number): Promise<void> {
    await this.#queue.restored();
    await dropTab(this.#queue, tabId);
  }

  async followTab(tabId: number): Promise<void> {
    await this.#queue.restored();
    await leaveOldPage(this.#queue, tabId);
  }

  #supersede(): AbortSignal {
    this.#fetching.abort();
    this.#fetching = new AbortController();
    return this.#fetching.signal;
  }
}
