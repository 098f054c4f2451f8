import { collapse } from '../clean-text';
import { readName } from '../pictures/accessible-name';

/** CSS pixels in the page's own coordinates. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const NAMED = 'h1,h2,h3,h4,h5,h6,[role=heading],img,svg,canvas,video,[role=img],[role=region],[role=application]';
/** Elements looked at: enough for any page, bounded for pages made of pictures. */
const LOOKED_AT = 2_000;
const LISTED = 3;
const LONGEST = 60;

/** Names of headings and pictures under a part of the page, largest first. Hostile text, at most three of 60 characters. */
export function nameContents(document: Document, box: Box): string[] {
  const found: { name: string; weight: number }[] = [];
  const elements = document.querySelectorAll(NAMED);
  for (let i = 0; i < Math.min(elements.length, LOOKED_AT); i++) {
    const element = elements[i];
    if (!element) break;
    const weight = overlap(element.getBoundingClientRect(), box);
    if (weight <= 0) continue;
    const name = nameOf(element);
    if (name && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) found.push({ name, weight });
  }
  found.sort((a, b) => b.weight - a.weight);
  return [...new Set(found.map(({ name }) => name))].slice(0, LISTED);
}

/** Square pixels that both cover. */
function overlap(rect: DOMRect, box: Box): number {
  const width = Math.min(rect.right, box.right) - Math.max(rect.left, box.left);
  const height = Math.min(rect.bottom, box.bottom) - Math.max(rect.top, box.top);
  return width > 0 && height > 0 ? width * height : 0;
}

function nameOf(element: Element): string {
  const name = readName(element, '').name ?? (isHeading(element) ? collapse(element.textContent.slice(0, LONGEST * 10)) : '');
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.localName) || element.getAttribute('role') === 'heading';
}
