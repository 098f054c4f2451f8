import { vi } from 'vitest';
import type { PictureList, PicturesEvent } from '~/lib/messaging/picture-calls';
import type { CallInput, CallName, ThreadEvent } from '~/lib/messaging/protocol';
import type { SettingsView } from '~/lib/messaging/settings-view';
import { AppError, type AppErrorData } from '~/lib/shared/app-error';
import type { ConversationRow } from '~/lib/shared/conversation';
import type { GuardLogEntry } from '~/lib/shared/guard';
import type { PagePicture } from '~/lib/shared/picture';
import type { PlayerState, Voice } from '~/lib/shared/player';
import type { OutgoingRequest, Run } from '~/lib/shared/run';
import type { SavedPrompt } from '~/lib/shared/saved-prompt';
import { DEFAULT_SETTINGS, type Settings } from '~/lib/shared/settings';

/**
 * A background in memory, behind `call` and `watchThread`: remembers what it was asked, keeps settings, and tells
 * watchers what a test lets happen.
 */
export class FakeBackground {
  settings: Settings = structuredClone(DEFAULT_SETTINGS);
  hasKey = true;
  readonly asked: { name: CallName; input: unknown }[] = [];
  /** Errors to answer a call with. */
  readonly refusals = new Map<CallName, AppErrorData>();
  request: OutgoingRequest | null = {
    host: 'api.example.com',
    model: 'demo-lite',
    messages: [
      { role: 'system', content: 'You summarize.' },
      { role: 'user', content: 'The quay will close.' },
    ],
  };
  runs: Run[] = [];
  list: PictureList = { pictures: [], more: 0, closedOrigins: [] };
  batch: Extract<PicturesEvent, { type: 'snapshot' }>['batch'] = { live: false, items: [] };
  /** Thumbnails by picture. */
  thumbnails: Record<string, string> = {};
  /** Stored images by id. */
  readonly images: Record<string, string> = {};
  player: PlayerState = { status: 'idle', queue: [] };
  log: GuardLogEntry[] = [];
  conversations: ConversationRow[] = [];
  prompts: SavedPrompt[] = [];
  /** All voices; a search finds those whose name holds what was typed. */
  voices: Voice[] = [];
  readonly #playerWatchers = new Set<(state: PlayerState) => void>();
  readonly #batchWatchers = new Set<(event: PicturesEvent) => void>();
  readonly #watchers = new Set<(event: ThreadEvent) => void>();

  readonly call = vi.fn(async (name: CallName, input: unknown): Promise<unknown> => {
    this.asked.push({ name, input });
    const refusal = this.refusals.get(name);
    if (refusal) throw AppError.fromData(refusal);
    switch (name) {
      case 'getSettings':
        return this.#view();
      case 'updateSettings':
        Object.assign(this.settings, input);
        return this.#view();
      case 'setKey':
        this.hasKey = (input as { key: string }).key !== '';
        return this.#view();
      case 'getTab':
        return { tabId: 1, title: 'North quay', url: 'https://harbour.example/quay' };
      case 'getRequest':
        return this.request;
      case 'testConnection':
        return { host: 'api.example.com', models: 3, balance: { amount: 12.5, currency: 'USD' } };
      case 'listModels':
        return {
          source: 'server',
          preferred: 'demo-lite',
          models: ['demo-lite', 'demo-large', 'other-chat', 'llama-guard3:8b'].map((id) => ({
            id, aliases: [], name: id, chat: !id.startsWith('llama-guard'), ...(id === 'other-chat' ? { vision: false } : {}),
          })),
        };
      case 'listPictures':
        return this.list;
      case 'getThumbnails': {
        const { ids } = input as { ids: string[] };
        return Object.fromEntries(ids.flatMap((id) => (this.thumbnails[id] ? [[id, this.thumbnails[id]]] : [])));
      }
      case 'getImage':
        return this.images[(input as { imageId: string }).imageId] ?? null;
      case 'estimatePictures': {
        const { length } = (input as { ids: string[] }).ids;
        return { pictures: length, tokens: 1_100 * length, usd: 0.002 * length, model: 'demo-eyes', host: 'api.example.com' };
      }
      case 'findVoices': {
        const { query, limit } = input as CallInput<'findVoices'>;
        const found = this.voices.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
        const languages = [...new Set(this.voices.map(({ lang }) => lang))].map((lang) => ({ lang, count: 1 }));
        return { voices: found.slice(0, limit), total: found.length, languages };
      }
      case 'getGuardLog':
        return { entries: this.log };
      case 'findConversations':
        return { total: this.conversations.length, rows: this.conversations.slice(0, (input as { limit: number }).limit) };
      case 'listPrompts':
        return { prompts: this.prompts };
      case 'savePrompts':
        this.prompts = (input as { prompts: SavedPrompt[] }).prompts;
        return undefined;
      case 'showPassage':
        return { shown: false };
      case 'showSource':
        return { outcome: 'gone' };
      case 'saveNarration':
        return { url: 'blob:docent/1', name: 'North quay.wav' };
      case 'addToPage':
        return { added: (input as { entries: unknown[] }).entries.length };
      case 'setRestore':
        return this.#view();
      case 'startRun':
      case 'retryRun':
        return { runId: 'r2' };
      default:
        return undefined;
    }
  });

  readonly watchThread = (_tab: number, onEvent: (event: ThreadEvent) => void, signal: AbortSignal): void => {
    this.#watchers.add(onEvent);
    signal.addEventListener('abort', () => this.#watchers.delete(onEvent));
    onEvent({ type: 'snapshot', threadId: 't1', runs: this.runs });
  };

  readonly watchPictures = (_tab: number, onEvent: (event: PicturesEvent) => void, signal: AbortSignal): void => {
    this.#batchWatchers.add(onEvent);
    signal.addEventListener('abort', () => this.#batchWatchers.delete(onEvent));
    onEvent({ type: 'snapshot', batch: this.batch });
  };

  readonly watchPlayer = (onState: (state: PlayerState) => void, signal: AbortSignal): void => {
    this.#playerWatchers.add(onState);
    signal.addEventListener('abort', () => this.#playerWatchers.delete(onState));
    onState(this.player);
  };

  tellPlayer(changes: Partial<PlayerState>): void {
    this.player = { ...this.player, ...changes };
    for (const watcher of [...this.#playerWatchers]) watcher(this.player);
  }

  tellPictures(event: PicturesEvent): void {
    for (const watcher of [...this.#batchWatchers]) watcher(event);
  }

  tell(event: ThreadEvent): void {
    for (const watcher of [...this.#watchers]) watcher(event);
  }

  /** What a call was given, each time it was made. */
  inputsOf(name: CallName): unknown[] {
    return this.asked.filter((asked) => asked.name === name).map(({ input }) => input);
  }

  #view(): SettingsView {
    return {
      settings: structuredClone(this.settings),
      hasKey: this.hasKey,
      ...(this.hasKey ? { keyHint: '1234' } : {}),
      repaired: false,
      effectiveEngine: this.hasKey ? 'server' : 'device',
      browserEngine: false,
    };
  }
}

/** A finished summary of a page, with what a test wants different. */
export function makeRun(changes: Partial<Run> = {}): Run {
  return {
    id: 'r1',
    threadId: 't1',
    request: { task: 'summarize', source: { kind: 'page' }, options: DEFAULT_SETTINGS.summary },
    page: { url: 'https://harbour.example/quay', title: 'North quay' },
    state: 'done',
    createdAt: 1,
    engine: 'server',
    model: 'demo-lite',
    host: 'api.example.com',
    text: 'The quay will close.',
    reasoning: '',
    read: { wordsRead: 1240, wordsTotal: 1240, omissions: [] },
    ...changes,
  };
}

/** A photograph of a page that nobody has described, with what a test wants different. */
export function makePicture(id: string, changes: Partial<PagePicture> = {}): PagePicture {
  return {
    id,
    kind: 'image',
    src: `https://harbour.example/${id}.jpg`,
    decorative: false,
    width: 640,
    height: 400,
    naturalWidth: 1_600,
    naturalHeight: 1_000,
    inView: true,
    ...changes,
  };
}
