import { useEffect, useState } from 'preact/hooks';
import type { MarkdownSentence } from '~/lib/shared/markdown-sentences';
import { stripInvisible } from '~/lib/shared/visible-text';
import type { RunText } from './run-text';

/** Milliseconds in which finished sentences gather before they are handed to the screen reader together. */
const GATHER = 1_000;
/** Sentences kept in the region: enough to be heard, so few that it never grows. */
const KEPT = 8;

interface LiveAnnouncerProps {
  source: RunText;
  streaming: boolean;
  /** The answer has marks of its sources, which are not heard. */
  marks: boolean;
}

/**
 * What a screen reader hears of a growing answer: its sentences as they are finished, never tokens. Stands outside of
 * the answer, which is `aria-busy` meanwhile. Text that was there before is not read again.
 */
export function LiveAnnouncer({ source, streaming, marks }: LiveAnnouncerProps) {
  const [sentences, setSentences] = useState<{ id: number; text: string }[]>([]);
  useEffect(() => {
    if (streaming) return announce(source, marks, (texts) => setSentences((old) => [...old, ...number(texts, old)].slice(-KEPT)));
  }, [source, streaming, marks]);
  return (
    <div class="visually-hidden" aria-live="polite" aria-relevant="additions">
      {sentences.map(({ id, text }) => <p key={id}>{text}</p>)}
    </div>
  );
}

function number(texts: string[], old: { id: number }[]) {
  const first = (old.at(-1)?.id ?? 0) + 1;
  return texts.map((text, index) => ({ id: first + index, text }));
}

/** How sentences end is known to a good many rules: they are loaded when the first answer grows, not when a window opens. */
async function loadSentences() {
  const { MarkdownSentences, stripMarks } = await import('./sentences');
  return { sentences: new MarkdownSentences(), stripMarks };
}

function announce(source: RunText, marks: boolean, say: (texts: string[]) => void): () => void {
  const reader = source.reader();
  reader.read();
  const loading = loadSentences();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const speak = async (found: MarkdownSentence[]) => {
    const { stripMarks } = await loading;
    const texts = found.map(({ kind, text }) => (marks && kind !== 'code' ? stripMarks(text) : text)).filter(Boolean);
    if (texts.length > 0) say(texts);
  };
  const take = async () => {
    timer = undefined;
    const text = stripInvisible(reader.read().text);
    await speak((await loading).sentences.take(text));
  };
  const stop = source.subscribe(() => {
    timer ??= setTimeout(() => void take(), GATHER);
  });
  return () => {
    stop();
    clearTimeout(timer);
    void take().then(async () => speak((await loading).sentences.end()));
  };
}
