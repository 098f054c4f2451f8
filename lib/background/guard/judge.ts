import type { Server } from '~/lib/api/types';
import { splitForGuard } from '~/lib/guard/chunks';
import { estimateGuard, type GuardEstimate } from '~/lib/guard/estimate';
import { mergeVerdicts } from '~/lib/guard/merge';
import { effectiveHazards } from '~/lib/guard/policy';
import { MAX_QUOTES } from '~/lib/guard/prompted';
import type { GuardSubject } from '~/lib/guard/subject';
import type { ModelList } from '~/lib/messaging/protocol';
import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { ImagePart, Usage } from '~/lib/shared/chat';
import { GuardError, type Judge, type Verdict } from '~/lib/shared/guard';
import type { Settings } from '~/lib/shared/settings';
import type { StoredImage } from '~/lib/storage/images';
import { addUsage } from '../add-usage';
import { loadModelsForRun } from '../model-list';
import type { ApiClient } from '../platform';
import { refineServerError } from '../server';
import { withLimit } from '../time-limit';
import { askGuard, type GuardReply, partTokens } from './ask-guard';
import { type ChosenGuard, chooseGuard } from './choose-guard';
import { inParallel } from './in-parallel';

/** What a guard says of a subject, in one request or several. */
export interface Judgement {
  verdict: Verdict;
  /** Passages that the model says are concerned, at most five: to be looked for in the page, since it may invent them. */
  quotes: string[];
  /** Of all requests together. */
  usage?: Usage;
  judge: Judge;
  /** Why there is no verdict, where something failed. */
  error?: GuardError;
  /** The next of the kind would meet the same failure. */
  isHopeless?: boolean;
}

/** What checking comes to before it begins, as far as it can be known. */
export interface CheckEstimate extends GuardEstimate {
  /** US dollars, where the model's price is known. */
  usd?: number;
  judge: Judge;
}

/** Judges texts and pictures with the models of one server. Made by `openJudge`. */
export class GuardJudge {
  readonly #api: ApiClient;
  readonly #settings: Settings;
  readonly #server: Server;
  readonly #list: ModelList | AppError;

  /** @param list what there is to choose from, or why nobody may be asked */
  constructor(api: ApiClient, settings: Settings, server: Server, list: ModelList | AppError) {
    this.#api = api;
    this.#settings = settings;
    this.#server = server;
    this.#list = list;
  }

  /** Who judges; `device` when no model is to be had, so that there will be no verdict. */
  about(kind: GuardSubject['kind']): Judge {
    const guard = this.#choose(kind);
    return guard instanceof AppError ? { kind: 'device' } : this.#describe(guard);
  }

  /** Why there is no model to be had; `undefined` when there is one. */
  async whyNot(kind: GuardSubject['kind']): Promise<AppError | undefined> {
    const guard = this.#choose(kind);
    return guard instanceof AppError ? refineServerError(guard, this.#settings) : undefined;
  }

  /** Tokens of text that go into one request: for `splitForGuard`, where verdicts on the parts of a page are wanted. */
  partTokens(): number {
    const guard = this.#choose('text');
    return partTokens(guard instanceof AppError ? undefined : guard, this.#server.baseUrl, this.#hazards);
  }

  /** What judging texts (each cut into parts where it is too long) and pictures comes to. */
  estimate(texts: readonly string[], images: readonly Pick<ImagePart, 'width' | 'height'>[]): CheckEstimate {
    const guards = [this.#choose('text'), this.#choose('image')].map((guard) => (guard instanceof AppError ? undefined : guard));
    const [forText, forImages] = guards;
    const parts = texts.flatMap((text) => splitForGuard(text, this.partTokens()));
    const counts = [
      { guard: forText, ...estimateGuard(parts, [], forText?.mode ?? 'prompted', this.#hazards) },
      { guard: forImages, ...estimateGuard([], images, forImages?.mode ?? 'prompted', this.#hazards) },
    ].filter(({ requests }) => requests > 0);
    const sum = (pick: (count: (typeof counts)[number]) => number) => counts.reduce((total, count) => total + pick(count), 0);
    const isPriced = counts.every(({ guard }) => guard?.model?.price);
    const usd = sum(({ guard, promptTokens, completionTokens }) =>
      promptTokens * (guard?.model?.price?.input ?? 0) + completionTokens * (guard?.model?.price?.output ?? 0));
    return {
      requests: sum(({ requests }) => requests),
      promptTokens: sum(({ promptTokens }) => promptTokens),
      completionTokens: sum(({ completionTokens }) => completionTokens),
      ...(isPriced && counts.length > 0 ? { usd: usd / 1_000_000 } : {}),
      judge: this.about(parts.length > 0 ? 'text' : 'image'),
    };
  }

  /**
   * The verdict on a text, however long, or on pictures that belong together. A long text goes out in parts, three at a time; the first
   * that is unsafe, or a failure that would meet all, ends it. A text without a word in it is safe unasked. Whatever goes
   * wrong is a verdict `unknown`, never `safe`.
   * @param files the pictures' files, as far as they are at hand; the others are looked for in the store
   * @throws only when the signal aborts
   */
  async judge(subject: GuardSubject, signal: AbortSignal, files: readonly StoredImage[] = []): Promise<Judgement> {
    signal.throwIfAborted();
    const guard = this.#choose(subject.kind);
    if (guard instanceof AppError) {
      const error = await refineServerError(guard, this.#settings);
      const reason = error.code === 'no-vision' ? 'not-taken' : 'unavailable';
      return { verdict: { kind: 'unknown', reason }, quotes: [], judge: { kind: 'device' }, error: GuardError.parse(error.data), isHopeless: true };
    }
    const subjects = splitSubject(subject, guard, partTokens(guard, this.#server.baseUrl, this.#hazards));
    const replies = await this.#askAll(guard, subjects, files, signal);
    const usage = replies.reduce<Usage | undefined>((sum, reply) => addUsage(sum, reply.usage), undefined);
    const verdict: Verdict = subjects.length > 0 ? mergeVerdicts(replies.map((reply) => reply.verdict)) : { kind: 'safe' };
    const error = verdict.kind === 'unknown' ? replies.find((reply) => reply.error)?.error : undefined;
    return {
      verdict,
      quotes: [...new Set(replies.flatMap(({ quotes }) => quotes))].slice(0, MAX_QUOTES),
      ...(usage ? { usage } : {}),
      judge: this.#describe(guard),
      ...(error ? { error: GuardError.parse(error) } : {}),
      ...(replies.some(({ isHopeless }) => isHopeless) ? { isHopeless: true } : {}),
    };
  }

  get #hazards() {
    return effectiveHazards(this.#settings.guard);
  }

  #choose(kind: GuardSubject['kind']): ChosenGuard | AppError {
    if (this.#list instanceof AppError) return this.#list;
    try {
      return chooseGuard(this.#settings, this.#list, kind);
    } catch (thrown) {
      if (thrown instanceof AppError) return thrown;
      throw thrown;
    }
  }

  #describe({ mode, id }: ChosenGuard): Judge {
    return { kind: 'model', mode, model: id, host: hostOf(this.#server.baseUrl) };
  }

  async #askAll(guard: ChosenGuard, subjects: readonly GuardSubject[], files: readonly StoredImage[], signal: AbortSignal): Promise<GuardReply[]> {
    const replies: GuardReply[] = [];
    const context = { api: this.#api, settings: this.#settings, server: this.#server, guard, hazards: this.#hazards, files };
    await inParallel(subjects, signal, async (subject, either) => {
      const reply = await askGuard(context, subject, either);
      replies.push(reply);
      return reply.verdict.kind === 'unsafe' || reply.isHopeless ? 'stop' : undefined;
    });
    signal.throwIfAborted();
    return replies;
  }
}

/** A classifier looks at one picture, or at a part of a text; what is asked in words, at all pictures together. */
function splitSubject(subject: GuardSubject, guard: ChosenGuard, tokens: number): GuardSubject[] {
  if (subject.kind === 'text') return splitForGuard(subject.text, tokens).map(({ text }) => ({ ...subject, text }));
  return guard.mode === 'classifier' ? subject.images.map((image) => ({ kind: 'image', images: [image] })) : [subject];
}

/** Milliseconds the list of models may take, as for a run. */
const LIST_PATIENCE = 30_000;

/** A judge for the server. What keeps the list of models away becomes a verdict `unknown` of `judge`; throws only when the signal aborts. */
export async function openJudge(api: ApiClient, settings: Settings, server: Server, signal: AbortSignal): Promise<GuardJudge> {
  const list = await withLimit(loadModelsForRun(api, server, settings), LIST_PATIENCE, new AppError('timeout'), signal).catch((thrown: unknown): ModelList => {
    signal.throwIfAborted();
    const error = thrown instanceof AppError ? thrown : new AppError('unexpected', {}, thrown);
    return { models: [], source: 'bundled', error: error.data };
  });
  return new GuardJudge(api, settings, server, list);
}
