import { collapse } from './clean-text';
import { unclobbered } from './unclobbered';
import { readJsonLd } from './json-ld';

export interface PageMetadata {
  title: string;
  lang?: string;
  byline?: string;
  siteName?: string;
  publishedTime?: string;
  /** What the page says it is about. Not seen by the reader as such. */
  description: string | undefined;
  /** What the page calls itself, where it says. */
  is: 'article' | 'discussion' | undefined;
}

/** Characters: what a page says of itself is seen by no reader, so it gets no room for more than a name or a date. */
const LONGEST_NAME = 200;
const LONGEST_TIME = 40;

/** What a page says of itself: meta elements first, then JSON-LD, then the text's own mark-up. */
export function readMetadata(document: Document): PageMetadata {
  const meta = readMeta(document);
  const first = (...names: string[]) => names.map((name) => meta.get(name)).find(Boolean);
  const linked = readJsonLd(document);
  const lang = cleanLang(document.documentElement.getAttribute('lang') || document.documentElement.getAttribute('xml:lang') || document.body?.getAttribute('lang') || first('content-language') || first('og:locale') || '');
  const siteName = first('og:site_name', 'application-name') ?? linked.siteName;
  const byline = [first('author', 'article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator', 'citation_author'), linked.byline, markedByline(document)].find(
    (name) => name && !/^https?:/.test(name),
  );
  const publishedTime = first('article:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'dc.date', 'dcterms.created', 'dc.date.issued', 'citation_publication_date', 'pubdate', 'date') ?? linked.publishedTime ?? markedTime(document);
  const is = linked.isDiscussion ? 'discussion' : linked.isArticle || /^article$/i.test(first('og:type') ?? '') || first('article:published_time') || looksLikeArticle(document) ? 'article' : undefined;
  return {
    title: readTitle(document, first('og:title', 'twitter:title'), linked.title, siteName),
    ...(lang ? { lang } : {}),
    ...(byline ? { byline: byline.slice(0, LONGEST_NAME) } : {}),
    ...(siteName ? { siteName: siteName.slice(0, LONGEST_NAME) } : {}),
    ...(publishedTime && isTime(publishedTime) ? { publishedTime } : {}),
    description: first('og:description', 'description', 'twitter:description'),
    is,
  };
}

/** A date has a digit, and no room for a sentence. */
function isTime(text: string): boolean {
  return text.length <= LONGEST_TIME && /\d/.test(text);
}

/** Blog software and news systems name their single pages so, or mark them up as schema.org articles. */
const ARTICLE_NAME = /(?:^|[\s_-])(?:article|story|single-post|blog-?post|news-?article|entry|post)(?![a-z])/i;

function looksLikeArticle(document: Document): boolean {
  if (document.querySelector('[itemtype*="Article"], [itemtype*="BlogPosting"], body.single, body[class*="single-post"], .h-entry, .hentry')) return document.getElementsByTagName('article').length < 4;
  const headings = document.getElementsByTagName('h1');
  return headings.length === 1 && ARTICLE_NAME.test(`${headings[0]?.getAttribute('class') ?? ''} ${headings[0]?.id ?? ''}`);
}

function readMeta(document: Document): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of document.getElementsByTagName('meta')) {
    const content = collapse(element.getAttribute('content') ?? '');
    const names = element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop') ?? element.getAttribute('http-equiv');
    if (!content || !names) continue;
    for (const name of names.toLowerCase().split(/\s+/)) if (!meta.has(name)) meta.set(name, content);
  }
  return meta;
}

/** `en_US` and `EN-us` are written as BCP 47 has it; what is no language tag is dropped. */
export function cleanLang(value: string): string {
  const tag = value.trim().split(/[,;\s]/)[0]?.replaceAll('_', '-') ?? '';
  try {
    // Extensions and private subtags could spell words, and say nothing of the language.
    return tag ? new Intl.Locale(tag).baseName.replace(/-[ux]-.*/, '') : '';
  } catch {
    return '';
  }
}

/** Between a page's name and its site's: pipes, dashes, guillemets, colons, with space around. */
const SEPARATOR = /\s+[|\-–—·•»«:/\\]+\s+/;

/**
 * The document's title without the name of its site. A title that the page gives for sharing is taken when it is
 * part of the document's: that of a single-page application may be out of date.
 */
function readTitle(document: Document, shared: string | undefined, linked: string | undefined, siteName: string | undefined): string {
  const full = collapse(document.title);
  for (const candidate of [shared, linked]) if (candidate && full.toLowerCase().includes(candidate.toLowerCase())) return withoutSite(candidate, siteName);
  const headings = [...document.getElementsByTagName('h1')].slice(0, 3).map((heading) => collapse(heading.textContent ?? ''));
  if (full === '') return headings.find(Boolean) ?? shared ?? linked ?? '';
  const heading = headings.find((text) => text.length > 10 && full.includes(text));
  if (heading) return heading;
  const cut = withoutSite(full, siteName);
  if (cut !== full) return cut;
  const parts = full.split(SEPARATOR);
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a), '');
  return parts.length > 1 && longest.split(' ').length > 3 && longest.length > full.length * 0.5 ? longest : full;
}

function withoutSite(title: string, siteName: string | undefined): string {
  if (!siteName || siteName.length >= title.length) return title;
  const parts = title.split(SEPARATOR);
  const rest = parts.filter((part) => part.toLowerCase() !== siteName.toLowerCase());
  return rest.length > 0 && rest.length < parts.length ? title.replace(siteName, '').replace(/^[\s|\-–—·•»«:/\\]+|[\s|\-–—·•»«:/\\]+$/g, '') || title : title;
}

function markedByline(document: Document): string | undefined {
  const marked = document.querySelector('[rel~="author"], [itemprop~="author"] [itemprop~="name"], [itemprop~="author"], .byline-name, .author-name, .byline, .p-author');
  const text = collapse(unclobbered(marked)?.textContent ?? '');
  return text.length > 0 && text.length < 100 ? text : undefined;
}

function markedTime(document: Document): string | undefined {
  const marked = document.querySelector('[itemprop~="datePublished"], time[pubdate], article time[datetime], main time[datetime], header time[datetime]');
  return marked?.getAttribute('datetime') || marked?.getAttribute('content') || undefined;
}
