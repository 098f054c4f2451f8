import { CircleAlert } from 'lucide-preact';
import type { RefObject } from 'preact';
import { uiDirection } from '~/lib/i18n/language';
import { joinFacts, t } from '~/lib/i18n/message';
import type { PageDocument } from '~/lib/shared/page-content';
import type { Run } from '~/lib/shared/run';
import type { PassageSource, Source } from '~/lib/shared/source';
import { MarkButton } from './source-mark';
import { linkToPassage, readWebLink } from './web-link';

/** What came of leading the reader to a passage. */
export type Outcome = 'shown' | 'gone' | 'elsewhere' | 'page';

interface SourceListProps {
  sources: readonly Source[];
  /** What the answer is about; and where that is several documents, which. */
  page: Run['page'];
  documents: PageDocument[] | undefined;
  list: RefObject<HTMLDetailsElement | null>;
  /** The one that was pressed last. */
  pressed: { n: number; outcome?: Outcome | undefined } | undefined;
  onPress: (source: Source) => void;
}

/** Of several documents, the one that a source stands in. */
export function findDocument(documents: readonly PageDocument[] | undefined, source: Source): PageDocument | undefined {
  return source.kind === 'passage' ? documents?.find(({ id }) => id === source.documentId) : undefined;
}

/** What an answer rests on, below it: the words of the page, and pages of the web. */
export function SourceList({ sources, page, documents, list, pressed, onPress }: SourceListProps) {
  const placeOf = (source: Source) => findDocument(documents, source) ?? page;
  return (
    // Its own words, not those of the answer, tell the direction.
    <details ref={list} class="sources" dir={uiDirection()}>
      <summary>{t('sourcesTitle', sources.length)}</summary>
      <ul>
        {sources.map((source) => (
          <li key={source.n} data-n={source.n}>
            <MarkButton source={source} place={findDocument(documents, source)?.title} onPress={onPress} />
            <div>
              {source.kind === 'web' ? <WebPage {...source} /> : <Passage source={source} title={findDocument(documents, source)?.title} />}
              <p role="status">{pressed?.n === source.n && source.kind === 'passage' && <Result source={source} url={placeOf(source).url} outcome={pressed.outcome} />}</p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Passage({ source: { quote, holds, page }, title }: { source: PassageSource; title: string | undefined }) {
  return (
    <>
      {quote ? <q dir="auto">{quote}</q> : <span>{t('sourceNone')}</span>}
      {quote && title && <> <span class="source-title" dir="auto">{title}</span></>}
      {page !== undefined && <span class="source-place"> {title && '· '}{t('sourcePage', page)}</span>}
      {!holds && quote && (
        <span class="source-unverified">
          <CircleAlert class="icon" />
          {t('sourceUnverified')}
        </span>
      )}
    </>
  );
}

function WebPage({ url, title, date }: Extract<Source, { kind: 'web' }>) {
  const link = readWebLink(url);
  const name = title.trim() || url;
  return (
    <>
      {link ? <a href={link.href} target="_blank" rel="noreferrer noopener" dir="auto">{name}</a> : <span dir="auto">{name}</span>}
      <span class="source-place"> {joinFacts([link?.host, date])}</span>
    </>
  );
}

function Result({ source, url, outcome }: { source: PassageSource; url: string; outcome: Outcome | undefined }) {
  if (!outcome || outcome === 'shown') return null;
  if (!url) return <>{t('sourceInFile')}</>;
  if (outcome === 'page') return <>{t('sourcePageByHand', source.page ?? 1)}</>;
  const href = outcome === 'elsewhere' ? linkToPassage(url, source) : undefined;
  return (
    <>
      {t(outcome === 'gone' ? 'passageGone' : 'sourceElsewhere')}{' '}
      {href && <a href={href} target="_blank" rel="noreferrer noopener">{t('sourceOpen')}</a>}
    </>
  );
}
