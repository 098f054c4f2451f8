import type { Run } from './run';

/** How many models one question is put to at once. Apart from the schema, so that buttons load without it. */
export const MIN_MODELS = 2;
export const MAX_MODELS = 4;

/** A run as far as its place in a comparison goes. */
export type ComparedRun = Pick<Run, 'id' | 'comparison'>;

/** Of these runs the answers that a run is compared with, itself among them, in the order in which they are shown; none where it is not compared. */
export function comparedWith<R extends ComparedRun>(run: R, others: readonly R[]): R[] {
  const { comparison } = run;
  if (!comparison) return [];
  const members = [run, ...others.filter(({ id, comparison: other }) => id !== run.id && other?.id === comparison.id)];
  return members.sort((a, b) => (a.comparison?.place ?? 0) - (b.comparison?.place ?? 0));
}

/** The reader has not yet said which of the answers the conversation goes on from. */
export function isOpen(members: readonly ComparedRun[]): boolean {
  return members.length > 1 && !members.some(({ comparison }) => comparison?.kept);
}
