import { readdirSync, readFileSync } from 'node:fs';
import { kill } from 'node:process';
import type { Docent } from './docent.ts';

/** A process and all that it has started, as Linux lists them. */
function listFamily(root: number): number[] {
  const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      return [[Number(name), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1])] as const];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
  const family = [root];
  for (const parent of family) family.push(...parents.flatMap(([id, of]) => (of === parent ? [id] : [])));
  return family;
}

/** Whether programs can be stopped as a sleeping machine stops them. */
export const canFreeze = process.platform === 'linux';

/** Stops the whole browser, as a machine does that falls asleep; what comes back wakes it. */
export function freezeBrowser({ browser }: Docent): () => void {
  const root = browser.process()?.pid;
  if (root === undefined) throw new Error('The browser was not started here.');
  const stopped = listFamily(root);
  for (const id of stopped) kill(id, 'SIGSTOP');
  return () => {
    for (const id of stopped) kill(id, 'SIGCONT');
  };
}
