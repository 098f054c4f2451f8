import type { Finding } from '~/lib/shared/guard';

/** Characters, white space aside, by which a passage is known again: a text that was cut, or set as Markdown, holds some of them at least. */
const PIECE = 24;

/** Of what was found in plain sight, what `text` holds, or a part of it. */
export function findSent(findings: readonly Finding[], text: string): Finding[] {
  const visible = findings.filter(({ place }) => place === 'visible');
  if (visible.length === 0) return visible;
  const all = squeeze(text);
  return visible.filter(({ excerpt, written = excerpt }) => piecesOf(squeeze(written)).some((piece) => all.includes(piece)));
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at === 0 || at + PIECE <= text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  return pieces.filter(Boolean);
}

/** Without white space and marks of quotation, which readers of pages and writers of Markdown put in. */
function squeeze(text: string): string {
  return text.replace(/[\s…“”]+/g, '');
}
