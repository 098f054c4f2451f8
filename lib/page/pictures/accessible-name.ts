import { collapse } from '../clean-text';
import { rootOf } from '../unclobbered';

/** What a screen reader says of a picture. */
export interface PictureName {
  /** Absent when that is nothing, or only the name of a file. */
  name?: string;
  /** The page calls it decoration. */
  decorative: boolean;
}

const FILE = /^[^\s/]+\.(?:jpe?g|jfif|png|gif|webp|avif|svg|bmp|ico|tiff?|heic|mp4|webm)$/i;
/** Names that cameras, phones and design programs give. */
const NUMBERED = /^(?:img|image|imagen|bild|photo|foto|pic|picture|dsc[nf]?|pxl|mvimg|screenshot|bildschirmfoto|scan|untitled|unnamed|download)?[-_ ]*\(?\d*\)?(?:[-_ ]?\d+)*$/i;
const ADDRESS = /^(?:https?:\/\/|www\.|data:|\/)\S+$/i;

/** The name by the order of "Accessible Name and Description Computation", as far as pictures go. */
export function readName(element: Element, src: string): PictureName {
  const role = element.getAttribute('role')?.trim().split(/\s+/)[0];
  const alt = element.getAttribute('alt');
  const name = collapse(labelledBy(element) || label(element) || (alt ?? '') || title(element)).slice(0, 1_000);
  const meaningful = name !== '' && !isFileName(name, src);
  const silenced = role === 'presentation' || role === 'none' || element.closest('[aria-hidden="true"]') !== null;
  return { ...(meaningful ? { name } : {}), decorative: silenced || (alt !== null && alt.trim() === '' && name === '') };
}

function labelledBy(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.trim();
  if (!ids) return '';
  const root = rootOf(element) as Partial<Document | ShadowRoot>;
  const parts = ids.split(/\s+/).slice(0, 20).map((id) => {
    const target = root.getElementById?.(id);
    return target ? (label(target) || target.getAttribute('alt') || target.textContent || '') : '';
  });
  return parts.join(' ').trim();
}

function label(element: Element): string {
  return element.getAttribute('aria-label')?.trim() ?? '';
}

function title(element: Element): string {
  if (element.localName === 'svg' || element.localName === 'image') {
    for (const child of element.children) if (child.localName === 'title') return child.textContent ?? '';
    return element.getAttribute('xlink:title') ?? '';
  }
  return element.getAttribute('title') ?? '';
}

/** `IMG_1234.jpg` tells nobody anything; nor does what merely repeats the address. */
function isFileName(name: string, src: string): boolean {
  if (FILE.test(name) || ADDRESS.test(name) || NUMBERED.test(name)) return true;
  const file = /([^/?#]+)(?:[?#].*)?$/.exec(src)?.[1]?.replace(/\.\w+$/, '');
  return file !== undefined && !src.startsWith('data:') && /[-_\d]/.test(name) && !/\s/.test(name) && name.toLowerCase() === file.toLowerCase();
}
