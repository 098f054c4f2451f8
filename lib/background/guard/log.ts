import { toAppError } from '~/lib/shared/app-error';
import type { Finding, GuardLogEntry, GuardOptions } from '~/lib/shared/guard';
import { parseUrl } from '~/lib/shared/url';
import { addToGuardLog } from '~/lib/storage/guard-log';

/** Where something was checked. */
export interface LoggedPlace {
  /** Address of the page. */
  url: string;
  /** Of a private window: nothing is written down. */
  isPrivate: boolean;
}

/** Writes a line into the log on this device, unless the reader wants none. What cannot be written is lost: no run waits for it, or fails. */
export function logCheck(options: Pick<GuardOptions, 'log'>, { url, isPrivate }: LoggedPlace, about: Omit<GuardLogEntry, 'id' | 'at' | 'site'>): void {
  if (!options.log || isPrivate) return;
  const entry: GuardLogEntry = { ...about, id: crypto.randomUUID(), at: Date.now(), site: parseUrl(url)?.host ?? '' };
  addToGuardLog(entry).catch((thrown: unknown) => console.warn('Not logged.', toAppError(thrown).code));
}

/** Notes that Docent's own rules found orders to an assistant in a page; those out of sight were left out of it, those in sight went along as text. */
export function logFindings(options: Pick<GuardOptions, 'log'>, page: LoggedPlace, findings: readonly Finding[] = []): void {
  if (findings.length === 0) return;
  const carriers = [...new Set(findings.map(({ carrier }) => carrier))];
  const outcome = findings.every(({ place }) => place === 'visible') ? 'passed' : 'blocked';
  logCheck(options, page, { checkpoint: 'hidden', verdict: { kind: 'unsafe', hazards: ['prompt-injection'] }, carriers, outcome });
}
