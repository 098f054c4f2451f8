import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../../scripts/packages.mjs';
import type { Row } from './table.ts';

const LINE = /F1 ([\d.]+).*?median ([\d.]+) ms.*?max ([\d.]+) ms/;

/** What `npm run bench:extraction` prints for the pages in `folder`. */
export function measureExtraction(folder: string): Row[] {
  const run = spawnSync(process.execPath, [join(ROOT, 'scripts/bench-extraction.mjs'), folder], { cwd: ROOT, encoding: 'utf8' });
  const [, f1, middle, longest] = LINE.exec(run.stdout) ?? [];
  if (f1 === undefined) throw new Error(`Extraction could not be measured:\n${run.stdout}${run.stderr}`);
  return [
    { what: 'article extraction, F1', ours: Number(f1), unit: '', budget: { least: 0.975 } },
    { what: 'article extraction, median', ours: Number(middle), unit: 'ms', budget: { most: 20 } },
    { what: 'article extraction, longest', ours: Number(longest), unit: 'ms', budget: { most: 150 } },
  ];
}
