/** An answer whose every word is numbered, so that a gap, a repetition or a mix-up cannot go unseen: `w0001 w0002 …`. */
export function countedWords(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => countedWord(from + index)).join(' ');
}

/** The word with that number. */
export function countedWord(number: number): string {
  return `w${String(number).padStart(4, '0')}`;
}

/** Whether a text is exactly the words from 1 to some number, the last one perhaps unfinished. */
export function isUnbroken(text: string): boolean {
  const last = Number(text.match(/w(\d{4})\W*$/)?.[1] ?? Number.NaN);
  const whole = Number.isNaN(last) ? text.replace(/\s*\S*$/, '') : text;
  const end = Number.isNaN(last) ? Number(whole.match(/w(\d{4})$/)?.[1] ?? 0) : last;
  return whole.trim() === countedWords(1, end);
}
