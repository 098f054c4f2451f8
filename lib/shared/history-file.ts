import { Conversation } from './conversation';
import { KeptPart, PartsPlan } from './parts';
import { OutgoingRequest, Run } from './run';
import { z } from './zod';

/**
 * The file that conversations are exported to: JSON with one conversation a line, so that it can be read line by line whatever
 * its size, and of a file that was cut off all but the last line is still good.
 */

const FORMAT = 'docent-history';

/** Everything before the first conversation, and after the last. Between two stands `SEPARATOR`. */
export const FILE_HEAD = `{"format":"${FORMAT}","version":1,"conversations":[\n`;
export const SEPARATOR = ',\n';
export const FILE_END = '\n]}\n';

/** The first line, whatever a later version may have added to it. */
const HEAD_LINE = new RegExp(`^\\{"format":"${FORMAT}","version":(\\d+),.*"conversations":\\[$`);

/** What went out with a run; see `StoredRequest`. */
export const ExportedRequest = z.extend(OutgoingRequest, { maxTokens: z.number(), continued: z.optional(z.number()), continuedList: z.optional(z.string()), plan: z.optional(PartsPlan) });

export const ExportedRun = z.extend(Run, {
  position: z.number(),
  sent: z.optional(ExportedRequest),
  /** Of a text that was read in parts. */
  keptParts: z.optional(z.array(KeptPart)),
});
export type ExportedRun = z.infer<typeof ExportedRun>;

/** A conversation of a file, its runs not yet looked at: one that cannot be read does not spoil the others. */
export const ExportedConversation = z.extend(z.omit(Conversation, { answers: true }), { named: z.boolean(), runs: z.array(z.unknown()) });
export type ExportedConversation = z.infer<typeof ExportedConversation>;

/** A file as a whole, for one that another program has laid out anew. */
export const HistoryFile = z.object({ format: z.literal(FORMAT), version: z.literal(1), conversations: z.array(z.unknown()) });

/** What the first line of a file is: `newer` is one of a later version of Docent. */
export function readHeadLine(line: string): 'ours' | 'newer' | 'other' {
  const version = HEAD_LINE.exec(line)?.[1];
  return version === undefined ? 'other' : version === '1' ? 'ours' : 'newer';
}

/** The conversation in a line after the first; `null` in a line that holds none, `undefined` for one that cannot be read. */
export function readConversationLine(line: string): unknown {
  const text = line.trim().replace(/,$/, '');
  if (!text || text === ']}') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
