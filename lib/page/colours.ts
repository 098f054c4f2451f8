import { readWideColour } from './colour-spaces';

/** Red, green, blue from 0 to 255 and alpha from 0 to 1, sRGB. */
export type Rgba = readonly [number, number, number, number];

const TRANSPARENT: Rgba = [0, 0, 0, 0];
export const WHITE: Rgba = [255, 255, 255, 1];

const cache = new Map<string, Rgba | null>();

/**
 * Reads a computed colour. Browsers serialise sRGB colours as `rgb()` or `rgba()`, others as `color(srgb …)`,
 * `oklch(…)` and so on. Null for what is no colour.
 */
export function readColour(value: string): Rgba | null {
  const known = cache.get(value);
  if (known !== undefined) return known;
  const colour = parse(value);
  if (cache.size > 500) cache.clear();
  cache.set(value, colour);
  return colour;
}

function parse(value: string): Rgba | null {
  if (value === 'transparent') return TRANSPARENT;
  const rgb = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:\s*[,/]\s*([\d.]+)(%?))?\s*\)$/.exec(value);
  if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3]), alpha(rgb[4], rgb[5])];
  const srgb = /^color\(srgb\s+([\d.e-]+)\s+([\d.e-]+)\s+([\d.e-]+)(?:\s*\/\s*([\d.]+)(%?))?\)$/.exec(value);
  if (srgb) return [Number(srgb[1]) * 255, Number(srgb[2]) * 255, Number(srgb[3]) * 255, alpha(srgb[4], srgb[5])];
  return readWideColour(value);
}

function alpha(value: string | undefined, percent: string | undefined): number {
  if (value === undefined) return 1;
  return percent ? Number(value) / 100 : Number(value);
}

/** `over` painted on an opaque `under`. */
export function blend(over: Rgba, under: Rgba): Rgba {
  const a = over[3];
  const mix = (i: 0 | 1 | 2) => over[i] * a + under[i] * (1 - a);
  return [mix(0), mix(1), mix(2), 1];
}

/** WCAG 2 contrast ratio of two opaque colours, 1 to 21. */
export function contrast(a: Rgba, b: Rgba): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgba): number {
  const linear = (i: 0 | 1 | 2) => {
    const c = colour[i] / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
}

/** The one colour of a gradient whose stops are all alike; null for pictures and real gradients. */
export function flatGradient(image: string): Rgba | null {
  if (!/^(?:repeating-)?(?:linear|radial|conic)-gradient\([^]*\)$/.test(image) || image.includes('url(')) return null;
  const stops = image.match(/rgba?\([^)]*\)/g) ?? [];
  const first = stops[0];
  return first !== undefined && stops.every((stop) => stop === first) ? readColour(first) : null;
}
