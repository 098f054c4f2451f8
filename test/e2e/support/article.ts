/** Composes an article that is long enough to be one: `paragraphs` paragraphs whose sentences are numbered. */
export function composeArticle(options: { title?: string; paragraphs?: number; lang?: string; dir?: 'ltr' | 'rtl'; extra?: string } = {}): string {
  const { title = 'How the harbour got its lights', paragraphs = 8, lang = 'en', dir = 'ltr', extra = '' } = options;
  const body = Array.from({ length: paragraphs }, (_, index) => `<p>${composeParagraph(index + 1)}</p>`).join('\n');
  return `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>${title}</title></head>
<body><nav><a href="/">Home</a> <a href="/about">About</a></nav><main><article><h1>${title}</h1>${body}${extra}</article></main></body></html>`;
}

const SUBJECTS = ['The harbour master', 'A young engineer', 'The town council', 'The ferry company', 'An old fisherman'];
const DEEDS = ['asked for brighter lamps', 'measured the depth of the channel', 'paid for a second tower', 'kept a diary of every storm', 'counted the ships at dusk'];
const ENDS = ['before the winter came', 'because two boats had run aground', 'although nobody believed in it', 'and wrote the figures on the wall'];

function composeParagraph(number: number): string {
  return Array.from({ length: 4 }, (_, index) => {
    const seed = number * 4 + index;
    return `${SUBJECTS[seed % 5]} ${DEEDS[(seed * 3 + number) % 5]} ${ENDS[(seed + number) % 4]}, in the year ${1850 + number}.`;
  }).join(' ');
}
