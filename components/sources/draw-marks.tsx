import type { ComponentChild } from 'preact';
import { findMarks } from '~/lib/shared/source-marks';
import { SourceMark } from './source-mark';

/** A text of an answer with its marks; the text itself where it has none. */
export function drawMarks(text: string): ComponentChild {
  const marks = findMarks(text);
  if (marks.length === 0) return text;
  let at = 0;
  const nodes = marks.flatMap(({ start, end, numbers }): ComponentChild[] => {
    const before = text.slice(at, start);
    const gap = /[ \u00a0\u202f]*$/.exec(before)?.[0] ?? '';
    at = end;
    return [before.slice(0, before.length - gap.length), <SourceMark key={start} numbers={numbers} gap={gap} written={text.slice(start, end)} />];
  });
  return <>{nodes}{text.slice(at)}</>;
}
