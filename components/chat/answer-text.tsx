import { useEffect, useState } from 'preact/hooks';
import type { PageDocument } from '~/lib/shared/page-content';
import type { Source } from '~/lib/shared/source';
import type { CitedAnswerProps } from '../sources/cited-answer';
import type * as Drawing from './drawing';

let loaded: typeof Drawing | undefined;

/** Loads what draws answers, a third of all code, once there is something to draw. */
export async function loadDrawing(): Promise<typeof Drawing> {
  return (loaded ??= await import('./drawing'));
}

/** What draws answers, once it is loaded. */
export function useDrawing(): typeof Drawing | undefined {
  const [drawing, setDrawing] = useState(loaded);
  useEffect(() => {
    void loadDrawing().then(setDrawing);
  }, []);
  return drawing;
}

/** The text of an answer as it grows, with its sources. */
export function AnswerText(props: CitedAnswerProps) {
  const drawing = useDrawing();
  return drawing ? <drawing.CitedAnswer {...props} /> : null;
}

/** An answer as it is copied: with what its marks stand for. */
export function copyOf(text: string, sources: readonly Source[] | undefined, documents: readonly PageDocument[] | undefined): string {
  return loaded ? loaded.copyWithSources(text, sources, documents) : text;
}
