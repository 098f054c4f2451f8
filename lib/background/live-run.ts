import type { ThreadEvent } from '~/lib/messaging/protocol';
import type { MaskedText } from '~/lib/shared/masked';
import type { KeptPart } from '~/lib/shared/parts';
import { type OutgoingRequest, type Run, RunHead } from '~/lib/shared/run';
import type { RunStore, StoredRequest } from '~/lib/storage/run-store';
import { TextBuffer } from './text-buffer';
import { WriteQueue } from './write-queue';

/** Milliseconds between two events of one run to its watchers: about two frames. */
const WATCH_DELAY = 30;
/** Milliseconds an answer may be ahead of its journal. */
const JOURNAL_DELAY = 250;
/** Masked data that is named under an answer at most. */
const MOST_MASKED = 500;

/** Changes to a run; `undefined` removes a field. */
export type RunChanges = { [K in keyof Omit<Run, 'id' | 'threadId' | 'text' | 'reasoning'>]?: Run[K] | undefined };

/**
 * A run in memory. Every change goes through here, and from here to the watchers and to the store. When the store
 * fails the run goes on and says so in `unsaved`, until what was missed is written after all.
 */
export class LiveRun {
  readonly position: number;
  /** Of a private window, or made while history is off: nothing of it may be written to disk. */
  readonly isPrivate: boolean;
  readonly #run: Run;
  readonly #store: RunStore;
  readonly #publish: (event: ThreadEvent) => void;
  readonly #watched: TextBuffer;
  readonly #journal: TextBuffer;
  readonly #writes: WriteQueue;
  #request: StoredRequest | undefined;

  constructor({ run, position, isPrivate }: { run: Run; position: number; isPrivate: boolean }, store: RunStore, publish: (event: ThreadEvent) => void) {
    this.#run = run;
    this.position = position;
    this.isPrivate = isPrivate;
    this.#store = store;
    this.#publish = publish;
    this.#writes = new WriteQueue((unsaved) => this.#apply({ unsaved }));
    this.#watched = new TextBuffer(run, WATCH_DELAY, (addition) => publish({ type: 'delta', ...addition }));
    this.#journal = new TextBuffer(run, JOURNAL_DELAY, (addition) => this.#writes.add(() => store.append(addition)));
  }

  get run(): Readonly<Run> {
    return this.#run;
  }

  get id(): string {
    return this.#run.id;
  }

  addText(text: string): void {
    this.#run.text += text;
    this.#watched.add(text, '');
    this.#journal.add(text, '');
  }

  addReasoning(reasoning: string): void {
    this.#run.reasoning += reasoning;
    this.#watched.add('', reasoning);
    this.#journal.add('', reasoning);
  }

  change(changes: RunChanges): void {
    this.#apply(changes);
    this.#journal.flush();
    this.save();
  }

  /** Gives the run another place in its thread, or none: that is nothing new for the history. */
  place(changes: Pick<RunChanges, 'parentId' | 'chosenAt' | 'deletedAt' | 'comparison'>): void {
    this.#apply(changes);
    this.#journal.flush();
    const copy = this.#copy();
    this.#writes.add(() => this.#store.putRun(copy, this.position, true));
  }

  /** Takes note of what was masked in one of the run's requests. */
  addMasked(masked: readonly MaskedText[]): void {
    const known = new Map((this.#run.masked ?? []).map((each) => [each.text, each]));
    const before = known.size;
    for (const each of masked) if (known.size < MOST_MASKED && !known.has(each.text)) known.set(each.text, each);
    if (!this.#run.masked || known.size > before) this.change({ masked: [...known.values()] });
  }

  /** Empties the texts, for a run that starts anew. */
  restart(changes: RunChanges): void {
    this.#watched.restart();
    this.#journal.restart();
    this.#run.text = this.#run.reasoning = '';
    this.#assign({ judged: undefined, sources: undefined, ...changes });
    this.#publish({ type: 'run', run: { ...this.#run } });
    this.#writes.add(() => this.#store.clearTexts(this.id));
    this.save();
  }

  /** Writes everything but the texts. */
  save(): void {
    const copy = this.#copy();
    this.#writes.add(() => this.#store.putRun(copy, this.position));
  }

  /** @param kept `plan`: of a text that is read in parts; `blocks`: what the answer may quote */
  keepRequest(request: OutgoingRequest, maxTokens: number, kept: Pick<StoredRequest, 'plan' | 'blocks'> = {}): void {
    this.#putRequest({ ...request, runId: this.id, maxTokens, ...kept });
  }

  /** Nothing more will be quoted: what the request was made from need not be kept beside it. */
  dropBlocks(): void {
    if (!this.#request?.blocks) return;
    const request = { ...this.#request };
    delete request.blocks;
    this.#putRequest(request);
  }

  /** Keeps the parts of a long text, or what has become of some of them. */
  keepParts(parts: readonly KeptPart[]): void {
    const copies = parts.map((part) => ({ ...part }));
    this.#writes.add(() => this.#store.parts.put(copies));
  }

  /** In the place of all that were kept. */
  replaceParts(parts: readonly KeptPart[]): void {
    const copies = parts.map((part) => ({ ...part }));
    this.#writes.add(() => this.#store.parts.replace(this.id, copies));
  }

  /** The parts of a long text, with what has become of them; none when they cannot be had. */
  async parts(): Promise<KeptPart[]> {
    await this.saved();
    return this.#store.parts.load(this.id).catch(() => []);
  }

  /** Takes note that the text so far goes out once more with the request, to be continued, and the list of sources behind it. */
  keepContinuation(list: string): void {
    if (!this.#request) return;
    this.#putRequest({ ...this.#request, continued: this.#run.text.length, continuedList: list });
  }

  async request(): Promise<StoredRequest | undefined> {
    this.#request ??= await this.#store.getRequest(this.id).catch(() => undefined);
    return this.#request;
  }

  /** Hands watchers what they have not got yet, so that a snapshot may follow. */
  flushToWatchers(): void {
    this.#watched.flush();
  }

  /** Resolves when everything so far is in the store, or has failed to be. */
  async saved(): Promise<void> {
    this.#journal.flush();
    await this.#writes.settle();
  }

  /** Tries once more to write what could not be written: there may be room by now. */
  saveAgain(): void {
    if (this.#writes.failed) void this.#writes.settle();
  }

  /** Nothing more of it is written: it was taken out of the store. */
  forget(): void {
    this.#writes.drop();
  }

  /** Takes the run out of the store, after whatever is being written, for another in its place. */
  erase(): void {
    this.#writes.drop();
    this.#writes.add(() => this.#store.removeRuns([this.id], true));
  }

  #putRequest(request: StoredRequest): void {
    this.#request = request;
    this.#writes.add(() => this.#store.putRequest(request));
  }

  #apply(changes: RunChanges): void {
    this.#watched.flush();
    this.#assign(changes);
    this.#publish({ type: 'patch', runId: this.id, run: RunHead.parse(this.#run) });
  }

  #assign(changes: RunChanges): void {
    Object.assign(this.#run, changes);
    // Absent is absent: `undefined` would not survive the way through JSON.
    for (const key of Object.keys(changes) as (keyof RunChanges)[]) {
      if (changes[key] === undefined) Reflect.deleteProperty(this.#run, key);
    }
  }

  /** The run as it is to be kept: once it is, that it was not is no longer true. */
  #copy(): Run {
    const copy = { ...this.#run };
    if (this.#writes.failed) delete copy.unsaved;
    return copy;
  }
}
