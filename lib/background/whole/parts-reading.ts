import type { Server } from '~/lib/api/types';
import { AppError, type ErrorCode, toAppError } from '~/lib/shared/app-error';
import type { ChatMessage } from '~/lib/shared/chat';
import type { Block } from '~/lib/shared/page-content';
import type { KeptPart, MissingPart, PartsReport } from '~/lib/shared/parts';
import type { AnswerRequest } from '~/lib/shared/run';
import type { Settings } from '~/lib/shared/settings';
import { fitsTogether, groupNotes } from '~/lib/tasks/whole/group-notes';
import { joinNotes, type NamedNotes } from '~/lib/tasks/whole/notes';
import { inParallel } from '../guard/in-parallel';
import { openJudge } from '../guard/judge';
import { checksOfRun } from '../guard/run-checks';
import { MEETS_ALL } from '../pictures/describe-queue';
import { ServerPause } from '../pictures/server-pause';
import type { RunContext } from '../run-context';
import { refineServerError } from '../server';
import { askPart, type PartSetup } from './ask-part';
import { MOST_FAILURES } from './limits';
import { makePart, partMessages, type PlannedParts, splitAgain, type TaskInParts } from './plan-parts';

/** What says nothing about the part that met it. */
const OF_SERVER: readonly ErrorCode[] = ['server-error', 'timeout', 'stream-broken', 'bad-response'];

/** Where the pictures of a scan come from, and where its text goes. */
export interface ScanPages {
  /** Gives the part the picture of its page. */
  draw(part: KeptPart, signal: AbortSignal): Promise<void>;
  /** Keeps what was read with the document. */
  keep(part: KeptPart): Promise<void>;
}

interface ReadingSetup {
  /** Of a scan. */
  scan?: ScanPages | undefined;
  context: RunContext;
  settings: Settings;
  server: Server;
  model: string;
  task: TaskInParts;
  request: AnswerRequest;
}

/** The parts of one text on their way to be notes. All that is done is kept with the run. */
export class PartsReading {
  readonly #setup: ReadingSetup;
  #planned: PlannedParts;
  /** Those of higher levels that were made before. */
  readonly #joined: readonly KeptPart[];
  #failures = 0;

  /** @param kept of all levels */
  constructor(setup: ReadingSetup, plan: PlannedParts['plan'], kept: readonly KeptPart[]) {
    this.#setup = setup;
    this.#planned = { plan, parts: kept.filter(({ level }) => level === 0) };
    this.#joined = kept.filter(({ level }) => level > 0);
  }

  get plan(): PlannedParts['plan'] {
    return this.#planned.plan;
  }

  /** Notes that there are. */
  get notes(): NamedNotes[] {
    return this.#planned.parts.flatMap(({ index, result }) => (result ? [{ from: index + 1, to: index + 1, text: result.text }] : []));
  }

  /** What was read of a scan, by page. */
  get pages(): { page: number; text: string }[] {
    return this.#planned.parts.flatMap(({ page, result }) => (page !== undefined && result ? [{ page, text: result.text }] : []));
  }

  /** Part of the text's words that the notes are on, 0 to 1; what may lack its end does not count. */
  get share(): number {
    const { parts } = this.#planned;
    const count = (list: readonly KeptPart[]) => list.reduce((sum, { words }) => sum + words, 0);
    const read = parts.filter(({ result }) => result && !result.cut);
    return read.length === parts.length ? 1 : Math.min(0.999, count(read) / Math.max(1, count(parts)));
  }

  /** Requests for the parts that have no result, and what of the text is in them. */
  get unread(): { messages: ChatMessage[]; blocks: Block[] } {
    const { task, request } = this.#setup;
    const { plan, parts } = this.#planned;
    const unread = parts.filter(({ result }) => !result);
    return { messages: unread.flatMap((part) => partMessages(task, request, plan, part, parts.length)), blocks: unread.flatMap(({ blocks }) => blocks) };
  }

  /**
   * Has every part read that has no result, and tells how far it has come. A part that fails is left out, with its reason.
   * @throws AppError what would meet every part, `context-too-long`, and the reason of the abort
   */
  async readParts(): Promise<void> {
    for (;;) {
      try {
        this.#tell('parts');
        return await this.#ask(this.#planned.parts.filter(({ result }) => !result));
      } catch (thrown) {
        if (toAppError(thrown).code !== 'context-too-long') throw thrown;
        this.#planned = splitAgain(this.#planned);
        const { live } = this.#setup.context;
        live.replaceParts(this.#planned.parts);
        const { host = '', model = '' } = live.run;
        live.keepRequest({ host, model, messages: [] }, this.plan.answerMax, { plan: this.plan });
      }
    }
  }

  /**
   * The notes as one text that fits into the request for the answer: put together by the model as often as it takes.
   * @throws AppError what keeps one of these requests from being answered; `context-too-long` when they do not get shorter
   */
  async joinNotes(tokens = this.plan.notesTokens): Promise<string> {
    let notes = this.notes;
    for (let level = 1; !fitsTogether(notes, tokens); level++) {
      this.#tell('merging');
      const groups = groupNotes(notes, tokens);
      const steps = groups.map((group, index) => this.#findStep(level, index, joinNotes(group)));
      await this.#ask(steps.filter(({ result }) => !result));
      const failed = steps.find(({ error }) => error);
      if (failed?.error) throw AppError.fromData(failed.error);
      const before = notes.reduce((sum, { text }) => sum + text.length, 0);
      notes = groups.map((group, i) => ({ from: group[0]?.from ?? 0, to: group.at(-1)?.to ?? 0, text: steps[i]?.result?.text ?? '' }));
      for (const [i, { result }] of steps.entries()) if (result?.cut) this.#markCut(groups[i] ?? []);
      this.#tell('merging');
      if (notes.reduce((sum, { text }) => sum + text.length, 0) >= before) throw new AppError('context-too-long');
    }
    return joinNotes(notes);
  }

  /** Says in the run how far it has come. */
  #tell(step: PartsReport['step']): void {
    const { live } = this.#setup.context;
    const { parts } = this.#planned;
    const { read, parts: report } = live.run;
    const missing = parts.flatMap(({ index, page, result, error }): MissingPart[] =>
      result?.cut ? [{ part: page ?? index + 1 }] : error && !result ? [{ part: page ?? index + 1, error }] : []);
    live.change({
      parts: { step, total: parts.length, begun: true, done: parts.filter(({ result }) => result).length, missing, estimate: report?.estimate ?? { requests: 0, tokens: 0 } },
      ...(read ? { read: { ...read, wordsRead: Math.floor(read.wordsTotal * this.share) } } : {}),
    });
  }

  /** The same step as was made before, if what it puts together is still the same. */
  #findStep(level: number, index: number, notes: string): KeptPart {
    const known = this.#joined.find((step) => step.level === level && step.index === index && step.notes === notes && step.result);
    return known ?? makePart(this.#setup.context.live.id, level, index, notes);
  }

  #markCut(notes: readonly NamedNotes[]): void {
    for (const { from, to } of notes) {
      for (const { result } of this.#planned.parts.slice(from - 1, to)) if (result) result.cut = true;
    }
  }

  async #ask(parts: readonly KeptPart[]): Promise<void> {
    if (parts.length === 0) return;
    const { context, settings, task, request, scan } = this.#setup;
    const { live, platform, signal } = context;
    const pause = new ServerPause();
    const checks = checksOfRun(context, settings, await openJudge(platform.api, settings, this.#setup.server, signal));
    const total = this.#planned.parts.length;
    await inParallel(parts, signal, async (part, either) => {
      const turns = { mayAsk: () => pause.over(either), pauses: (error: AppError, times: number) => pause.heed(error, times) };
      const setup: PartSetup = { ...this.#setup, checks, turns };
      try {
        await scan?.draw(part, either);
        const messages = partMessages(task, request, this.plan, part, total);
        part.result = await askPart(setup, { messages, maxTokens: this.plan.noteMax, ocr: this.plan.scan?.ocr }, either);
        await scan?.keep(part);
        delete part.error;
        this.#failures = 0;
      } catch (thrown) {
        either.throwIfAborted();
        part.error = (await this.#judge(thrown)).data;
      }
      live.keepParts([part]);
      this.#tell(part.level > 0 ? 'merging' : 'parts');
    }, settings.documents.parallel);
  }

  /** The error of a part. Throws one that is not about the part alone. */
  async #judge(thrown: unknown): Promise<AppError> {
    const error = await refineServerError(thrown, this.#setup.settings);
    this.#failures = OF_SERVER.includes(error.code) ? this.#failures + 1 : 0;
    const { code } = error;
    if (code === 'context-too-long' || MEETS_ALL.includes(code) || code.startsWith('pdf-') || this.#failures >= MOST_FAILURES) throw error;
    return error;
  }
}
