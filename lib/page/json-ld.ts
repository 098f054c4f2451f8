import { collapse } from './clean-text';

export interface LinkedData {
  title?: string;
  byline?: string;
  siteName?: string;
  publishedTime?: string;
  isArticle: boolean;
  isDiscussion: boolean;
}

/** https://schema.org/Article and the types below it. */
const DISCUSSION = /^(?:DiscussionForumPosting|QAPage)$/;
const ARTICLE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/;
/** Longer scripts are data of an application, not a description of a page. */
const LONGEST = 200_000;

/** The page's own article in its JSON-LD. Whatever cannot be read is as if it were not there. */
export function readJsonLd(document: Document): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > LONGEST || !text.includes('schema.org')) continue;
    for (const node of flatten(parse(text))) {
      const types = asArray(node['@type']).filter((type) => typeof type === 'string');
      if (types.some((type) => DISCUSSION.test(type))) return { isArticle: false, isDiscussion: true };
      if (types.some((type) => ARTICLE.test(type))) return readArticle(node);
    }
  }
  return { isArticle: false, isDiscussion: false };
}

function readArticle(node: Record<string, unknown>): LinkedData {
  const title = text(node['headline']) ?? text(node['name']);
  const byline = asArray(node['author']).map(nameOf).filter(Boolean).join(', ');
  const siteName = nameOf(node['publisher']);
  const publishedTime = text(node['datePublished']);
  return {
    isArticle: true,
    isDiscussion: false,
    ...(title ? { title } : {}),
    ...(byline ? { byline } : {}),
    ...(siteName ? { siteName } : {}),
    ...(publishedTime ? { publishedTime } : {}),
  };
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
  } catch {
    return undefined;
  }
}

function flatten(value: unknown): Record<string, unknown>[] {
  return asArray(value).flatMap((item) => (isRecord(item) ? [item, ...asArray(item['@graph']).filter(isRecord)] : []));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function nameOf(value: unknown): string | undefined {
  return isRecord(value) ? text(value['name']) : text(value);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? collapse(value) || undefined : undefined;
}
