import type { Cue } from '~/lib/shared/media-player';

/** `01:02:03.456 --> 01:02:05.000`, hours optional; settings may follow. */
const TIMES = /^\s*((?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3})[ \t]*-->[ \t]*((?:\d{1,4}:)?\d{1,2}:\d{2}[.,]\d{1,3})/;

/**
 * The cues of a WebVTT file, with their mark-up; none if it is another kind of file. Headers, comments, styles, regions and
 * cues whose times are damaged are passed over, as browsers do (https://www.w3.org/TR/webvtt1/#file-parsing).
 */
export function parseVtt(file: string): Cue[] {
  if (!/^\uFEFF?WEBVTT(?=[\s]|$)/.test(file)) return [];
  const cues: Cue[] = [];
  let open: { start: number; end: number; lines: string[] } | undefined;
  const close = () => {
    if (open) cues.push({ start: open.start, end: open.end, text: open.lines.join('\n') });
    open = undefined;
  };
  for (const line of file.split(/\r\n?|\n/)) {
    if (line === '') close();
    else if (line.includes('-->')) {
      close();
      const times = TIMES.exec(line);
      if (times) open = { start: toSeconds(times[1] ?? ''), end: toSeconds(times[2] ?? ''), lines: [] };
    } else open?.lines.push(line);
  }
  close();
  return cues;
}

function toSeconds(time: string): number {
  return time.replace(',', '.').split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
