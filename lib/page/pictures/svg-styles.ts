/** Properties of drawings that children take from their parents: written where they differ from the parent's. */
const INHERITED = [
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit',
  'stroke-dasharray', 'stroke-dashoffset', 'color', 'visibility', 'clip-rule', 'paint-order', 'marker-start', 'marker-mid', 'marker-end',
  'font-family', 'font-size', 'font-style', 'font-weight', 'letter-spacing', 'word-spacing', 'text-anchor', 'dominant-baseline', 'writing-mode',
  'direction', 'shape-rendering', 'text-rendering', 'white-space',
];

const CURRENT = /^\s*(?:currentcolor|inherit)\s*$/i;

/** The others, with the value that need not be said. */
const OWN: Record<string, string> = {
  opacity: '1', display: 'inline', transform: 'none', 'transform-origin': '0px 0px', 'transform-box': 'view-box', 'clip-path': 'none', mask: 'none', filter: 'none',
  'mix-blend-mode': 'normal', 'vector-effect': 'none', 'stop-color': 'rgb(0, 0, 0)', 'stop-opacity': '1', 'flood-color': 'rgb(0, 0, 0)',
  'flood-opacity': '1', 'text-decoration-line': 'none', 'baseline-shift': '0px', overflow: 'visible',
};

/** Sizes and places that a style sheet may set (SVG 2, "Geometry properties"). */
const GEOMETRY = ['d', 'cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'width', 'height'];
const SHAPED = /^(?:path|rect|circle|ellipse|image|svg|use|foreignObject)$/;

/** Properties of the outermost element that place it in its page, where the drawing shall stand alone. */
const PLACING = new Set(['transform', 'transform-origin', 'transform-box', 'opacity', 'display', 'mix-blend-mode', 'filter', 'clip-path', 'mask', 'overflow', ...GEOMETRY]);

/**
 * The style of one element of a drawing as declarations that need no style sheet. Only what differs from what is
 * inherited is written, so that a part used in several places takes the colours of each. `outermost`: all that it
 * inherits from its page.
 */
export function writeStyle(element: Element, style: CSSStyleDeclaration, parent: CSSStyleDeclaration | undefined): string {
  const styled = element.hasAttribute('style') || element.hasAttribute('class');
  const parts: string[] = [];
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    // A part that takes the colour of the place where it is used goes on doing so.
    if (CURRENT.test(element.getAttribute(name) ?? '') && value === style.color) continue;
    if (value && (!parent || value !== parent.getPropertyValue(name) || element.hasAttribute(name))) parts.push(`${name}:${value}`);
  }
  for (const [name, initial] of Object.entries(OWN)) {
    if (!parent && PLACING.has(name)) continue;
    const value = style.getPropertyValue(name);
    if (value && (value !== initial || element.hasAttribute(name))) parts.push(`${name}:${value}`);
  }
  if (parent && styled && SHAPED.test(element.localName))
    for (const name of GEOMETRY) {
      const value = style.getPropertyValue(name);
      if (value && value !== 'auto' && value !== 'none' && (value !== '0px' || element.hasAttribute(name))) parts.push(`${name}:${value}`);
    }
  return parts.join(';');
}
