import { useContext, useEffect, useReducer } from 'preact/hooks';
import { formatNumber } from '~/lib/i18n/format';
import { joinFacts, t } from '~/lib/i18n/message';
import type { Source } from '~/lib/shared/source';
import { Sources } from './source-store';
import { readWebLink } from './web-link';

interface SourceMarkProps {
  /** As the answer has it, of one mark. */
  numbers: readonly number[];
  /** The mark as it is written, and the space before it: what is no mark of a source stays text. */
  written: string;
  gap: string;
}

/** A mark in an answer: leads to the words of the page that the statement before it rests on. */
export function SourceMark({ numbers, written, gap }: SourceMarkProps) {
  const store = useContext(Sources);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const drawn = store?.version;
  useEffect(() => {
    // What has become known since it was drawn, before anybody listened, is told to nobody again.
    if (store?.version !== drawn) redraw(undefined);
    return store?.subscribe(() => redraw(undefined));
  }, [store]);
  const found = numbers.map((number) => store?.look(number) ?? 'none');
  if (!store || found.every((each) => each === 'none')) return <>{gap}{written}</>;
  return (
    <span class="source-marks">
      {/* Never parted from its statement by the end of a line. */}
      {gap && '\u00a0'}
      {found.map((source, index) =>
        source === 'none' || source === 'pending' ? (
          <span key={index} class="source-mark" aria-hidden="true">[{formatNumber(numbers[index] ?? 0)}]</span>
        ) : (
          <MarkButton key={index} source={source} place={store.placeOf(source)} onPress={store.onPress} />
        ),
      )}
    </span>
  );
}

interface MarkButtonProps {
  source: Source;
  /** Of several documents, the name of the one it stands in. */
  place: string | undefined;
  onPress: (source: Source) => void;
}

/** `[2]`; one that does not hold is `[2?]`. */
export function MarkButton({ source, place, onPress }: MarkButtonProps) {
  const { n } = source;
  const label = describeSource(source, place);
  if (source.kind === 'web') {
    const link = readWebLink(source.url);
    if (!link) return <span class="source-mark">[{formatNumber(n)}]</span>;
    return <a class="source-mark" href={link.href} target="_blank" rel="noreferrer noopener" aria-label={label} title={label}>[{formatNumber(n)}]</a>;
  }
  return (
    <button type="button" class="source-mark" data-holds={source.holds} aria-label={label} title={label} onClick={() => onPress(source)}>
      [{formatNumber(n)}{!source.holds && '?'}]
    </button>
  );
}

/** Characters of a quotation that a name has: it is heard before anything can be done. */
const SPOKEN = 160;

function describeSource(source: Source, place: string | undefined): string {
  if (source.kind === 'web') return t('sourceLabel', source.n, source.title || source.url);
  const { n, quote, holds, page } = source;
  if (!quote) return t('sourceLabelNone', n);
  const words = quote.length > SPOKEN ? `${quote.slice(0, SPOKEN).replace(/\s+\S*$/, '')} …` : quote;
  return t(holds ? 'sourceLabel' : 'sourceLabelUnverified', n, joinFacts([`“${words}”`, place, page !== undefined && t('sourcePage', page)]));
}
