/**
 * The language of a BCP 47 tag without script and region, lower case: `en` of `en-GB`. Empty for what is no tag.
 * Norwegian in either of its forms is `nb`.
 */
export function primarySubtag(lang = ''): string {
  const subtag = /^[a-z]{2,3}(?=$|[-_])/i.exec(lang.trim())?.[0].toLowerCase() ?? '';
  return subtag === 'no' || subtag === 'nn' ? 'nb' : subtag;
}
