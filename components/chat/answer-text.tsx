import { useEffect, useState } from 'preact/hooks';
import type { Markdown } from './markdown/markdown';
import type { RunText } from './run-text';

let loaded: typeof Markdown | undefined;

/** Loads what draws Markdown, a third of all code, once there is something to draw. */
export async function loadMarkdown(): Promise<typeof Markdown> {
  loaded ??= (await import('./markdown/markdown')).Markdown;
  return loaded;
}

/** What draws Markdown, once it is loaded. */
export function useMarkdown(): typeof Markdown | undefined {
  const [component, setComponent] = useState(() => loaded);
  useEffect(() => {
    void loadMarkdown().then((found) => setComponent(() => found));
  }, []);
  return component;
}

interface AnswerTextProps {
  source: RunText;
  streaming: boolean;
}

/** The text of an answer as it grows. */
export function AnswerText({ source, streaming }: AnswerTextProps) {
  const Drawn = useMarkdown();
  return Drawn ? <Drawn source={source} streaming={streaming} /> : null;
}
