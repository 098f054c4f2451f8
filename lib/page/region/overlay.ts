import type { Region } from '~/lib/shared/picture';
import type { RegionTexts } from '~/lib/shared/region-chooser';
import { documentOf } from '../unclobbered';

/** What is drawn on the surface: the chosen part with its grid, and a bar with help, status and buttons. */
export interface Overlay {
  /** Takes keyboard and mouse. */
  chooser: HTMLElement;
  /** Shows a part and its size in CSS pixels. `drawing`: the mouse is still at it. */
  draw(part: Region, size: { width: number; height: number }, drawing?: boolean): void;
  /** Says what is chosen; `urgent` interrupts what a screen reader is saying. */
  say(status: string, urgent?: boolean): void;
}

/** A part from which less than this is away from an edge of the tab counts as everything. */
const EDGE = 0.001;
/** CSS pixels between things. */
const GAP = 12;

export function drawOverlay(root: HTMLElement, texts: RegionTexts, onDescribe: () => void, onCancel: () => void): Overlay {
  const add = <K extends keyof HTMLElementTagNameMap>(to: HTMLElement, tag: K, look: string, text = ''): HTMLElementTagNameMap[K] => {
    const element = to.appendChild(documentOf(root).createElement(tag));
    element.className = look;
    element.textContent = text;
    return element;
  };

  const chooser = add(root, 'div', 'chooser');
  chooser.lang = texts.lang;
  chooser.dir = texts.dir;
  // Within an application screen readers hand every key on; elsewhere they keep the digits (headings by level).
  chooser.setAttribute('role', 'application');
  chooser.setAttribute('aria-label', texts.title);
  chooser.setAttribute('aria-describedby', 'help');
  chooser.tabIndex = 0;

  const part = add(chooser, 'div', 'part');
  part.setAttribute('aria-hidden', 'true');
  for (const share of [1, 2]) {
    add(part, 'div', 'line down').style.left = `${(share * 100) / 3}%`;
    add(part, 'div', 'line across').style.top = `${(share * 100) / 3}%`;
  }
  for (let ninth = 0; ninth < 9; ninth++) {
    const cell = add(part, 'div', 'cell');
    cell.style.left = `${((ninth % 3) * 100) / 3}%`;
    cell.style.top = `${(Math.floor(ninth / 3) * 100) / 3}%`;
    add(cell, 'span', 'digit', String(ninth + 1));
  }
  const extent = add(part, 'div', 'extent');

  const bar = add(chooser, 'div', 'bar');
  add(bar, 'p', 'help', texts.help).id = 'help';
  const status = add(bar, 'p', 'status');
  status.setAttribute('role', 'status');
  const buttons = add(bar, 'div', 'buttons');
  for (const [text, look, onPress] of [[texts.describe, 'primary', onDescribe], [texts.cancel, '', onCancel]] as const) {
    const button = add(buttons, 'button', look, text);
    button.type = 'button';
    button.addEventListener('click', onPress);
  }

  return {
    chooser,
    draw({ x, y, width, height }, size, drawing = false) {
      const right = 1 - x - width;
      const bottom = 1 - y - height;
      Object.assign(part.style, { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
      part.classList.toggle('whole', Math.max(x, y, right, bottom) < EDGE);
      chooser.classList.toggle('drawing', drawing);
      extent.textContent = `${Math.round(size.width)} × ${Math.round(size.height)}`;
      const tall = size.height / height;
      const above = y * tall > extent.offsetHeight + GAP;
      extent.classList.toggle('above', above);
      extent.classList.toggle('to-left', above && x < right);
      // The bar keeps its place as long as it does not lie on the part, and where it would everywhere.
      const covered = bar.offsetHeight + 2 * GAP;
      bar.classList.toggle('at-top', bottom * tall < covered && y * tall >= covered);
    },
    say(text, urgent = false) {
      status.setAttribute('role', urgent ? 'alert' : 'status');
      status.textContent = text;
    },
  };
}
