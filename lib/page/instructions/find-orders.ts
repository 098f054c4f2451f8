import { type FlaggedPassage, inspectPassages, type Passage, PassageInspector } from '~/lib/guard/instructions/inspect-passages';
import type { HiddenText, Snapshot } from '../snapshot';
import { LINE_BREAK, rawText } from '../tree';
import { readMachineTexts } from './machine-texts';
import { readVisibleTexts } from './visible-texts';

/** What a page tells assistants, in sight and out of it. */
export interface PageOrders {
  flagged: FlaggedPassage[];
  /** Knows what the page is about. */
  inspector: PassageInspector;
}

export function findOrders(document: Document, snapshot: Snapshot): PageOrders {
  const inspector = makeInspector(snapshot);
  return { flagged: inspectPassages(allTexts(document, snapshot), inspector), inspector };
}

/** Tells orders among the texts of a page. */
export function makeInspector({ root }: Pick<Snapshot, 'root'>): PassageInspector {
  return new PassageInspector(() => rawText(root).replaceAll(LINE_BREAK, ' '));
}

function* allTexts(document: Document, snapshot: Snapshot): Generator<Passage> {
  for (const text of snapshot.invisible) yield { carrier: 'unicode-tags', text };
  yield* hiddenTexts(snapshot.hidden);
  yield* readMachineTexts(document);
  yield* readVisibleTexts(snapshot.root);
}

/** Hidden texts that are short are judged with those next to them: an order may be cut into words. */
const SHORT = 80;

function* hiddenTexts(hidden: readonly HiddenText[]): Generator<Passage> {
  let run: HiddenText[] = [];
  for (const one of hidden) {
    yield toPassage(one.reason, one.text);
    if (one.text.length <= SHORT) run.push(one);
    if ((one.text.length > SHORT || run.length >= 40) && run.length > 1) {
      yield toPassage(one.reason, run.map(({ text }) => text.trim()).join(' '));
      run = [];
    }
  }
  const [first] = run;
  if (first && run.length > 1) yield toPassage(first.reason, run.map(({ text }) => text.trim()).join(' '));
}

function toPassage(reason: HiddenText['reason'], text: string): Passage {
  return { carrier: reason === 'same-colour' ? 'same-colour' : 'hidden-text', text };
}
