import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import type { Source } from '~/lib/shared/source';
import { Markdown } from '../chat/markdown/markdown';
import type { WatchedRun } from '../hooks/thread-store';
import { findDocument, type Outcome, SourceList } from './source-list';
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
  const documents = run.read?.documents;
  store.placeOf = (source) => findDocument(documents, source)?.title;
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
        <>
          <SourceList sources={sources} page={page} documents={documents} list={list} pressed={pressed} onPress={(source) => void press(source)} />
          {/* Not in the list: what is folded away is not heard. */}
          <p role="status" class="visually-hidden">{pressed?.outcome === 'shown' && sayShown(sources.find(({ n }) => n === pressed.n))}</p>
        </>
      )}
    </>
  );
}

/** A viewer of documents marks nothing, and does not tell what it shows: the page is named. */
function sayShown(source: Source | undefined): string {
  return source?.kind === 'passage' && source.page !== undefined ? t('sourcePage', source.page) : t('passageShown');
}

/** Brings the row of a source before the reader. */
function open(list: HTMLDetailsElement | null, n: number): void {
  if (!list) return;
  list.open = true;
  const row = list.querySelector<HTMLElement>(`[data-n="${n}"] .source-mark`);
  row?.scrollIntoView({ block: 'nearest' });
  row?.focus({ preventScroll: true });
}
