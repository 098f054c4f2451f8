import type { OmissionLedger } from './omissions';
import type { SnapElement } from './snapshot';
import { keepOnly } from './keep';
import { rawText, visitElements } from './tree';

/** Parts of a page that are never its text, by role or element. */
const FURNITURE = /^(?:nav|footer|search)$/;

export function removeFurniture(root: SnapElement, ledger: OmissionLedger): SnapElement {
  const doomed = new Set<SnapElement>();
  visitElements(root, (element) => {
    if (!FURNITURE.test(element.tag) && element.element.getAttribute('role') !== 'navigation') return undefined;
    ledger.add('furniture', rawText(element));
    doomed.add(element);
    return false;
  });
  return keepOnly(root, () => true, (element) => doomed.has(element));
}
