/** CSS pixels: less can be seen of nothing. */
const LEAST = 1;

/** Whether a computed `clip-path` leaves nothing of a box of this size, or so little that it cannot be read. */
export function isEmptyShape(path: string, width: number, height: number): boolean {
  const inset = /^inset\(([^)]*?)(?:\s+round\b.*)?\)/.exec(path)?.[1];
  if (inset !== undefined) {
    const [top = '0', right = top, bottom = top, left = right] = inset.trim().split(/\s+/);
    return height - length(top, height) - length(bottom, height) <= LEAST || width - length(left, width) - length(right, width) <= LEAST;
  }
  const radius = /^(?:circle|ellipse)\(\s*([\d.]+(?:px|%)?)(?=[\s)])/.exec(path)?.[1];
  if (radius !== undefined) return length(radius, Math.max(width, height)) <= LEAST;
  const polygon = /^polygon\((.*)\)$/.exec(path)?.[1];
  return polygon !== undefined && new Set(polygon.split(',').map((point) => point.trim())).size < 3;
}

function length(value: string, whole: number): number {
  const number = Number.parseFloat(value) || 0;
  return value.endsWith('%') ? (number / 100) * whole : number;
}
