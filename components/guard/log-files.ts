import type { GuardLogEntry } from '~/lib/shared/guard';

/** The log as JSON, newest first. */
export function logAsJson(entries: readonly GuardLogEntry[]): string {
  return JSON.stringify(entries, undefined, 2);
}

const COLUMNS = ['time', 'site', 'checkpoint', 'verdict', 'details', 'outcome', 'model'];

/** The log as CSV (RFC 4180), times in ISO 8601; names are those of the JSON, in every language. */
export function logAsCsv(entries: readonly GuardLogEntry[]): string {
  const rows = entries.map(({ at, site, checkpoint, verdict, carriers = [], outcome, model = '' }) => {
    const details = verdict.kind === 'unsafe' ? verdict.hazards : verdict.kind === 'unknown' ? [verdict.reason] : [];
    return [new Date(at).toISOString(), site, checkpoint, verdict.kind, [...details, ...carriers].join(' '), outcome, model];
  });
  return [COLUMNS, ...rows].map((row) => row.map(quote).join(',')).join('\r\n') + '\r\n';
}

/** A field in quotation marks. One that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV injection"). */
function quote(field: string): string {
  const inert = /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
  return `"${inert.replaceAll('"', '""')}"`;
}
