import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Platform } from '~/lib/background/platform';
import type { CallInput, CallName, CallOutput, ThreadEvent } from '~/lib/messaging/protocol';
import type { AppError, AppErrorData } from '~/lib/shared/app-error';
import type { ExtractedPage } from '~/lib/shared/page-content';
import type { Run, RunRequest, RunState } from '~/lib/shared/run';
import { DEFAULT_SETTINGS } from '~/lib/shared/settings';
import { type FakePort, installPorts, OWN_PAGE } from '../messaging/fake-ports';
import { FakeApi } from './fake-api';
import { FakeAudio } from './fake-audio';

export const SUMMARIZE: Extract<RunRequest, { task: 'summarize' }> = { task: 'summarize', source: { kind: 'page' }, options: DEFAULT_SETTINGS.summary };
export const ask = (question: string): RunRequest => ({ task: 'ask', source: { kind: 'page' }, question });

export function makePage(about: Partial<ExtractedPage> = {}): ExtractedPage {
  const text = 'The lighthouse was built in 1851. Its lamp was the brightest on the coast. Nobody believed in it at first.';
  return {
    url: 'https://example.org/story',
    title: 'The lighthouse',
    lang: 'en',
    dir: 'ltr',
    kind: 'article',
    blocks: [{ id: 'b1', kind: 'paragraph', text }],
    images: [],
    wordCount: 20,
    omissions: [],
    texts: [],
    ...about,
  };
}

export interface FakeTab {
  id: number;
  url?: string;
  title?: string;
  incognito?: boolean;
  discarded?: boolean;
}

type Injection = { target: { tabId: number }; files?: string[]; func?: (...args: never[]) => unknown; args?: unknown[] };

/** A window that watches a tab's thread and keeps its runs, as the panel does. */
export class Watcher {
  readonly events: ThreadEvent[] = [];
  readonly #runs = new Map<string, Run>();
  #shown: readonly string[] = [];
  readonly port: FakePort;

  constructor(port: FakePort, tabId: number) {
    this.port = port;
    port.onMessage.addListener((event) => this.#apply(event as ThreadEvent));
    port.postMessage({ tabId });
  }

  get runs(): Run[] {
    return this.#shown.flatMap((id) => this.#runs.get(id) ?? []);
  }

  /** Those that are shown, and those that are compared with them. */
  get all(): Run[] {
    return [...this.#runs.values()];
  }

  get last(): Run | undefined {
    return this.runs.at(-1);
  }

  #apply(event: ThreadEvent): void {
    this.events.push(event);
    if (event.type === 'snapshot') {
      this.#runs.clear();
      this.#shown = event.runs.map(({ id }) => id);
      for (const run of [...event.runs, ...(event.beside ?? [])]) this.#runs.set(run.id, { ...run });
    } else if (event.type === 'run') {
      if (!this.#runs.has(event.run.id)) this.#shown = [...this.#shown, event.run.id];
      this.#runs.set(event.run.id, { ...event.run });
    } else {
      const run = this.#runs.get(event.runId);
      if (!run) throw new Error(`${event.type} of an unknown run`);
      if (event.type === 'patch') this.#runs.set(run.id, { ...event.run, text: run.text, reasoning: run.reasoning });
      else if (event.at !== run.text.length || event.reasoningAt !== run.reasoning.length) throw new Error('gap');
      else this.#runs.set(run.id, { ...run, text: run.text + event.text, reasoning: run.reasoning + event.reasoning });
    }
  }
}

/** A browser with Docent's background in it, whose background can die and come back. */
export class World {
  api = new FakeApi();
  readonly tabs = new Map<number, FakeTab>([[7, { id: 7, url: 'https://example.org/story', title: 'The lighthouse', incognito: false }]]);
  readonly executeScript = vi.fn<(injection: Injection) => Promise<{ documentId: string; result: unknown }[]>>();
  /** Those of the manifest, until a test adds or takes some. */
  readonly permissions = new Set(['https://api.aimlapi.com/*', 'http://localhost/*']);
  readonly sidePanelOpen = vi.fn(async () => undefined);
  /** Scripts that the browser runs in pages by itself. */
  readonly registered: { id: string; matches?: string[] }[] = [];
  readonly contentScripts = {
    getRegisteredContentScripts: async () => [...this.registered],
    registerContentScripts: async (scripts: { id: string }[]) => void this.registered.push(...scripts),
    updateContentScripts: async (scripts: { id: string }[]) => void this.registered.splice(0, Infinity, ...scripts),
    unregisterContentScripts: async () => void (this.registered.length = 0),
  };
  readonly permissionsRemoved = { addListener: vi.fn<(listener: () => void) => void>() };
  page: unknown = makePage();
  extractHtml = vi.fn<Platform['extractHtml']>(async (_html, url) => makePage({ url }));
  drawSvg = vi.fn<Platform['drawSvg']>(async () => { throw new Error('nothing draws here'); });
  readPdf = vi.fn<Platform['readPdf']>(() => { throw new Error('nothing reads PDFs here'); });
  /** What the background had played, and where a test tells what becomes of it. */
  audio = new FakeAudio();
  offerFile = vi.fn<Platform['offerFile']>(async () => 'blob:file');
  summarizer: Platform['summarizer'] = { isAvailable: async () => false, summarize: () => { throw new Error('no summarizer'); } };
  /** Of the modules the background runs on: another copy would not be known to it. */
  AppError!: typeof AppError;
  #ports!: ReturnType<typeof installPorts>;

  /** A fresh profile. The reader has accepted to send to the server, and stored a key, unless told otherwise. */
  static async open({ key = 'sk-test-key-1234567', accepted = true } = {}): Promise<World> {
    fakeBrowser.reset();
    globalThis.indexedDB = new IDBFactory();
    const world = new World();
    world.#install();
    await world.startBackground();
    if (key) await world.call('setKey', { key });
    if (accepted) await world.call('updateSettings', { sendAcceptedHosts: ['api.aimlapi.com'] });
    return world;
  }

  #install(): void {
    this.executeScript.mockImplementation(async ({ func }) => [{ documentId: 'd1', result: func ? 'text/html' : this.page }]);
    const event = () => ({ addListener: vi.fn() });
    Object.assign(fakeBrowser, {
      i18n: { getUILanguage: () => 'en', getMessage: (key: string) => (key === 'messagesLanguage' ? 'en' : key) },
      scripting: { executeScript: this.executeScript, ...this.contentScripts },
      permissions: { contains: async ({ origins }: { origins: string[] }) => origins.every((each) => this.permissions.has(each)), onRemoved: this.permissionsRemoved },
      sidePanel: { open: this.sidePanelOpen },
      contextMenus: { onClicked: event(), create: vi.fn(), removeAll: vi.fn(async () => undefined) },
      commands: { onCommand: event() },
    });
    const get = async (id: number) => {
      const tab = this.tabs.get(id);
      if (!tab) throw new Error(`No tab with id: ${id}.`);
      return tab;
    };
    Object.assign(fakeBrowser.tabs, { get });
    Object.assign(fakeBrowser.runtime, { sendMessage: async () => undefined, getPlatformInfo: async () => ({}) });
    Object.assign(fakeBrowser.storage.local, { setAccessLevel: async () => undefined });
  }

  /** A new copy of the modules: nothing but storage survives from the one before. */
  async startBackground(): Promise<void> {
    vi.resetModules();
    this.#ports = installPorts();
    const { startBackground } = await import('~/lib/background');
    ({ AppError: this.AppError } = await import('~/lib/shared/app-error'));
    const { api, summarizer, audio } = this;
    audio.forgetListeners();
    startBackground({ api, summarizer, audio, offerFile: (file) => this.offerFile(file), extractHtml: (...args) => this.extractHtml(...args), drawSvg: (...args) => this.drawSvg(...args), readPdf: (...args) => this.readPdf(...args) });
  }

  /** The browser ends the background in the middle of whatever it does, and starts another. */
  async restartBackground(): Promise<void> {
    this.#ports.killBackground();
    fakeBrowser.runtime.onMessage.removeAllListeners();
    fakeBrowser.tabs.onRemoved.removeAllListeners();
    fakeBrowser.tabs.onUpdated.removeAllListeners();
    fakeBrowser.storage.onChanged.removeAllListeners();
    this.api = new FakeApi();
    await this.startBackground();
  }

  /** The browser ends, and is started again: only the disk is as it was. */
  async restartBrowser(): Promise<void> {
    // It tells no background of that.
    fakeBrowser.storage.onChanged.removeAllListeners();
    await fakeBrowser.storage.session.clear();
    await this.restartBackground();
  }

  /** As `call` in a page. Throws the error's data. */
  async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const reply = await new Promise((resolve) => {
      void fakeBrowser.runtime.onMessage.trigger({ name, input }, OWN_PAGE, resolve);
    });
    const { ok, value, error } = reply as { ok: boolean; value: CallOutput<N>; error: AppErrorData };
    if (!ok) throw error;
    return value;
  }

  watch(tabId = 7): Watcher {
    const { connect } = fakeBrowser.runtime as unknown as { connect(info: { name: string }): FakePort };
    return new Watcher(connect({ name: 'thread' }), tabId);
  }

  /** A window that has had its snapshot: what comes now, it is told of step by step. */
  async watchFromNow(tabId = 7): Promise<Watcher> {
    const watcher = this.watch(tabId);
    await vi.waitFor(() => {
      if (watcher.events.length === 0) throw new Error('no snapshot');
    });
    return watcher;
  }

  async start(request: RunRequest = SUMMARIZE, tabId = 7): Promise<string> {
    return (await this.call('startRun', { tabId, request })).runId;
  }

  /** The answer the background asked for as its nth request. */
  async answer(n = 0): Promise<FakeApi['answers'][number]> {
    return vi.waitFor(() => {
      const answer = this.api.answers[n];
      if (!answer) throw new Error(`no request number ${n}`);
      return answer;
    });
  }

  /** Waits until the run has that state, and gives it. */
  async reach(watcher: Watcher, runId: string, state: RunState): Promise<Run> {
    return vi.waitFor(() => {
      const run = watcher.all.find(({ id }) => id === runId);
      if (run?.state !== state) throw new Error(`${run?.state ?? 'no run'} ${JSON.stringify(run?.error)}, not ${state}`);
      return run;
    });
  }
}
