import type { RunRequest } from '~/lib/shared/run';

/** The reader's own words in a request; empty when there are none. */
export function writtenByReader(request: RunRequest): string {
  switch (request.task) {
    case 'ask':
    case 'compare-images':
      return request.question.trim();
    case 'summarize':
      return request.options.instruction.trim();
    default:
      return '';
  }
}
