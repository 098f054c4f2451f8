import { call } from '~/lib/messaging/call';
import type { ImportReport } from '~/lib/messaging/history-calls';
import { AppError } from '~/lib/shared/app-error';
import { HistoryFile, readConversationLine, readHeadLine } from '~/lib/shared/history-file';
import { readLines } from './read-lines';

/** Characters that go to the background together; it takes messages of 64 MB at most. */
const TOGETHER = 4_000_000;
const TOO_LONG = 30_000_000;
/** Bytes of a file that is read as a whole, because another program has laid it out anew. */
const WHOLE = 100_000_000;

/**
 * Takes in a file that was exported. What of it can be read is taken in, and the rest is counted; a file that was cut off is
 * good up to there. `onProgress` is told the share that was read, 0 to 1. Throws `bad-file` for any other file.
 */
export async function importFile(file: File, onProgress: (share: number) => void): Promise<ImportReport> {
  const importing = new Importing();
  let read = 0;
  let first = true;
  for await (const line of readLines(file, TOO_LONG)) {
    if (first) {
      const head = readHeadLine((line ?? '').replace(/^\ufeff/, '').trim());
      if (head === 'newer') throw new AppError('bad-file', { reason: 'newer-file' });
      if (head === 'other') return importWhole(file, importing);
      first = false;
      continue;
    }
    const conversation = line === undefined ? undefined : readConversationLine(line);
    if (conversation === null) continue;
    await importing.add(conversation, line?.length ?? 0);
    read += line?.length ?? TOO_LONG;
    onProgress(Math.min(1, read / file.size));
  }
  if (first) throw new AppError('bad-file');
  return importing.end();
}

async function importWhole(file: File, importing: Importing): Promise<ImportReport> {
  if (file.size > WHOLE) throw new AppError('bad-file');
  let content: unknown;
  try {
    content = JSON.parse(await file.text());
  } catch {
    throw new AppError('bad-file');
  }
  const parsed = HistoryFile.safeParse(content).data;
  if (!parsed) throw isNewer(content) ? new AppError('bad-file', { reason: 'newer-file' }) : new AppError('bad-file');
  for (const conversation of parsed.conversations) await importing.add(conversation, JSON.stringify(conversation).length);
  return importing.end();
}

function isNewer(content: unknown): boolean {
  const { format, version } = (content ?? {}) as { format?: unknown; version?: unknown };
  return format === 'docent-history' && typeof version === 'number' && version > 1;
}

/** Hands conversations to the background, some at a time, and adds up what it says. */
class Importing {
  readonly #report: ImportReport = { added: 0, known: 0, old: 0, damaged: 0 };
  #waiting: unknown[] = [];
  #size = 0;

  /** `undefined` is one that cannot be read. */
  async add(conversation: unknown, size: number): Promise<void> {
    if (conversation === undefined) {
      this.#report.damaged++;
      return;
    }
    this.#waiting.push(conversation);
    this.#size += size;
    if (this.#size >= TOGETHER || this.#waiting.length >= 100) await this.#send();
  }

  async end(): Promise<ImportReport> {
    await this.#send();
    return this.#report;
  }

  async #send(): Promise<void> {
    const conversations = this.#waiting;
    [this.#waiting, this.#size] = [[], 0];
    if (conversations.length === 0) return;
    const report = await call('importConversations', { conversations });
    for (const outcome of ['added', 'known', 'old', 'damaged'] as const) this.#report[outcome] += report[outcome];
  }
}
