import { receivePictures } from './pictures.ts';
import type { ChatBody } from './refusals.ts';

/** The text of a message, whether string or parts. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.map((part: { text?: unknown }) => (typeof part.text === 'string' ? part.text : '')).join('\n');
}

/**
 * An answer made of the request's own words, so that a test sees what was sent: the first and last sentences of the last
 * user message as a list, its size, and one of each Markdown block.
 */
export function writeAnswer(body: ChatBody): string {
  const asked = textOf(body.messages.findLast(({ role }) => role === 'user')?.content);
  const lines = asked.split('\n').map((line) => line.replace(/^[#>*\-\s\d.|]+/, '').trim());
  const sentences = lines.flatMap((line) => line.match(/[^.!?。！？]+[.!?。！？]+/g) ?? []).map((s) => s.trim()).filter((s) => s.length > 30);
  const chosen = [...new Set([...sentences.slice(0, 3), ...sentences.slice(-2)])];
  const words = asked.split(/\s+/).filter(Boolean).length;
  const points = chosen.length > 0 ? chosen : [asked.trim().slice(0, 200) || 'Nothing was asked.'];
  return [
    '## Key points',
    points.map((point) => `- ${point}`).join('\n'),
    `The request holds **${words} words** in ${body.messages.length} messages.`,
    `| role | characters |\n| --- | --- |\n${body.messages.map(({ role, content }) => `| ${role} | ${textOf(content).length} |`).join('\n')}`,
    '```js\nconst done = true;\n```',
  ].join('\n\n');
}

/** An answer about pictures; to a question about them, the question stands in it. */
export function withQuestion(seen: string, body: ChatBody): string {
  const asked = textOf(body.messages.findLast(({ role }) => role === 'user')?.content);
  const question = /Question: (.*)$/s.exec(asked)?.[1];
  return question ? `${seen}\n\nAsked was: ${question}` : seen;
}

/** A section of every kind of Markdown, with characters of two, three and four bytes; repeated for long answers. */
const SECTION = `## A section about façades – ∑ 漢字 🎉

A paragraph of ordinary words, with **strong**, *emphasis*, \`code\` and a [link](https://example.org/page).

- first point of the list
- second point, a little longer than the first one
  - nested point

| name | value |
| --- | --- |
| alpha | 1 |
| beta | 2 |

\`\`\`js
for (let i = 0; i < 3; i++) console.log(i);
\`\`\`

> A quotation that closes the section.

`;

/** Pieces of a few characters, as models send them; joined they are the text again. */
export function toTokens(text: string): string[] {
  return text.match(/\s*[^\s]{1,6}|\s+/gu) ?? [];
}

const SECTION_TOKENS = toTokens(SECTION);

/** An answer of exactly `count` tokens. */
export function writeTokens(count: number): string[] {
  return Array.from({ length: count }, (_, i) => SECTION_TOKENS[i % SECTION_TOKENS.length] ?? '');
}

/** What a picture costs here. */
const PICTURE_TOKENS = 1_000;

/** Tokens of a request, counted coarsely. */
export function countPrompt(body: ChatBody): number {
  const words = body.messages.reduce((sum, { content }) => sum + textOf(content).length, 0);
  return Math.ceil(words / 4) + receivePictures(body).length * PICTURE_TOKENS;
}
