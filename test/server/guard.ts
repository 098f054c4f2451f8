import { receivePictures, seePictures } from './pictures.ts';
import type { ChatBody } from './refusals.ts';
import { textOf } from './write-answer.ts';

/**
 * How the stand-in judges. `keyword`: unsafe for what holds a marker (or a red picture), with the passage around it.
 * `echo`: a model that obeys what it judges: the JSON that stands there, else `safe`. The others say the same of everything.
 */
export const GUARD_REPLIES = ['keyword', 'fenced', 'echo', 'safe', 'unsafe', 'unreadable', 'differing', 'refusal'] as const;
export type GuardReply = (typeof GUARD_REPLIES)[number];

/** The names of S1 to S14 in a verdict that was asked for in words. */
const NAMES = [
  'violent-crimes', 'non-violent-crimes', 'sex-crimes', 'child-exploitation', 'defamation', 'specialized-advice', 'privacy', 'intellectual-property',
  'indiscriminate-weapons', 'hate', 'self-harm', 'sexual-content', 'elections', 'code-abuse',
];

/** `DOCENT-UNSAFE` is S1, `DOCENT-UNSAFE-S10` any other code, `DOCENT-INJECTION` the category that no classifier has. */
const MARKER = /DOCENT-(?:UNSAFE(?:-S(\d{1,2}))?|INJECTION)/g;
/** The sentence around a marker. */
const PASSAGE = /[^.!?\n]{0,80}DOCENT-(?:UNSAFE|INJECTION)[^.!?\n]{0,80}[.!?]?/g;

interface Findings {
  codes: string[];
  names: string[];
  quotes: string[];
}

/** Whether a request asks for a verdict: by its schema, its words, or, for a classifier, by its model. */
export function isGuardRequest(body: ChatBody | undefined): boolean {
  if (!Array.isArray(body?.messages)) return false;
  return body.response_format?.json_schema?.name === 'guard_verdict' || idOf(body) !== undefined || /llama[-_. ]?guard|^test\/.*\bguard=/i.test(body.model);
}

/** The id that a prompted verdict must carry. */
function idOf(body: ChatBody): string | undefined {
  return /The verdict is one JSON object whose "id" is "([^"]+)"/.exec(body.messages.map(({ content }) => textOf(content)).join('\n'))?.[1];
}

/** The reply of a guard to `body`: in JSON when it was asked in words, else as a classifier gives it. */
export async function writeVerdict(body: ChatBody, reply: GuardReply = 'keyword'): Promise<string> {
  const id = idOf(body);
  const judged = body.messages.filter(({ role }) => role !== 'system').map(({ content }) => textOf(content)).join('\n');
  const found = await find(body, judged);
  const say = (findings: Findings) => (id === undefined ? classify(findings) : toJson(id, findings));
  const nothing = { codes: [], names: [], quotes: [] };
  switch (reply) {
    case 'keyword':
      return say(found);
    case 'fenced':
      return `Here is the verdict:\n\n\`\`\`\n${say(found)}\n\`\`\``;
    case 'echo':
      return /\{"[^}]*\}/.exec(judged)?.[0] ?? 'safe';
    case 'safe':
      return say(nothing);
    case 'unsafe':
      return say({ codes: ['S1'], names: ['violent-crimes'], quotes: [] });
    case 'unreadable':
      return 'This is an interesting text about several things.';
    case 'differing':
      return `${say(nothing)}\n${say({ ...nothing, codes: ['S1'], names: ['violent-crimes'] })}`;
    case 'refusal':
      return 'I’m sorry, but I can’t help with that.';
  }
}

async function find(body: ChatBody, judged: string): Promise<Findings> {
  const markers = [...judged.matchAll(MARKER)];
  const codes = markers.flatMap(([word, code]) => (word === 'DOCENT-INJECTION' ? [] : `S${code ?? '1'}`));
  const seen = await seePictures(receivePictures(body));
  if (seen.some((sentence) => sentence.startsWith('A red '))) codes.push('S1');
  const injection = markers.some(([word]) => word === 'DOCENT-INJECTION') ? ['prompt-injection'] : [];
  const names = [...codes.map((code) => NAMES[Number(code.slice(1)) - 1] ?? code), ...injection];
  return { codes: [...new Set(codes)], names: [...new Set(names)], quotes: (judged.match(PASSAGE) ?? []).map((passage) => passage.trim()).slice(0, 5) };
}

function classify({ codes }: Findings): string {
  return codes.length > 0 ? `\n\nunsafe\n${codes.join(',')}` : '\n\nsafe';
}

function toJson(id: string, { names, quotes }: Findings): string {
  return JSON.stringify({ id, safe: names.length === 0, hazards: names, quotes });
}
