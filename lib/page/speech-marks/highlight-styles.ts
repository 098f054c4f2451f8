/** Text, its ground. Both are set, so that their contrast (7 or more) does not depend on the page. */
type Colours = readonly [text: string, ground: string];

interface Palette {
  sentence: Colours;
  word: Colours;
  sentenceOnDark: Colours;
  wordOnDark: Colours;
}

const USUAL: Palette = {
  sentence: ['#1c1b17', '#ffe79a'],
  word: ['#000', '#ffb224'],
  sentenceOnDark: ['#fff', '#574500'],
  wordOnDark: ['#000', '#ffcc4d'],
};
const MORE_CONTRAST: Palette = {
  sentence: ['#000', '#ff0'],
  word: ['#ff0', '#000'],
  sentenceOnDark: ['#000', '#ff0'],
  wordOnDark: ['#000', '#fff'],
};
/** The reader's own colours. */
const FORCED: Palette = {
  sentence: ['MarkText', 'Mark'],
  word: ['HighlightText', 'Highlight'],
  sentenceOnDark: ['MarkText', 'Mark'],
  wordOnDark: ['HighlightText', 'Highlight'],
};

const STYLES = [
  rulesOf(USUAL),
  `@media (prefers-contrast: more) { ${rulesOf(MORE_CONTRAST)} }`,
  `@media (forced-colors: active) { ${rulesOf(FORCED)} }`,
].join('\n');

function rulesOf({ sentence, word, sentenceOnDark, wordOnDark }: Palette): string {
  const rule = (name: string, [text, ground]: Colours, more = '') =>
    `::highlight(docent-${name}) { color: ${text}; -webkit-text-fill-color: ${text}; background-color: ${ground}; text-shadow: none;${more} }`;
  // A word is told by more than its colour.
  const underline = ' text-decoration: underline 0.12em;';
  return [
    rule('sentence', sentence), rule('sentence-on-dark', sentenceOnDark),
    rule('word', word, underline), rule('word-on-dark', wordOnDark, underline),
    rule('passage', sentence, underline), rule('passage-on-dark', sentenceOnDark, underline),
  ].join(' ');
}

type StyledRoot = Document | ShadowRoot;

/** The styles of the highlights in all trees where somebody has put some: each takes out its own only. */
export class HighlightStyles {
  /** What was adopted where. No style of a document reaches into its shadow roots. */
  readonly #adopted = new Map<StyledRoot, CSSStyleSheet>();

  /**
   * Gives a tree the styles of the highlights, beside its own. Adopted style sheets stand in no element, and no content
   * security policy forbids them (checked in Chromium 156 and Firefox 153, from a content script's world).
   */
  adopt(node: Node, view: Pick<typeof globalThis, 'CSSStyleSheet'>): void {
    const root = node as StyledRoot;
    const present = this.#adopted.get(root);
    // A page may have set its list anew.
    if (present && root.adoptedStyleSheets.includes(present)) return;
    const sheet = present ?? new view.CSSStyleSheet();
    if (!present) sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.#adopted.set(root, sheet);
  }

  /** Takes the styles out of every tree. */
  drop(): void {
    for (const [root, sheet] of this.#adopted) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    this.#adopted.clear();
  }
}
