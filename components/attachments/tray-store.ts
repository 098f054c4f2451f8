import { call } from '~/lib/messaging/call';
import { onChangeAnnounced } from '~/lib/messaging/wake';
import { type AppErrorData, toAppError } from '~/lib/shared/app-error';
import { type Attachment, attachmentKey } from '~/lib/shared/attachment';
import type { Measured, Tray, TraySource } from '~/lib/shared/tray';
import { sendFile } from './send-file';

/** Something that could not be attached. */
export interface Failure {
  name: string;
  error: AppErrorData;
}

export interface TrayState {
  /** Undefined until it is known. */
  tray: Tray | undefined;
  /** What has been measured, by key. */
  sizes: ReadonlyMap<string, Measured>;
  /** What is selected in the page, as far as the reader has made it known by beginning to write. */
  selection: string | undefined;
  /** Names of files that are on their way. */
  coming: readonly string[];
  failures: readonly Failure[];
}

/** The tray of one conversation, as this window shows it. */
export class TrayStore {
  readonly tabId: number;
  readonly #threadId: string;
  #state: TrayState = { tray: undefined, sizes: new Map(), selection: undefined, coming: [], failures: [] };
  readonly #listeners = new Set<() => void>();
  readonly #addedListeners = new Set<() => void>();
  readonly #asked = new Set<string>();
  #loading: Promise<void>;
  #adding: Promise<void> = Promise.resolve();

  constructor(tabId: number, threadId: string) {
    this.tabId = tabId;
    this.#threadId = threadId;
    this.#loading = this.#load();
    this.#loading.catch(() => undefined);
  }

  get state(): TrayState {
    return this.#state;
  }

  /** Resolves when the tray is known, and files that were on their way are in it; asks once more where that has failed. */
  async ready(): Promise<void> {
    await this.#adding;
    await this.#loading.catch(() => (this.#loading = this.#load()));
  }

  /** Until the signal aborts; other windows may change the same tray. */
  subscribe(listener: () => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
    onChangeAnnounced('attachments', () => {
      // Pages may have been read that were pictures.
      for (const [key, { scan }] of this.#state.sizes) if (scan) this.#forget(key);
      void this.#load().catch(() => undefined);
    }, signal);
  }

  /** Tells when the reader has added something, in whichever way, until the signal aborts. */
  whenAdded(listener: () => void, signal: AbortSignal): void {
    this.#addedListeners.add(listener);
    signal.addEventListener('abort', () => this.#addedListeners.delete(listener), { once: true });
  }

  async change(change: { source?: TraySource; add?: Attachment[]; remove?: string[] }): Promise<void> {
    // What is added again is measured again.
    for (const attachment of change.add ?? []) this.#forget(attachmentKey(attachment));
    try {
      this.#set({ tray: await call('changeTray', { tabId: this.tabId, ...change }), failures: [] });
    } catch (thrown) {
      this.#set({ failures: [{ name: '', error: toAppError(thrown).data }] });
    }
    if (change.add || (change.source && change.source.kind !== 'none')) this.#tellAdded();
  }

  /** One after the other; one that fails does not keep the others from being attached. */
  addFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return Promise.resolve();
    this.#set({ coming: [...this.#state.coming, ...files.map(({ name }) => name)], failures: [] });
    this.#adding = this.#adding.then(() => this.#sendFiles(files));
    return this.#adding;
  }

  async #sendFiles(files: readonly File[]): Promise<void> {
    for (const file of files) {
      try {
        this.#set({ tray: await sendFile(file, this.tabId, this.#threadId) });
      } catch (thrown) {
        this.#set({ failures: [...this.#state.failures, { name: file.name, error: toAppError(thrown).data }] });
      }
      const [, ...coming] = this.#state.coming;
      this.#set({ coming });
    }
    this.#tellAdded();
  }

  /** Measures what has not been measured. Called when the reader begins to write, or has added something. */
  async measure(source: TraySource, pageKey: string): Promise<void> {
    const attachments = (this.#state.tray?.attachments ?? []).filter((attachment) => this.#ask(attachmentKey(attachment)));
    const page = source.kind !== 'none' && this.#ask(pageKey) ? source : undefined;
    try {
      const { sizes, selection } = await call('measureTray', { tabId: this.tabId, ...(page ? { source: page } : {}), attachments, selected: true });
      const known = new Map(this.#state.sizes);
      for (const size of sizes) known.set(size.key === 'page' ? pageKey : size.key, size);
      this.#set({ sizes: known, selection });
    } catch {
      // It is measured when the reader next begins to write.
      for (const attachment of attachments) this.#asked.delete(attachmentKey(attachment));
      this.#asked.delete(pageKey);
    }
  }

  /** Opens an attached PDF that is encrypted; its chip says so where that is not the password. */
  async unlock(fileId: string, password: string): Promise<void> {
    try {
      await call('unlockFile', { tabId: this.tabId, fileId, password });
      this.#forget(fileId);
      this.#tellAdded();
    } catch (thrown) {
      this.#set({ sizes: new Map(this.#state.sizes).set(fileId, { key: fileId, error: toAppError(thrown).data }) });
    }
  }

  /** Begins to read those pages of a PDF that are pictures: of an attached one, or of the one in the tab. */
  async readScan(attachment?: Attachment): Promise<void> {
    try {
      await call('startRun', { tabId: this.tabId, request: { task: 'read-scan', source: { kind: attachment ? 'none' : 'page' }, ...(attachment ? { attachment } : {}) } });
    } catch (thrown) {
      this.#set({ failures: [{ name: '', error: toAppError(thrown).data }] });
    }
  }

  /** Docent may read more than before. */
  forgetFailed(): void {
    for (const [key, { error }] of this.#state.sizes) if (error) this.#forget(key);
  }

  forgetFailures(): void {
    this.#set({ failures: [] });
  }

  #tellAdded(): void {
    for (const listener of [...this.#addedListeners]) listener();
  }

  #ask(key: string): boolean {
    if (this.#asked.has(key)) return false;
    this.#asked.add(key);
    return true;
  }

  #forget(key: string): void {
    this.#asked.delete(key);
    const sizes = new Map(this.#state.sizes);
    if (sizes.delete(key)) this.#set({ sizes });
  }

  async #load(): Promise<void> {
    this.#set({ tray: await call('getTray', { tabId: this.tabId }) });
  }

  #set(changes: Partial<TrayState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of [...this.#listeners]) listener();
  }
}
