/** One measured thing, beside its floor in the same run where it has one. */
export interface Row {
  what: string;
  ours: number;
  floor?: number;
  unit: 'ms' | 'kB' | 'MB' | 'x' | 'bytes' | '';
  /** Ours at most: so many units, or so many times the floor. */
  budget?: { most: number } | { timesFloor: number } | { least: number };
}

const HEADER = ['what', 'ours', 'floor', 'ratio', 'budget', 'ok'];

function isWithinBudget({ ours, floor, budget }: Row): boolean | undefined {
  if (!budget) return undefined;
  if ('most' in budget) return ours <= budget.most;
  if ('least' in budget) return ours >= budget.least;
  return floor === undefined ? undefined : ours <= floor * budget.timesFloor;
}

/** The rows as a Markdown table. */
export function toTable(rows: readonly Row[]): string {
  const cells = [HEADER, ...rows.map(toCells)];
  const widths = HEADER.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`);
  lines.splice(1, 0, `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`);
  return lines.join('\n');
}

function toCells(row: Row): string[] {
  const { what, ours, floor, unit } = row;
  const ok = isWithinBudget(row);
  const shown = (value: number | undefined) => (value === undefined ? '' : `${format(value)} ${unit}`.trim());
  const ratio = floor && floor > 0 && ours > 0 ? `${format(ours / floor)} x` : '';
  return [what, shown(ours), shown(floor), ratio, describeBudget(row), ok === undefined ? '' : ok ? 'yes' : 'NO'];
}

function describeBudget({ budget, unit }: Row): string {
  if (!budget) return '';
  if ('timesFloor' in budget) return `${budget.timesFloor} x floor`;
  return 'most' in budget ? `${budget.most} ${unit}`.trim() : `at least ${budget.least} ${unit}`.trim();
}

function format(value: number): string {
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 1 ? 1 : 3;
  return value.toLocaleString('en', { minimumFractionDigits: 0, maximumFractionDigits: digits });
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
