import type { Rgba } from './colours';

/** Computed values of colours beyond sRGB (CSS Color 4): `oklch(1 0 0 / 0.5)`, `color(display-p3 1 1 1)`. */
const FUNCTION = /^(oklch|oklab|lch|lab|color)\(\s*(?:([a-z][a-z\d-]*)\s+)?(\S+)\s+(\S+)\s+([^\s/]+)\s*(?:\/\s*(\S+)\s*)?\)$/;

/** Such a colour in sRGB, near enough to compare it with its background: what is out of gamut is cut off. */
export function readWideColour(value: string): Rgba | null {
  const match = FUNCTION.exec(value);
  if (!match) return null;
  const [, name = '', space = '', ...rest] = match;
  const [a, b, c, alpha] = rest.map((part?: string) => (part === undefined ? 1 : number(part)));
  if (a === undefined || b === undefined || c === undefined || alpha === undefined || [a, b, c, alpha].some(Number.isNaN)) return null;
  const [red, green, blue] = convert(name, space, a, b, c).map((part) => Math.min(255, Math.max(0, part * 255)));
  return [red ?? 0, green ?? 0, blue ?? 0, Math.min(1, Math.max(0, alpha))];
}

function number(text: string): number {
  if (text === 'none') return 0;
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

function convert(name: string, space: string, a: number, b: number, c: number): number[] {
  if (name === 'color') {
    if (space.startsWith('xyz')) return fromXyz(a, b, c);
    // The gamuts of RGB spaces differ, their greys do not.
    return space === 'srgb-linear' ? [a, b, c].map(encode) : [a, b, c];
  }
  const isPolar = name.endsWith('ch');
  const angle = (c * Math.PI) / 180;
  const [x, y] = isPolar ? [b * Math.cos(angle), b * Math.sin(angle)] : [b, c];
  return name.startsWith('ok') ? fromOklab(a, x, y) : fromLab(a, x, y);
}

/** https://bottosson.github.io/posts/oklab/ */
function fromOklab(light: number, a: number, b: number): number[] {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(encode);
}

/** CIE Lab with its white point taken for that of sRGB, which keeps greys grey. */
function fromLab(light: number, a: number, b: number): number[] {
  const y = (light + 16) / 116;
  const linear = (f: number) => (f > 6 / 29 ? f ** 3 : (f - 4 / 29) * 3 * (6 / 29) ** 2);
  return fromXyz(0.9505 * linear(y + a / 500), linear(y), 1.089 * linear(y - b / 200));
}

function fromXyz(x: number, y: number, z: number): number[] {
  return [3.2406 * x - 1.5372 * y - 0.4986 * z, -0.9689 * x + 1.8758 * y + 0.0415 * z, 0.0557 * x - 0.204 * y + 1.057 * z].map(encode);
}

function encode(linear: number): number {
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
}
