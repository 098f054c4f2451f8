import type { WebCitation } from '~/lib/api/web-citations';
import type { AnswerRequest, OutgoingRequest } from '~/lib/shared/run';
import type { Source } from '~/lib/shared/source';
import { webSearchOf } from '~/lib/shared/web-search';
import type { Material } from './build-request';

/** Whether and why the model searches the web for a request. */
export function describeSearch(request: AnswerRequest, model: string): Pick<OutgoingRequest, 'web'> {
  const way = webSearchOf(model);
  if (way && request.task === 'ask' && request.web) return { web: 'asked' };
  return way === 'search_mode' ? { web: 'always' } : {};
}

/** A model that cannot search the web is not told to. */
export function withoutVainSearch(request: AnswerRequest, model: string): AnswerRequest {
  return request.task === 'ask' && request.web && !webSearchOf(model) ? { ...request, web: false } : request;
}

/** The material for a model. Marks of one that is to search count its results, so the page's words get none. */
export function withSearch(material: Material, model: string): Material {
  const request = withoutVainSearch(material.request, model);
  return { ...material, request, ...(describeSearch(request, model).web === 'asked' ? { marks: false } : {}) };
}

/**
 * Pages that a model has found, as sources.
 * @param before those of the answer that is continued: a mark that now counts another page leads to neither
 */
export function citeWeb(before: readonly Source[] = [], citations: readonly WebCitation[]): Source[] {
  const all = [...before.flatMap((source) => (source.kind === 'web' ? [source] : [])), ...citations.map(toSource)];
  const distinct = all.filter((source, index) => all.findIndex(({ url, mark }) => url === source.url && mark === source.mark) === index);
  return distinct.map(({ mark, ...source }, index) => {
    const isClear = mark !== undefined && distinct.every((other) => other.mark !== mark || other.url === source.url);
    return { ...source, n: index + 1, ...(isClear ? { mark } : {}) };
  });
}

function toSource({ n, url, title = '', date }: WebCitation): Extract<Source, { kind: 'web' }> {
  return { kind: 'web', n, mark: n, url, title, ...(date ? { date } : {}) };
}
