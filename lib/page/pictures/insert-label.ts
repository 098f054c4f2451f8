import { MARK } from './attributes';
import { documentOf } from '../unclobbered';

/** Out of sight and out of the layout, whatever the page's style sheet says of such elements. */
const HIDING: Record<string, string> = {
  all: 'initial', position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', 'clip-path': 'inset(50%)', 'white-space': 'nowrap', 'pointer-events': 'none',
};

/** The value of `data-docent` of an element that Docent has put into the page. */
const INSERTED = 'inserted';
export const INSERTED_SELECTOR = `[${MARK}="${INSERTED}"]`;

/**
 * Puts a picture's description into an element that holds text or controls, as a hidden child: a role of its own
 * would silence those. First where nothing moves thereby, else last; null when the page moves either way (a rule about
 * first or last children), or keeps its children elsewhere.
 */
export function insertLabel(element: Element, text: string, lang: string | undefined): Element | null {
  if (element.shadowRoot) return null;
  const label = documentOf(element).createElement('span');
  label.setAttribute('role', 'img');
  label.setAttribute('aria-label', text);
  if (lang) label.setAttribute('lang', lang);
  label.setAttribute(MARK, INSERTED);
  for (const [name, value] of Object.entries(HIDING)) label.style.setProperty(name, value, 'important');
  const layout = measure(element);
  for (const place of ['first', 'last']) {
    element.insertBefore(label, place === 'first' ? element.firstChild : null);
    if (measure(element) === layout) return label;
  }
  label.remove();
  return null;
}

/** Where the element and its first children stand. */
function measure(element: Element): string {
  const boxes = [element, ...[...element.children].filter((child) => child.getAttribute(MARK) !== INSERTED).slice(0, 20)].map((one) => one.getBoundingClientRect());
  return boxes.map(({ left, top, width, height }) => [left, top, width, height].map((edge) => edge.toFixed(1)).join()).join(';');
}
