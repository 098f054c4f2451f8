import { readCaption, readLooseCaption } from '../captions';
import { collapse } from '../clean-text';
import type { Slices } from '../slices';
import type { SnapElement, SnapNode, SnapText } from '../snapshot';
import { headingLevel } from '../tags';
import { LINE_BREAK, rawText } from '../tree';

/** Where a picture stands among the words of a page. */
export interface Place {
  caption?: string;
  heading?: string;
  around?: string;
}

/** Characters of text around a picture, half of them before it. */
const AROUND = 500;
const LONGEST_HEADING = 200;
/** Ancestors that are looked at for a caption. */
const LEVELS = 4;

interface Passage {
  node: SnapText;
  whole?: string;
}

/** Finds the place of each element of `wanted` in one pass over the tree. */
export async function findPlaces(root: SnapElement, wanted: ReadonlySet<SnapElement>, slices: Slices): Promise<Map<SnapElement, Place>> {
  const texts: Passage[] = [];
  const found: { snap: SnapElement; at: number; heading: SnapElement | undefined }[] = [];
  let heading: SnapElement | undefined;
  const stack: SnapNode[] = [root];
  let visited = 0;
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ((++visited & 127) === 0 && slices.isOver()) await slices.next();
    if (node.kind === 'text') {
      if (node.text.trim() !== '') texts.push({ node });
      continue;
    }
    if (wanted.has(node)) found.push({ snap: node, at: texts.length, heading });
    if (headingLevel(node.tag) > 0) heading = node;
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as SnapNode);
  }
  const places = new Map<SnapElement, Place>();
  const captionOf = remember((element) => (element.tag === 'figure' ? readCaption(element) : readLooseCaption(element)));
  const titleOf = remember((heading) => collapse(rawText(heading, undefined, LONGEST_HEADING).replaceAll(LINE_BREAK, ' ')).slice(0, LONGEST_HEADING));
  for (const { snap, at, heading } of found) {
    if (slices.isOver()) await slices.next();
    const captioned = findCaption(snap, captionOf);
    const title = heading && titleOf(heading);
    const around = readAround(texts, at, captioned?.from);
    places.set(snap, {
      ...(captioned ? { caption: captioned.text.slice(0, 1_000) } : {}),
      ...(title ? { heading: title } : {}),
      ...(around ? { around } : {}),
    });
  }
  return places;
}

/** Neighbouring pictures have ancestors and headings in common. */
function remember<T>(read: (element: SnapElement) => T): (element: SnapElement) => T {
  const known = new Map<SnapElement, T>();
  return (element) => {
    if (!known.has(element)) known.set(element, read(element));
    return known.get(element) as T;
  };
}

function findCaption(snap: SnapElement, captionOf: (element: SnapElement) => string | undefined): { text: string; from: SnapElement } | undefined {
  let at = snap.parent;
  for (let level = 0; at && level < LEVELS; level++, at = at.parent) {
    const text = captionOf(at);
    if (text) return { text, from: at };
    if (at.tag === 'figure') return undefined;
  }
  return undefined;
}

/** The end of the text before, and the start of the text after; what belongs to the caption is left out. */
function readAround(texts: readonly Passage[], at: number, caption: SnapElement | undefined): string {
  const gather = (from: number, step: 1 | -1): string => {
    const parts: string[] = [];
    let length = 0;
    for (let i = from; i >= 0 && i < texts.length && length < AROUND / 2; i += step) {
      const passage = texts[i] as Passage;
      if (caption && isWithin(passage.node, caption)) continue;
      const part = edgeOf(passage, step);
      length += part.length + 1;
      parts.push(part);
    }
    const joined = (step === 1 ? parts : parts.reverse()).join(' ');
    return step === 1 ? cutEnd(joined, AROUND / 2) : cutStart(joined, AROUND / 2 - 1);
  };
  return `${gather(at - 1, -1)} ${gather(at, 1)}`.trim();
}

/** As much of a text as can be used of it, at its start (1) or its end (-1). Neighbouring pictures share texts: each is polished once. */
function edgeOf(passage: Passage, step: 1 | -1): string {
  const { text } = passage.node;
  if (text.length <= AROUND) return (passage.whole ??= collapse(text));
  return collapse(step === 1 ? text.slice(0, AROUND) : text.slice(-AROUND));
}

function isWithin(text: SnapText, element: SnapElement): boolean {
  for (let at: SnapElement | null = text.parent; at; at = at.parent) if (at === element) return true;
  return false;
}

/** Whole words only, as long as there are any. */
function cutEnd(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/(\s)\S*$/, '$1').trimEnd();
}

function cutStart(text: string, length: number): string {
  return text.length <= length ? text : text.slice(-length).replace(/^\S*(\s)/, '$1').trimStart();
}
