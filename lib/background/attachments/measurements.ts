import { type Attachment, attachmentKey } from '~/lib/shared/attachment';

/** What is being measured of which conversation: what the reader takes away meanwhile is read no further. */
export class Measurements {
  readonly #running = new Set<{ threadId: string; ends: ReadonlyMap<string, AbortController> }>();

  /** @param measure gets what tells whether an attachment is still wanted */
  async run<T>(threadId: string, attachments: readonly Attachment[], measure: (wanted: (attachment: Attachment) => AbortSignal | undefined) => Promise<T>): Promise<T> {
    const ends = new Map(attachments.map((attachment) => [attachmentKey(attachment), new AbortController()]));
    const entry = { threadId, ends };
    this.#running.add(entry);
    try {
      return await measure((attachment) => ends.get(attachmentKey(attachment))?.signal);
    } finally {
      this.#running.delete(entry);
    }
  }

  /** These have been taken away, or are meant as they are now. */
  leaveOut(threadId: string, keys: readonly string[]): void {
    for (const entry of this.#running) if (entry.threadId === threadId) for (const key of keys) entry.ends.get(key)?.abort();
  }
}
