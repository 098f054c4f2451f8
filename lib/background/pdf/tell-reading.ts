import type { PdfProgress } from '~/lib/shared/pdf';
import type { LiveRun } from '../live-run';

/** Milliseconds between two notes in a run of how far its reading is. */
const SELDOM = 300;
/** Pages that are read before anybody would look. */
const FEW = 20;

/** Notes in a run how far the reading of its document is. */
export function tellReading(live: LiveRun): (progress: PdfProgress) => void {
  let next = 0;
  return (reading) => {
    if (reading.pages <= FEW || Date.now() < next) return;
    next = Date.now() + SELDOM;
    live.change({ reading });
  };
}
