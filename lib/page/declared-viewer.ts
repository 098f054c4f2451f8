import type { ElementView, HiddenReason, Viewer } from './visibility';

/** Inline declarations that take text out of sight, whatever the style sheets say. */
const UNSEEN =
  /(?:^|;)\s*(?:display\s*:\s*none|opacity\s*:\s*0?\.?0+(?![.\d])|font-size\s*:\s*(?:0(?:\.\d+)?|1(?:\.\d+)?px)(?![.\d])|content-visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)|clip-path\s*:\s*inset\(\s*(?:[5-9]\d|100)%|transform\s*:\s*scale\(0\)|text-indent\s*:\s*-\d{3,})/;
const AWAY = /(?:^|;)\s*(?:left|top|right|margin-left|margin-top)\s*:\s*-\d{4,}(?:\.\d+)?px/;
const EMPTY_BOX = /(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|!|$)/;
const CUT_OFF = /(?:^|;)\s*overflow(?:-[xy])?\s*:\s*(?:hidden|clip)/;
const VISIBILITY = /(?:^|;)\s*visibility\s*:\s*(hidden|collapse|visible)/;
const COLOUR = /(?:^|;)\s*color\s*:\s*([^;!]+)/;
const BACKGROUND = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)/;

class DeclaredView implements ElementView {
  hides: HiddenReason | undefined = undefined;
  block = undefined;
  readonly invisible: boolean;
  readonly colour: string;
  readonly background: string;

  constructor(invisible: boolean, colour: string, background: string) {
    this.invisible = invisible;
    this.colour = colour;
    this.background = background;
  }

  hidesText(): HiddenReason | undefined {
    if (this.invisible) return 'hidden';
    return this.colour === 'transparent' || (this.colour !== '' && this.colour === this.background) ? 'same-colour' : undefined;
  }

  hidesPicture(): boolean {
    return this.invisible;
  }
}

/** Judges by `hidden` and inline style: all a document says that was never laid out. */
export function createDeclaredViewer(): Viewer {
  return {
    viewRoot: (element) => declared(element, new DeclaredView(false, '', '')),
    view: (element, parent) => declared(element, parent as DeclaredView),
  };
}

function declared(element: Element, parent: DeclaredView): DeclaredView {
  const style = element.getAttribute('style');
  if (style === null && !element.hasAttribute('hidden')) {
    if (element.localName === 'dialog' && !element.hasAttribute('open')) return hiddenView();
    // A view is immutable and says nothing of its element: the parent's serves for all children without style.
    return parent;
  }
  if (element.hasAttribute('hidden')) return hiddenView();
  const css = (style ?? '').toLowerCase();
  if (UNSEEN.test(css) || AWAY.test(css) || (EMPTY_BOX.test(css) && CUT_OFF.test(css))) return hiddenView();
  const visibility = VISIBILITY.exec(css)?.[1];
  const invisible = visibility === undefined ? parent.invisible : visibility !== 'visible';
  return new DeclaredView(invisible, plainColour(COLOUR.exec(css)?.[1]) ?? parent.colour, plainColour(BACKGROUND.exec(css)?.[1]) ?? parent.background);
}

function hiddenView(): DeclaredView {
  const view = new DeclaredView(true, '', '');
  view.hides = 'hidden';
  return view;
}

/** `#FFF`, `#ffffff` and `white` are one colour; anything less plain is taken literally. */
function plainColour(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (text === 'white') return '#ffffff';
  if (text === 'black') return '#000000';
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(text);
  return short ? `#${short.slice(1).map((digit) => digit + digit).join('')}` : text.replaceAll(' ', '');
}
