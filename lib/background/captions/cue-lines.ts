import { removeInvisible } from '~/lib/shared/invisible';

/** A line of a caption without mark-up; `speaker` as its voice tag names them. */
export interface CueLine {
  speaker: string | undefined;
  text: string;
}

/** Each part of these expressions ends where the next begins: a hostile file takes them no longer than another. */
const VOICE = /<v(?:\.[^\s<>]*)?[ \t]([^<>]*)>/;
const VOICE_END = '</v>';
/** How characters are read aloud, above them. */
const RUBY_TEXT = /<rt>[^<]*<\/rt>/g;
const TAG = /<[^<>]*>/g;

const LONGEST_NAME = 100;

/** The lines of one cue, tags taken out, empty ones gone. */
export function readCueLines(text: string): CueLine[] {
  const lines: CueLine[] = [];
  let speaker: string | undefined;
  for (const line of text.split('\n')) {
    // Names stand at odd places: what a split captures is put between the pieces.
    for (const [at, piece] of line.split(VOICE).entries()) {
      if (at % 2 === 1) speaker = toPlain(piece).slice(0, LONGEST_NAME) || undefined;
      else {
        const words = toPlain(piece);
        if (words !== '') lines.push({ speaker, text: words });
        if (piece.includes(VOICE_END)) speaker = undefined;
      }
    }
  }
  return lines;
}

function toPlain(text: string): string {
  const bare = text.replace(RUBY_TEXT, '').replace(TAG, '');
  return removeInvisible(decode(bare)).replace(/\s+/g, ' ').trim();
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', quot: '"', apos: "'", lrm: '', rlm: '' };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = decimal ? Number(decimal) : parseInt(hex ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
