import type { Carrier, Finding } from '~/lib/shared/guard';
import { findInstructions, type Instruction } from './find-instructions';
import { fold } from './fold';
import { countMatter, countTechnical } from './talk';
import type { Surroundings } from './weigh';

/** One text of a page, and how the page carries it. */
export interface Passage {
  carrier: Carrier;
  text: string;
  /** Shown as what somebody else has said, or may say. */
  quoted?: boolean;
}

export interface FlaggedPassage {
  passage: Passage;
  finding: Finding;
}

/** Times that a page's visible text must name the matter, or artificial intelligence at all, outside of the passage itself. */
const ABOUT = 2;
const TECHNICAL = 6;
const MOST_FINDINGS = 50;

/**
 * The passages that give orders to an assistant, those out of sight first. What the page is about is asked only where
 * there is something to judge: `visibleText` is all that its readers see.
 */
export function inspectPassages(passages: Iterable<Passage>, visibleText: () => string): FlaggedPassage[] {
  const page = new PageMatter(visibleText);
  const flagged: FlaggedPassage[] = [];
  const known = new Set<string>();
  for (const passage of passages) {
    for (const { rules, excerpt, disguise } of findIn(passage, page)) {
      const carrier = disguise ?? passage.carrier;
      const key = `${passage.carrier} ${fold(excerpt)}`;
      const isNew = !known.has(key);
      known.add(key);
      if (isNew || passage.carrier === 'attribute') flagged.push({ passage, finding: { carrier, rules, excerpt } });
    }
    if (flagged.length >= MOST_FINDINGS * 4) break;
  }
  return flagged.sort((a, b) => Number(a.finding.carrier === 'visible') - Number(b.finding.carrier === 'visible'));
}

function findIn(passage: Passage, page: PageMatter): Instruction[] {
  const place: Surroundings['place'] = passage.carrier === 'visible' ? 'visible' : 'hidden';
  const first = findInstructions(passage.text, { place, about: false, technical: place === 'visible' && passage.quoted === true });
  if (first.length === 0) return first;
  const around = page.around(passage, place);
  const found = around.about || around.technical ? findInstructions(passage.text, around) : first;
  return place === 'hidden' && around.about ? passage.quoted ? [] : found.filter(({ core }) => !page.shows(core)) : found;
}

/** What a page's visible text is about, looked at once and only if asked. */
class PageMatter {
  readonly #read: () => string;
  #folded: string | undefined;
  #counts = { matter: 0, technical: 0 };

  constructor(read: () => string) {
    this.#read = read;
  }

  around({ text, quoted }: Passage, place: Surroundings['place']): Surroundings {
    this.#look();
    const own = place === 'visible' ? fold(text) : '';
    const about = this.#counts.matter - countMatter(own) >= ABOUT;
    return { place, about, technical: quoted === true || this.#counts.technical - countTechnical(own) >= TECHNICAL };
  }

  /** Whether readers see the words too, as what is quoted in the page. */
  shows(core: string): boolean {
    return this.#look().includes(core);
  }

  #look(): string {
    if (this.#folded === undefined) {
      this.#folded = fold(this.#read());
      this.#counts = { matter: countMatter(this.#folded), technical: countTechnical(this.#folded) };
    }
    return this.#folded;
  }
}

/** Findings as a page carries them: each once, 50 at most. */
export function listFindings(flagged: readonly FlaggedPassage[]): Finding[] {
  const seen = new Set<string>();
  return flagged
    .map(({ finding }) => finding)
    .filter(({ excerpt, carrier }) => {
      const key = `${carrier} ${excerpt}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST_FINDINGS);
}
