import { webOrigin } from '~/lib/shared/url';
import { z } from '~/lib/shared/zod';

/** A page of the web that a model has found. */
export interface WebCitation {
  /** Its marker in the answer, e.g. `[2]`; counted from 1. */
  n: number;
  /** `http:` or `https:`. */
  url: string;
  title?: string;
  /** As the server gives it. */
  date?: string;
}

const text = z.catch(z.nullish(z.string()), undefined);
const Result = z.looseObject({ url: text, title: text, date: text, last_updated: text });
const Annotation = z.looseObject({ type: text, url: text, title: text, url_citation: z.catch(z.nullish(z.looseObject({ url: text, title: text })), undefined) });
const result = z.catch(z.nullish(Result), undefined);
const annotations = z.catch(z.nullish(z.array(z.catch(z.nullish(Annotation), undefined))), undefined);
const said = z.catch(z.nullish(z.looseObject({ annotations })), undefined);

/** Where servers put what a model has found: Perplexity beside the choices, OpenAI and OpenRouter in the message or its deltas (contract section 11). */
const Frame = z.looseObject({
  citations: z.catch(z.nullish(z.array(z.catch(z.nullish(z.union([z.string(), Result])), undefined))), undefined),
  search_results: z.catch(z.nullish(z.array(result)), undefined),
  choices: z.catch(z.nullish(z.array(z.catch(z.nullish(z.looseObject({ message: said, delta: said })), undefined))), undefined),
});

type Found = Partial<z.infer<typeof Result>>;

/** Pages that are kept of one answer. */
const MOST = 50;

const NAMES: readonly string[] = ['citations', 'search_results', 'annotations'];

/** A look that costs a tenth of reading the frame: all but a few of an answer's hundreds tell of no page. */
function mayTell(value: unknown, depth: number): boolean {
  return typeof value === 'object' && value !== null && depth > 0 && Object.entries(value).some(([name, inner]) => NAMES.includes(name) || mayTell(inner, depth - 1));
}

/**
 * What one frame, or a whole completion, tells of pages of the web. Markers of the answer count `citations` where there are any,
 * so a citation that is no address keeps its number and is left out; else the search results, else the annotations in their order.
 */
export function readCitations(frame: unknown): WebCitation[] {
  // `choices`, one of them, its `delta`, what that holds.
  const parsed = mayTell(frame, 4) ? Frame.safeParse(frame).data : undefined;
  if (!parsed) return [];
  const results: Found[] = (parsed.search_results ?? []).map((one) => one ?? {});
  const cited: Found[] = (parsed.citations ?? []).map((one) => (typeof one === 'string' ? { url: one } : (one ?? {})));
  const notes = (parsed.choices ?? []).flatMap((choice) => [...(choice?.message?.annotations ?? []), ...(choice?.delta?.annotations ?? [])]);
  const noted = notes.flatMap((note): Found[] => {
    const { url, title } = note?.url_citation ?? note ?? {};
    return url ? [{ url, title }] : [];
  });
  const found = cited.length > 0 ? cited : results.length > 0 ? results : noted.filter(({ url }, index) => noted.findIndex((other) => other.url === url) === index);
  return found.slice(0, MOST).flatMap((one, index) => toCitation(one, results.find(({ url }) => url === one.url) ?? {}, index + 1));
}

function toCitation({ url, ...about }: Found, result: Found, n: number): WebCitation[] {
  if (!url || webOrigin(url) === undefined) return [];
  const title = about.title ?? result.title;
  const when = about.date ?? result.date ?? about.last_updated ?? result.last_updated;
  return [{ n, url, ...(title?.trim() ? { title: title.trim().slice(0, 300) } : {}), ...(when ? { date: when.slice(0, 40) } : {}) }];
}
