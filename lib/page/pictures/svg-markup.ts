import type { PagePixels } from '~/lib/shared/reader-jobs';

/** Properties that decide what a drawing looks like and may come from a style sheet. */
const DRAWN = [
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit',
  'stroke-dasharray', 'stroke-dashoffset', 'opacity', 'display', 'visibility', 'color', 'clip-rule', 'paint-order', 'vector-effect', 'mix-blend-mode',
  'font-family', 'font-size', 'font-style', 'font-weight', 'letter-spacing', 'word-spacing', 'text-anchor', 'dominant-baseline', 'text-decoration',
  'writing-mode', 'direction', 'stop-color', 'stop-opacity', 'flood-color', 'flood-opacity', 'transform', 'transform-origin', 'transform-box',
  'clip-path', 'mask', 'filter', 'marker-start', 'marker-mid', 'marker-end', 'd', 'cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'width', 'height',
];

export async function writeSvg(svg: SVGSVGElement): Promise<PagePixels> {
  const rect = svg.getBoundingClientRect();
  const clone = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [[svg, ...svg.querySelectorAll('*')], [clone, ...clone.querySelectorAll('*')]];
  const view = svg.ownerDocument.defaultView;
  for (const [index, element] of from.entries()) {
    const style = view?.getComputedStyle(element);
    if (style) to[index]?.setAttribute('style', DRAWN.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'));
  }
  return { kind: 'svg', markup: new XMLSerializer().serializeToString(clone), width: rect.width, height: rect.height };
}
