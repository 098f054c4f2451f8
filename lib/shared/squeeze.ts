import { removeInvisible } from './invisible';

/** Without white space and invisible characters: what is left is the same however a page breaks its lines. */
export function squeeze(text: string): string {
  return removeInvisible(text).replace(/[\s\u200C\u200D]+/g, '');
}

/** The index of the last of the ascending `values` that is at most `limit`; 0 when none is. */
export function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
