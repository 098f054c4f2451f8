import { effectivePolicy } from '~/lib/guard/policy';
import type { Server } from '~/lib/api/types';
import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import { blockText } from '~/lib/shared/block-text';
import type { Usage } from '~/lib/shared/chat';
import type { GuardNote } from '~/lib/shared/guard';
import type { PageContent } from '~/lib/shared/page-content';
import type { Settings } from '~/lib/shared/settings';
import { estimateTokens } from '~/lib/shared/tokens';
import type { QueuedItem } from '~/lib/storage/player-session';
import { findUnpassed, keepPassed } from '~/lib/storage/passed-texts';
import { addUsage } from '../add-usage';
import type { LiveRun } from '../live-run';
import type { ApiClient } from '../platform';
import { openJudge } from './judge';
import { ownVerdicts, scopeOf } from './page-verdicts';
import { passCheckpoint } from './pass-checkpoint';

/** Whom a sentence is about to be sent to. */
export interface SpeechServer {
  api: ApiClient;
  settings: Settings;
  server: Server;
}

interface ReadingCheckSetup {
  /** What is read. */
  page: Pick<PageContent, 'blocks' | 'images' | 'findings' | 'url'>;
  /** Is told what was found, and what that took. */
  queued: QueuedItem;
  /** Aborted when nobody wants to hear it any more. */
  signal: AbortSignal;
  /** The item was told something. */
  onNote(): void;
}

/** Tokens of a part: some twenty minutes of speech. What is never read is never judged. */
const PART = 4_000;

/**
 * The checkpoint of a page's text on its way to a server that speaks it. The text is judged in parts, each before its first
 * sentence leaves; what has passed before, for a summary or when it was read last, is not judged again.
 */
export class ReadingCheck {
  readonly #setup: ReadingCheckSetup;
  /** The texts of each block's part, by the id of the block. */
  #parts: ReadonlyMap<string, readonly string[]> | undefined;
  /** Under way or passed, with the options that held then: sentences of one part are made ready at the same time. */
  readonly #passing = new Map<readonly string[], { options: string; passed: Promise<void> }>();

  constructor(setup: ReadingCheckSetup) {
    this.#setup = setup;
  }

  /**
   * Resolves when the text around a block may leave.
   * @throws AppError `guard-blocked`, which is judged again when it is asked for again; `cancelled`
   */
  async pass(blockId: string, about: SpeechServer): Promise<void> {
    const part = (this.#parts ??= cutIntoParts(this.#setup.page)).get(blockId) ?? [];
    const options = JSON.stringify(about.settings.guard);
    const earlier = this.#passing.get(part);
    if (earlier?.options === options) return earlier.passed;
    const passed = this.#judge(part, about);
    this.#passing.set(part, { options, passed });
    passed.catch(() => this.#passing.get(part)?.passed === passed && this.#passing.delete(part));
    return passed;
  }

  async #judge(part: readonly string[], { api, settings, server }: SpeechServer): Promise<void> {
    const { page, queued, signal } = this.#setup;
    const guard = await openJudge(api, settings, server, signal);
    const scope = scopeOf(guard, settings.guard);
    // What was let through with a warning, or without a verdict, is so for this reading only.
    const own = JSON.stringify([scope, effectivePolicy(settings.guard, 'page'), queued.item.id]);
    if ((await findUnpassed(own, part)).length === 0) return;
    const text = (await findUnpassed(scope, part)).join('\n\n');
    const checks = {
      options: settings.guard,
      guard,
      place: { url: page.url, isPrivate: queued.isPrivate },
      signal,
      onNote: (note: GuardNote) => {
        queued.guard = [...(queued.guard ?? []).filter((each) => JSON.stringify(each) !== JSON.stringify(note)), note];
        this.#setup.onNote();
      },
      onUsage: (usage: Usage) => (queued.guardUsage = addUsage(queued.guardUsage, usage)),
    };
    const subjects = text ? [{ kind: 'text' as const, checkpoint: 'page' as const, text }] : [];
    const verdict = await passCheckpoint(checks, 'page', subjects, ownVerdicts(part.join('\n\n'), page.findings)).catch((thrown: unknown) => {
      const isBlocked = thrown instanceof AppError && thrown.code === 'guard-blocked';
      throw isBlocked ? new AppError('guard-blocked', { reason: 'not-spoken', host: hostOf(server.baseUrl) }, thrown) : thrown;
    });
    if (verdict?.kind === 'safe') await keepPassed(scope, part);
    await keepPassed(own, part);
  }
}

/**
 * The same for an answer. What this device has answered is sentences of the page that no checkpoint has seen; what a model
 * has written has passed the checkpoint of answers.
 */
export function checkQuoted({ run }: Pick<LiveRun, 'run'>, about: Omit<ReadingCheckSetup, 'page'>): Pick<ReadingCheck, 'pass'> {
  let check: ReadingCheck | undefined;
  return {
    async pass(blockId, server) {
      if (run.engine !== 'device') return;
      const blocks = [{ id: run.id, kind: 'paragraph' as const, text: run.text }];
      check ??= new ReadingCheck({ ...about, page: { blocks, images: [], url: run.page.url, findings: run.read?.findings } });
      await check.pass(blockId, server);
    },
  };
}

/** What is spoken of a page, in parts: the text of its blocks, and the words that it has for its pictures. */
function cutIntoParts({ blocks, images }: ReadingCheckSetup['page']): Map<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const { blockId = '', alt } of images) if (alt) words.set(blockId, [...(words.get(blockId) ?? []), alt]);
  const parts = new Map<string, string[]>();
  let part: string[] = [];
  let tokens = 0;
  for (const [id, text] of [['', ''], ...blocks.map((block) => [block.id, blockText(block)])] as [string, string][]) {
    const texts = [text, ...(words.get(id) ?? [])].filter((each) => each.trim());
    const cost = texts.reduce((sum, each) => sum + estimateTokens(each), 0);
    if (tokens + cost > PART && part.length > 0) [part, tokens] = [[], 0];
    part.push(...texts);
    tokens += cost;
    parts.set(id, part);
  }
  return parts;
}
