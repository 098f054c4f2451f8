import { readRegionKey, type RegionKey } from '~/lib/shared/region-keys';

/** Milliseconds for a key to be let go; after that it is taken for stuck. */
const HELD_LIMIT = 700;

/** Keys that would scroll the page. */
const SCROLLING = /^( |PageUp|PageDown|Home|End|Arrow\w+)$/;

export interface Keys {
  /**
   * Resolves when no key is down. The page gets its keyboard back only then, or it would hear the end of the very
   * press that closed the chooser.
   */
  released(): Promise<void>;
}

/** Hears the keys of all windows before what is in them does, and keeps them. `isButton`: a button has the keyboard. */
export function listenForKeys(windows: readonly Window[], isButton: () => boolean, onKey: (key: RegionKey) => void, signal: AbortSignal): Keys {
  const held = new Set<string>();
  const waiting = new Set<() => void>();
  const hear = (event: KeyboardEvent) => {
    event.stopImmediatePropagation();
    if (event.type === 'keyup') held.delete(event.code);
    if (event.type === 'keydown') held.add(event.code);
    if (held.size === 0) for (const resolve of waiting) resolve();
    if (event.type !== 'keydown' || event.isComposing) return;
    const onButton = isButton();
    const key = readRegionKey(event);
    if (onButton && (key === 'choose' || event.key === ' ')) return;
    if (key || SCROLLING.test(event.key)) event.preventDefault();
    if (key && !((key === 'choose' || key === 'cancel') && event.repeat)) onKey(key);
  };
  for (const window of windows)
    for (const type of ['keydown', 'keypress', 'keyup'] as const) window.addEventListener(type, hear, { capture: true, signal });
  return {
    released: () =>
      new Promise((resolve) => {
        if (held.size === 0) return resolve();
        waiting.add(resolve);
        setTimeout(resolve, HELD_LIMIT);
      }),
  };
}

interface Point {
  x: number;
  y: number;
}

export interface Drawing {
  /** From where to where, as shares of the surface, while the pointer moves. */
  onDraw(from: Point, to: Point): void;
  onDrawn(from: Point, to: Point): void;
  /** Pressed and let go at one place. */
  onPoint(at: Point): void;
  onDropped(): void;
}

/** CSS pixels that a hand shakes. */
const SHAKE = 5;

/** Mouse, pen or finger that draws on the chooser. Nothing scrolls, no menu opens. */
export function listenForPointer(chooser: HTMLElement, drawing: Drawing, signal: AbortSignal): void {
  let from: Point | undefined;
  const at = (event: MouseEvent): Point => {
    const { left, top, width, height } = chooser.getBoundingClientRect();
    const share = (value: number, size: number) => Math.min(1, Math.max(0, value / size));
    return { x: share(event.clientX - left, width), y: share(event.clientY - top, height) };
  };
  const isFar = (to: Point) => {
    if (!from) return false;
    const { width, height } = chooser.getBoundingClientRect();
    return Math.hypot((to.x - from.x) * width, (to.y - from.y) * height) >= SHAKE;
  };
  const on = <T extends keyof HTMLElementEventMap>(type: T, hear: (event: HTMLElementEventMap[T]) => void) =>
    chooser.addEventListener(type, hear, { signal, passive: false });

  on('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0 || (event.target as Element).closest('.bar')) return;
    event.preventDefault();
    chooser.focus({ preventScroll: true });
    chooser.setPointerCapture(event.pointerId);
    from = at(event);
  });
  on('pointermove', (event) => {
    const to = at(event);
    if (from && event.isPrimary && isFar(to)) drawing.onDraw(from, to);
  });
  on('pointerup', (event) => {
    if (!from || !event.isPrimary) return;
    const to = at(event);
    if (isFar(to)) drawing.onDrawn(from, to);
    else drawing.onPoint(to);
    from = undefined;
  });
  on('pointercancel', () => {
    from = undefined;
    drawing.onDropped();
  });
  for (const type of ['wheel', 'touchmove', 'contextmenu', 'dragstart'] as const) on(type, (event) => event.preventDefault());
}
