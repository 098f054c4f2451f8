/** What a key means while a region is chosen; `choose` and `cancel` end it. */
export const REGION_KEYS = [
  '1', '2', '3', '4', '5', '6', '7', '8', '9', // zoom into that ninth, in reading order from the top left
  'out', 'left', 'right', 'up', 'down',
  'wider', 'narrower', 'taller', 'shorter', 'larger', 'smaller',
  'choose', 'cancel',
] as const;
export type RegionKey = (typeof REGION_KEYS)[number];

/** As much of a `KeyboardEvent` as tells what was meant. */
export interface PressedKey {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

const NAMED: Record<string, RegionKey> = {
  Backspace: 'out', '0': 'out', '+': 'larger', '=': 'larger', '-': 'smaller', Enter: 'choose', Escape: 'cancel',
  ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down',
};
const SHIFTED: Record<string, RegionKey> = { ArrowLeft: 'narrower', ArrowRight: 'wider', ArrowUp: 'shorter', ArrowDown: 'taller' };
/** Digits of Arabic, Persian and Devanagari keyboards: the zero of each. */
const ZEROES = ['\u0660', '\u06f0', '\u0966'];

/** What a pressed key means; undefined for keys that are left to the browser. */
export function readRegionKey({ key, code, shiftKey, ctrlKey, altKey, metaKey }: PressedKey): RegionKey | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const digit = readDigit(key) ?? (shiftKey ? undefined : digitByPlace(key, code));
  if (digit !== undefined) return digit === '0' ? 'out' : (digit as RegionKey);
  return (shiftKey ? SHIFTED[key] : undefined) ?? (Object.hasOwn(NAMED, key) ? NAMED[key] : undefined);
}

function readDigit(key: string): string | undefined {
  if (key.length !== 1) return undefined;
  for (const zero of ['0', ...ZEROES]) {
    const value = key.charCodeAt(0) - zero.charCodeAt(0);
    if (value >= 0 && value <= 9) return String(value);
  }
  return undefined;
}

/** French and Czech keyboards have their digits on the shifted side of the row. With Num Lock off, the number pad means other keys. */
function digitByPlace(key: string, code: string): string | undefined {
  return key.length === 1 ? /^Digit(\d)$/.exec(code)?.[1] : undefined;
}
