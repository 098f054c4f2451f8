/** Milliseconds of rest after which new pictures are told of, and how long a page that never rests is waited for. */
const REST = 800;
const LONGEST = 4_000;

const PICTURES = 'img, picture, svg, canvas, video, input[type="image"]';

/**
 * Calls `onNew` some time after pictures have come into the document or changed their file, as in a page that exchanges its
 * contents by script. The document is only watched. `onNew` ends it by returning false.
 */
export function noticePictures(document: Document, onNew: () => boolean): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first = 0;
  const observer = new MutationObserver((changes) => {
    if (!changes.some(bringsPicture)) return;
    const now = performance.now();
    if (timer === undefined) first = now;
    clearTimeout(timer);
    timer = setTimeout(tell, Math.min(REST, Math.max(0, first + LONGEST - now)));
  });
  const tell = () => {
    timer = undefined;
    if (!onNew()) observer.disconnect();
  };
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ['src', 'srcset'] });
}

function bringsPicture({ type, target, addedNodes }: MutationRecord): boolean {
  if (type === 'attributes') return isOrHoldsPicture(target);
  for (const node of addedNodes) if (isOrHoldsPicture(node)) return true;
  return false;
}

function isOrHoldsPicture(node: Node): boolean {
  return node instanceof Element && (node.matches(PICTURES) || node.querySelector(PICTURES) !== null);
}
