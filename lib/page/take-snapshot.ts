import { readTags, TAG_SURROGATE } from '~/lib/shared/invisible';
import { createDeclaredViewer } from './declared-viewer';
import { frameDocument } from './frame-document';
import { collectHidden, isBlank, SKIPPED } from './hidden-text';
import { readPicture } from './images';
import type { Slices } from './slices';
import { makeElement, type SeenElement, type SnapElement, type SnapNode, type Snapshot, type SnapshotOptions } from './snapshot';
import { isBlockTag } from './tags';
import { childrenBackwards, unclobbered } from './unclobbered';
import { isVeiled } from './veiled';
import { findSummary } from './closed-details';
import { createViewer, type ElementView, type Viewer } from './visibility';

/** Skipped as text, yet pictures. */
const PICTURED = new Set(['svg', 'canvas', 'video', 'input']);

/** Deeper elements become siblings, so that later passes may recurse. Browsers' own parsers stop at 512. */
const MAX_DEPTH = 700;

/** Characters read of one page: some 700,000 words. */
const MAX_CHARACTERS = 4_000_000;

interface Pending {
  node: Node;
  parent: SnapElement;
  view: ElementView;
  viewer: Viewer;
  depth: number;
}

/**
 * Reads the visible text of `body` in one linear walk of the composed tree. Yields to the page between slices.
 * Text the reader cannot see goes to `hidden`, with the reason.
 */
export async function takeSnapshot(document: Document, base: string, slices: Slices, options: SnapshotOptions = {}): Promise<Snapshot> {
  const shown = await walk(document, base, slices, createViewer(document), options);
  return !shown.cut && isVeiled(shown) ? walk(document, base, slices, createDeclaredViewer(), options) : shown;
}

async function walk(document: Document, base: string, slices: Slices, viewer: Viewer, options: SnapshotOptions): Promise<Snapshot> {
  const top = document.body ?? document.documentElement;
  const root = makeElement(top, null, true);
  const snapshot: Snapshot = { root, elements: 1, characters: 0, shown: 0, hidden: [], invisible: [], players: [], cut: false, ...(options.seen ? { seen: [] } : {}) };
  const rootView = viewer.viewRoot(top);
  const stack: Pending[] = [];
  pushChildren(stack, top, root, rootView, viewer, 1);
  for (let n = 1; ; n++) {
    const pending = stack.pop();
    if (!pending) break;
    visit(pending, stack, snapshot, base);
    if (snapshot.characters > MAX_CHARACTERS) snapshot.cut = true;
    if ((n & 127) === 0 && slices.isOver()) {
      if (slices.isOutOfTime()) snapshot.cut = stack.length > 0;
      else await slices.next();
    }
    if (snapshot.cut) break;
  }
  return snapshot;
}

function visit(pending: Pending, stack: Pending[], snapshot: Snapshot, base: string): void {
  const { node, parent, view, viewer, depth } = pending;
  if (node.nodeType === 3) {
    const text = (node.nodeValue ?? '').slice(0, MAX_CHARACTERS + 1);
    if (text === '') return;
    if (!isBlank(text)) {
      const reason = view.hidesText();
      if (reason) {
        snapshot.hidden.push({ reason, text });
        return;
      }
      snapshot.shown += text.length;
    }
    if (text.includes(TAG_SURROGATE)) snapshot.invisible.push(readTags(text));
    parent.children.push({ kind: 'text', parent, text });
    snapshot.characters += text.length;
    return;
  }
  if (node.nodeType !== 1) return;
  const element = node as Element;
  const tag = element.localName;
  if (SKIPPED.has(tag)) {
    if ((tag === 'video' || tag === 'audio') && !viewer.view(element, view).hides) snapshot.players.push(element);
    if (snapshot.seen && PICTURED.has(tag)) visitPictured(element, pending, snapshot.seen);
    return;
  }
  if (tag === 'iframe' || tag === 'frame') {
    visitFrame(element as HTMLIFrameElement, pending, stack, snapshot);
    return;
  }
  const own = viewer.view(element, view);
  if (own.hides) {
    // A lazy picture may be transparent until it has come: whoever reads pictures judges.
    if (tag === 'img') snapshot.seen?.push({ snap: makeElement(element, parent, false), view: own });
    collectHidden(element, own.hides, snapshot);
    return;
  }
  const snap = makeElement(element, parent, own.block ?? isBlockTag(tag));
  snapshot.elements++;
  snapshot.seen?.push({ snap, view: own });
  if (standsApart(snap, parent.children.at(-1))) parent.children.push({ kind: 'text', parent, text: ' ' });
  parent.children.push(snap);
  if (tag === 'img') {
    const picture = readPicture(element, base);
    if (picture) snap.picture = picture;
  } else if (element.shadowRoot) pushChildren(stack, element.shadowRoot, snap, own, viewer, depth + 1);
  else if (tag === 'slot') pushSlotted(stack, element as HTMLSlotElement, snap, own, viewer, depth + 1);
  else if (tag === 'details' && !element.hasAttribute('open')) visitClosed(element, snap, own, pending, stack, snapshot);
  else pushChildren(stack, element, snap, own, viewer, depth + 1);
}

function visitPictured(element: Element, { parent, view, viewer }: Pending, seen: SeenElement[]): void {
  const own = viewer.view(element, view);
  if (own.hides) return;
  const snap = makeElement(element, parent, own.block ?? false);
  parent.children.push(snap);
  seen.push({ snap, view: own });
}

/**
 * A closed `<details>` shows its first `<summary>` only. What is behind one that can be seen is a press away, and is read, as
 * the browser's own search and screen readers find it; the viewer judges it by its style. Behind none nobody finds it.
 */
function visitClosed(details: Element, snap: SnapElement, view: ElementView, at: Pending, stack: Pending[], snapshot: Snapshot): void {
  const summary = findSummary(details);
  const canBeOpened = summary && !at.viewer.view(summary, view).hides && !isBlank(summary.textContent ?? '');
  if (canBeOpened) return pushChildren(stack, details, snap, view, at.viewer, at.depth + 1);
  for (const child of details.childNodes) if (child !== summary) collectHidden(unclobbered(child), 'hidden', snapshot);
  if (summary) stack.push({ node: summary, parent: snap, view, viewer: at.viewer, depth: at.depth + 1 });
}

function visitFrame(frame: HTMLIFrameElement, at: Pending, stack: Pending[], snapshot: Snapshot): void {
  const view = at.viewer.view(frame, at.view);
  const inner = frameDocument(frame);
  const body = inner?.body;
  if (!inner || !body) return;
  const viewer = createViewer(inner);
  const root = viewer.viewRoot(body);
  const unseen = view.hides ?? (view.hidesText() === 'hidden' || isCollapsed(frame, inner) ? 'hidden' : root.hides);
  if (unseen) {
    collectHidden(body, unseen, snapshot);
    return;
  }
  const snap = makeElement(body, at.parent, true);
  snapshot.elements++;
  at.parent.children.push(snap);
  pushChildren(stack, body, snap, root, viewer, at.depth + 1);
}

/** The frame has a place in the page, and its document shows nothing there. */
function isCollapsed(frame: Element, inner: Document): boolean {
  return frame.getBoundingClientRect().width > 0 && inner.documentElement.getBoundingClientRect().width === 0;
}

function pushChildren(stack: Pending[], from: Node, parent: SnapElement, view: ElementView, viewer: Viewer, depth: number): void {
  const to = depth > MAX_DEPTH ? (parent.parent ?? parent) : parent;
  for (const child of childrenBackwards(from)) stack.push({ node: child, parent: to, view, viewer, depth: Math.min(depth, MAX_DEPTH + 1) });
}

function pushSlotted(stack: Pending[], slot: HTMLSlotElement, parent: SnapElement, view: ElementView, viewer: Viewer, depth: number): void {
  const assigned = slot.assignedNodes?.({ flatten: true }) ?? [];
  if (assigned.length === 0) pushChildren(stack, slot, parent, view, viewer, depth);
  else for (const node of [...assigned].reverse()) stack.push({ node: unclobbered(node), parent, view, viewer, depth });
}

/** Links and buttons next to each other are set apart by the style sheet, not by white space. */
function standsApart(element: SnapElement, before: SnapNode | undefined): boolean {
  return before?.kind === 'element' && isControl(element.tag) && isControl(before.tag);
}

function isControl(tag: string): boolean {
  return tag === 'a' || tag === 'button' || tag === 'label';
}
