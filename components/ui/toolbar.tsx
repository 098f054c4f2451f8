import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface ToolbarProps {
  label: string;
  /** Id of what the buttons are about. */
  describedBy?: string;
  class?: string;
  children: ComponentChildren;
}

/**
 * Buttons that take one Tab together; arrow keys, Home and End move among them (ARIA pattern "toolbar"). Lists with a
 * row of buttons in each entry stay short to walk through.
 */
export function Toolbar({ label, describedBy, class: extra, children }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const current = useRef<HTMLElement | undefined>(undefined);

  const makeCurrent = (button: HTMLElement | undefined) => {
    current.current = button;
    for (const other of buttonsOf(bar.current)) other.tabIndex = other === button ? 0 : -1;
  };
  // Buttons come and go with every drawing; one of them must be reached by Tab.
  useEffect(() => {
    const buttons = buttonsOf(bar.current);
    makeCurrent(buttons.find((button) => button === current.current) ?? buttons[0]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = buttonsOf(bar.current);
    const at = buttons.findIndex((button) => button === document.activeElement);
    const to = at < 0 ? undefined : buttons[findTarget(event.key, at, buttons.length, isRightToLeft(bar.current))];
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  return (
    <div
      ref={bar}
      class={extra}
      role="toolbar"
      aria-label={label}
      aria-describedby={describedBy}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => makeCurrent(buttonsOf(bar.current).find((button) => button === event.target))}
    >
      {children}
    </div>
  );
}

function buttonsOf(bar: HTMLElement | null): HTMLElement[] {
  return [...(bar?.querySelectorAll<HTMLElement>('button') ?? [])];
}

function isRightToLeft(element: HTMLElement | null): boolean {
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

/** Index that a key leads to; -1 for keys that lead nowhere. */
function findTarget(key: string, at: number, count: number, rightToLeft: boolean): number {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const backward = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === backward) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : -1;
}
