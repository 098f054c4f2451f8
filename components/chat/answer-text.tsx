import { useEffect, useState } from 'preact/hooks';
import type { Markdown } from './markdown/markdown';
import type { RunText } from './run-text';

let loaded: typeof Markdown | undefined;

/** Loads what draws Markdown, a third of all code, once there is something to draw. */
export async function loadMarkdown(): Promise<typeof Markdown> {
  loaded ??= (await import('./markdown/markdown')).Markdown;
  return loaded;
}

interface AnswerTextProps {
  source: RunText;
  streaming: boolean;
}

/** The text of an answer as it grows. */
export function AnswerText({ source, streaming }: AnswerTextProps) {
  const [Drawn, setDrawn] = useState(() => loaded);
  useEffect(() => {
    void loadMarkdown().then((component) => setDrawn(() => component));
  }, []);
  return Drawn ? <Drawn source={source} streaming={streaming} /> : null;
}
