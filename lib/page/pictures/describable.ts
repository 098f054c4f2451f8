import type { PagePicture } from '~/lib/shared/picture';
import type { Change } from './attributes';
import { parentOf } from './frames';

/** Roles whose children screen readers never see (WAI-ARIA, "Children Presentational"). */
const CLOSED_ROLES = /^(?:img|image|graphics-symbol|math|meter|progressbar|separator|scrollbar|slider|switch|presentation-root)$/;
const CONTROLS = 'a[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [tabindex], [contenteditable], [role=button], [role=link]';
const CONTENT = `${CONTROLS}, img, svg, canvas, video, picture, object`;

/** How a description is put where screen readers find it. */
export type Means = { change: Change } | 'inserted';

/** What has to change for `text` to be the picture's name; undefined when nothing could make it heard. */
export function chooseMeans(element: Element, kind: PagePicture['kind'], text: string): Means | undefined {
  if (isSilenced(element)) return undefined;
  // What would overrule the description, or silence it, is set aside.
  const base: Change = { 'aria-labelledby': '', 'aria-hidden': element.getAttribute('aria-hidden') === 'true' ? 'false' : undefined };
  const named: Change = { ...base, 'aria-label': text };
  const role = element.getAttribute('role');
  const unsilenced: Change = isPresentation(role) ? { role: '' } : {};
  const asPicture: Change = { ...named, role: 'img' };
  switch (kind) {
    case 'image':
      if (element.localName === 'image') return { change: asPicture };
      return { change: { ...base, 'aria-label': '', alt: text, ...unsilenced } };
    case 'video':
      return { change: { ...named, ...unsilenced } };
    case 'canvas':
    case 'svg':
      // A picture's children are silent: what can be pressed within it must not be.
      return { change: element.querySelector(CONTROLS) ? { ...named, ...unsilenced } : asPicture };
    case 'background': {
      if (role === 'img' || role === 'image') return { change: named };
      if (hasContent(element)) return 'inserted';
      // A link without text stays a link, and has a name at last.
      return { change: element.matches(CONTROLS) ? named : asPicture };
    }
  }
}

function hasContent(element: Element): boolean {
  return element.shadowRoot !== null || (element.textContent ?? '').trim() !== '' || element.querySelector(CONTENT) !== null;
}

function isPresentation(role: string | null): boolean {
  return role !== null && /^(?:presentation|none)\b/.test(role.trim());
}

/** Something around the element keeps screen readers from all that is in it. */
function isSilenced(element: Element): boolean {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    if (at.getAttribute('aria-hidden') === 'true' || at.hasAttribute('inert') || CLOSED_ROLES.test(at.getAttribute('role')?.trim() ?? '')) return true;
  }
  return typeof element.checkVisibility === 'function' && !element.checkVisibility({ visibilityProperty: true });
}
