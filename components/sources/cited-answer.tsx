import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { Source } from '~/lib/shared/source';
import { Markdown } from '../chat/markdown/markdown';
import type { WatchedRun } from '../hooks/thread-store';
import { type Outcome, SourceList } from './source-list';
import { Sources, SourceStore } from './source-store';
import './sources.css';

export interface CitedAnswerProps {
  run: WatchedRun;
  streaming: boolean;
  tabId: number | undefined;
  /** The text drawn in another way. */
  children?: ComponentChildren;
}

/** The text of an answer with its marks, and what they stand for below it. */
export function CitedAnswer({ run, streaming, tabId, children }: CitedAnswerProps) {
  const { id, sources, text, page } = run;
  const store = useMemo(() => new SourceStore(sources, streaming), []);
  const list = useRef<HTMLDetailsElement>(null);
  const [pressed, setPressed] = useState<{ n: number; outcome?: Outcome }>();
  store.onPress = (source) => void press(source);
  // Marks that were drawn before are drawn again; those to come look for themselves.
  useEffect(() => store.update(sources, streaming), [store, sources, streaming]);

  const press = async (source: Source) => {
    const { n } = source;
    setPressed({ n });
    if (source.kind === 'web') return;
    const outcome = source.holds ? await call('showSource', { tabId: tabId ?? -1, runId: id, n }).then((answer) => answer.outcome, (): Outcome => 'elsewhere') : undefined;
    setPressed(outcome ? { n, outcome } : { n });
    if (outcome !== 'shown') open(list.current, n);
  };

  return (
    <>
      <Sources.Provider value={store}>{children ?? <Markdown source={text} streaming={streaming} />}</Sources.Provider>
      {!streaming && sources && sources.length > 0 && (
        <SourceList sources={sources} page={page} documents={run.read?.documents} list={list} pressed={pressed} onPress={(source) => void press(source)} />
      )}
    </>
  );
}

/** Brings the row of a source before the reader. */
function open(list: HTMLDetailsElement | null, n: number): void {
  if (!list) return;
  list.open = true;
  const row = list.querySelector<HTMLElement>(`[data-n="${n}"] .source-mark`);
  row?.scrollIntoView({ block: 'nearest' });
  row?.focus({ preventScroll: true });
}
