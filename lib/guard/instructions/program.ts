import { BEARINGS } from './rules/bearings';

/** Characters before and behind that are looked at. */
const REACH = 120;
const SENDS = BEARINGS.filter(({ id }) => id === 'sends');
/** What programs say, and lists of what is still to be written. */
const SAYS = BEARINGS.filter(({ id }) => id === 'serves');
const TO_DO = /\b(?:todo|fixme|xxx)\b/;

/** Whether it is said there what a program does, by those who write it or to those who use it; nothing is sent away by that. */
export function isOfProgram(folded: string, start: number, end: number): boolean {
  const near = folded.slice(Math.max(0, start - REACH), end + REACH);
  const has = (bearings: typeof BEARINGS) => bearings.some(({ pattern }) => near.search(pattern.expression) >= 0);
  return (has(SAYS) || TO_DO.test(near)) && !has(SENDS);
}
