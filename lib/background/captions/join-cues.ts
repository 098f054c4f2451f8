import type { Cue } from '~/lib/shared/media-player';
import { type CueLine, readCueLines } from './cue-lines';

/** Seconds between two cues that are one picture for the eye; a pause after a sentence; a pause anywhere. */
const TOUCHING = 0.1;
const PAUSE = 1.5;
const LONG_PAUSE = 4;

/** Characters of a paragraph from which it ends with its sentence, and where it ends in any case. */
const LONG = 600;
const LONGEST = 1_500;

/** Lines that stay in sight while captions roll. */
const MOST_ROLLING = 8;

const SENTENCE_END = /[.!?…。！？؟।]["'”’»)\]]?$/;
/** Scripts that put no blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/**
 * Captions as text to read: lines joined, what rolling captions show again left out, paragraphs by speaker, pause and
 * length, each opened by its speaker's name where the captions tell one.
 */
export function joinCues(cues: readonly Cue[]): string[] {
  const paragraphs: string[] = [];
  let open = '';
  let speaker: string | undefined;
  let shown: CueLine[] = [];
  let end = -Infinity;
  for (const cue of cues) {
    const lines = readCueLines(cue.text);
    if (lines.length === 0) continue;
    const pause = cue.start - end;
    for (const [at, line] of (pause <= TOUCHING ? withoutRepeats(shown, lines) : lines).entries()) {
      if (open !== '' && (line.speaker !== speaker || isComplete(open, at === 0 ? pause : 0))) {
        paragraphs.push(open);
        open = '';
      }
      if (open === '' && line.speaker && line.speaker !== speaker) open = `${line.speaker}:`;
      speaker = line.speaker;
      open = append(open, line.text);
    }
    shown = lines;
    end = Math.max(cue.end, cue.start);
  }
  return open === '' ? paragraphs : [...paragraphs, open];
}

function isComplete(paragraph: string, pause: number): boolean {
  if (pause > LONG_PAUSE || paragraph.length >= LONGEST) return true;
  return (pause > PAUSE || paragraph.length >= LONG) && SENTENCE_END.test(paragraph.slice(-2));
}

/** The lines that are new to the eye: others were still in sight, or have only grown. */
function withoutRepeats(shown: readonly CueLine[], lines: readonly CueLine[]): readonly CueLine[] {
  for (let count = Math.min(shown.length, lines.length, MOST_ROLLING); count > 0; count--) {
    if (shown.slice(-count).every(({ text }, at) => text === lines[at]?.text)) return lines.slice(count);
  }
  const [last, first] = [shown.at(-1), lines[0]];
  if (!last || !first?.text.startsWith(`${last.text} `)) return lines;
  return [{ ...first, text: first.text.slice(last.text.length + 1) }, ...lines.slice(1)];
}

function append(text: string, more: string): string {
  if (text === '') return more;
  return UNSPACED.test(text.slice(-1)) && UNSPACED.test(more.slice(0, 1)) ? text + more : `${text} ${more}`;
}
