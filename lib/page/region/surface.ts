import type { Region } from '~/lib/shared/picture';
import type { RegionTexts } from '~/lib/shared/region-chooser';
import type { Box } from './contents';
import { documentOf } from '../unclobbered';

/** What the chooser is drawn on: above everything the page shows, out of reach of its styles and scripts. */
export interface Surface {
  /** An empty element that fills what the tab shows. */
  root: HTMLElement;
  /** Where key presses arrive, and where page scripts could listen for them. */
  windows: Window[];
  /** CSS pixels that can be seen. */
  size(): { width: number; height: number };
  /** A part of it, in the page's own coordinates. */
  toPage(part: Region): Box;
  /** A part of it, as shares of all that the tab shows: scroll bars included, which a picture of the tab has too. */
  toTab(part: Region): Region;
  /** What of it has the keyboard. */
  focused(): Element | null;
  remove(): void;
}

type SurfaceNames = Pick<RegionTexts, 'title' | 'lang' | 'dir'>;

interface SurfaceEvents {
  /** It has another size or place. */
  change(): void;
  /** Somebody else has closed it or taken it out of the page. */
  gone(): void;
}

/** Milliseconds for an empty frame to be there: none in Chromium, a few in Firefox. */
const FRAME_LIMIT = 1_000;

/**
 * Lays a surface over the page, as a modal dialog in a closed shadow root; undefined where the document shows nothing of
 * the kind (SVG). What is drawn goes into an empty frame within: no listener of the page hears the keys pressed there,
 * however early it was added. A sandboxed page has no frame that it may enter: there the dialog itself has to do.
 */
export async function openSurface(document: Document, { title, lang, dir }: SurfaceNames, css: string, on: SurfaceEvents, signal: AbortSignal): Promise<Surface | undefined> {
  const view = document.defaultView;
  const viewport = view?.visualViewport;
  if (!view || !viewport) return undefined;
  const host = create(document, 'div');
  // An inline declaration that is important stands above whatever the page's style sheets say.
  fix(host, { all: 'initial' });
  const shadow = host.attachShadow({ mode: 'closed' });
  const dialog = shadow.appendChild(create(document, 'dialog'));
  dialog.setAttribute('aria-label', title);
  addStyles(view, shadow, 'dialog::backdrop { background: none }');
  const place = () => {
    const { offsetLeft, offsetTop, width, height } = viewport;
    fix(dialog, {
      position: 'fixed', inset: 'auto', left: `${offsetLeft}px`, top: `${offsetTop}px`, width: `${width}px`, height: `${height}px`,
      'max-width': 'none', 'max-height': 'none', margin: '0', padding: '0', border: '0', background: 'none', overflow: 'hidden', 'color-scheme': 'only light',
    });
  };
  place();
  const frame = create(document, 'iframe');
  fix(frame, { display: 'block', width: '100%', height: '100%', border: '0', background: 'none', 'color-scheme': 'only light' });
  frame.title = title;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  dialog.append(frame);
  document.documentElement.append(host);
  dialog.showModal();
  if (dialog.getBoundingClientRect().width === 0) {
    host.remove();
    return undefined;
  }
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, FRAME_LIMIT))]);
  const inner = frame.contentDocument;
  if (inner) {
    Object.assign(inner, { title, dir });
    inner.documentElement.lang = lang;
    addStyles(frame.contentWindow as Window & typeof globalThis, inner, css);
  } else {
    frame.remove();
    addStyles(view, shadow, css);
  }
  const root = (inner?.body ?? dialog).appendChild(create(inner ?? document, 'div'));

  const resized = () => {
    place();
    on.change();
  };
  view.addEventListener('resize', resized, { signal });
  for (const type of ['resize', 'scroll']) viewport.addEventListener(type, resized, { signal });
  dialog.addEventListener('cancel', (event) => event.preventDefault(), { signal });
  dialog.addEventListener('close', on.gone, { signal });
  const observer = new MutationObserver(() => {
    if (!host.isConnected) on.gone();
  });
  observer.observe(document.documentElement, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());

  return {
    root,
    windows: frame.contentWindow && inner ? [frame.contentWindow, view] : [view],
    size: () => ({ width: viewport.width, height: viewport.height }),
    toPage: ({ x, y, width, height }) => {
      const left = viewport.offsetLeft + x * viewport.width;
      const top = viewport.offsetTop + y * viewport.height;
      return { left, top, right: left + width * viewport.width, bottom: top + height * viewport.height };
    },
    toTab: ({ x, y, width, height }) => {
      const across = withoutBar(viewport.width, viewport.scale, view.innerWidth);
      const down = withoutBar(viewport.height, viewport.scale, view.innerHeight);
      return { x: x * across, y: y * down, width: width * across, height: height * down };
    },
    focused: () => (inner ?? shadow).activeElement,
    remove: () => {
      // Closing gives the keyboard back to what had it.
      dialog.close();
      host.remove();
    },
  };
}

/** The share of the tab that is not a scroll bar. Pages zoomed with two fingers show less of themselves, and no wider bar. */
function withoutBar(seen: number, scale: number, inner: number): number {
  return inner > 0 ? Math.min(1, (seen * scale) / inner) : 1;
}

function create<K extends keyof HTMLElementTagNameMap>(document: Document, tag: K): HTMLElementTagNameMap[K] {
  return document.createElementNS('http://www.w3.org/1999/xhtml', tag) as HTMLElementTagNameMap[K];
}

function fix(element: HTMLElement, styles: Record<string, string>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

/** Adopted sheets pass every content security policy, but Firefox takes none from a content script (bug 1751346). */
function addStyles(view: Window & typeof globalThis, to: ShadowRoot | Document, css: string): void {
  try {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(css);
    to.adoptedStyleSheets = [sheet];
  } catch {
    const style = create('head' in to ? to : documentOf(to), 'style');
    style.textContent = css;
    ('head' in to ? to.head : to).append(style);
  }
}
