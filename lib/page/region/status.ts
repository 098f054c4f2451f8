import type { Region } from '~/lib/shared/picture';
import type { RegionTexts } from '~/lib/shared/region-chooser';
import { type Box, nameContents } from './contents';
import { findPlace, isSame, WHOLE } from './grid';

/** The chosen part in words: where it lies, how large it is, and what the page has there. */
export function describeChoice(document: Document, texts: RegionTexts, part: Region, box: Box): string {
  const percent = new Intl.NumberFormat(texts.lang, { style: 'percent' });
  const place = isSame(part, WHOLE)
    ? texts.whole
    : fill(texts.size, texts.places[findPlace(part) - 1] ?? '', percent.format(part.width), percent.format(part.height));
  const names = nameContents(document, box);
  const list = new Intl.ListFormat(texts.lang, { type: 'unit' }).format(names);
  return names.length > 0 ? `${place}. ${fill(texts.contents, list)}` : place;
}

function fill(text: string, ...values: string[]): string {
  return text.replace(/\{(\d)\}/g, (_, place: string) => values[Number(place) - 1] ?? '');
}
