import type { PageContent } from '~/lib/shared/page-content';
import { findNames } from './find-names';
import { pickTopics } from './pick-topics';
import { askAbout } from './question-forms';

/** Questions that are offered. */
const MOST = 3;
/** Headings from which on they are all that is asked about. */
const ENOUGH = 2;

/**
 * Questions about a page, made on this device: about its headings with the most under them; of a page that has hardly any, about
 * the names that it speaks of most. None rather than silly ones. In a language that Docent has no form for, the bare topics.
 * @param language of the questions, if not that of the page
 */
export function suggestQuestions(page: PageContent, language = page.lang ?? ''): string[] {
  const headings = pickTopics(page);
  const names = headings.length < ENOUGH ? findNames(page, MOST - headings.length).filter((name) => headings.every((heading) => !heading.includes(name))) : [];
  return [...headings, ...names].map((topic) => askAbout(topic, language) ?? topic);
}
