import { call } from '~/lib/messaging/call';
import type { CallInput } from '~/lib/messaging/protocol';
import { FILE_END, FILE_HEAD, SEPARATOR } from '~/lib/shared/history-file';
import { saveLink } from '../ui/save-link';

type Format = CallInput<'exportConversations'>['as'];

interface ExportRequest {
  as: Format;
  /** One conversation; all of them without it. */
  number?: number | undefined;
  /** Name of the file, without its ending. */
  name: string;
  /** Told after each piece: conversations so far. */
  onProgress?: (conversations: number) => void;
}

const KINDS = {
  json: { ending: 'json', type: 'application/json', head: FILE_HEAD, separator: SEPARATOR, end: FILE_END },
  markdown: { ending: 'md', type: 'text/markdown', head: '', separator: '\n---\n\n', end: '' },
} as const;

/** Milliseconds for which the browser may read the file: a large one takes it some time. */
const KEPT = 60_000;

/**
 * Saves conversations as a file. It is put together piece by piece in a `Blob`, which the browser keeps outside of the page's
 * memory. Resolves to the number of damaged entries, which are left out.
 */
export async function exportFile({ as, number, name, onProgress }: ExportRequest): Promise<number> {
  const { ending, type, head, separator, end } = KINDS[as];
  let file = new Blob([head]);
  let [count, damaged, after] = [0, 0, 0];
  for (let more = true; more;) {
    const { parts, next, damaged: left } = await call('exportConversations', { as, after, ...(number === undefined ? {} : { number }) });
    file = new Blob([file, ...parts.flatMap((part, i) => (count + i > 0 ? [separator, part] : [part]))]);
    count += parts.length;
    damaged += left;
    onProgress?.(count);
    more = next !== undefined;
    after = next ?? after;
  }
  const url = URL.createObjectURL(new Blob([file, end], { type }));
  saveLink(url, `${name}.${ending}`);
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
  return damaged;
}

/** A title as the name of a file, on every system. */
export function toFileName(title: string): string {
  return title.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').slice(0, 60) || 'docent';
}
