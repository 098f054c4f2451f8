import type { Carrier, Finding } from '~/lib/shared/guard';
import type { PageText } from '~/lib/shared/page-content';
import type { Turns } from '~/lib/shared/turns';
import { isTranscript } from './dialogue';
import { findInstructions, type Instruction } from './find-instructions';
import { withoutInvisible } from './decoders/invisible';
import { fold } from './fold';
import { readComments, underLabel } from './labels';
import { countMatter, countTechnical } from './talk';
import { countEncodings, introduces } from './shown';
import type { Surroundings } from './weigh';
import { readsAs, writtenWords } from './written-words';

export interface FlaggedPassage {
  passage: PageText;
  finding: Finding;
}

/** Times that a page's visible text must name the matter, or artificial intelligence at all, outside of the passage itself. */
const ABOUT = { visible: 2, hidden: 1 };
const TECHNICAL = 6;
/** Sentences outside of it that name encodings, of which the passage is an example. */
const EXPLAINED = 2;
/** Findings that a page carries, of each place. */
const MOST_FINDINGS = 50;
/** Flagged passages in plain sight after which no more are looked for. Of those out of sight, which go nowhere, what is listed is enough. */
export const MOST_VISIBLE = 2_000;

/** Tells orders to an assistant among the texts of one page. `visibleText`, all that its readers see, is asked for only where there is something to judge. */
export class PassageInspector {
  readonly #page: PageMatter;

  constructor(visibleText: () => string) {
    this.#page = new PageMatter(visibleText);
  }

  /** The orders that a passage holds. */
  inspect(passage: PageText): Finding[] {
    const found = findIn(passage, this.#page).map((instruction) => toFinding(passage, instruction));
    if (passage.carrier !== 'visible' || found.length === 0 || found.some(({ place }) => place === 'visible')) return found;
    // Behind what is spelled out of sight there may be another, which is seen.
    return [...found, ...this.inspect({ ...passage, text: withoutInvisible(passage.text) })];
  }

  /** The same, or with the heading, row head or term before it, where that says for whom it is. */
  inspectBehind(label: string, passage: PageText): FlaggedPassage[] {
    const found = this.inspect(passage);
    const text = found.length === 0 ? underLabel(label, passage.text) : undefined;
    if (text === undefined) return found.map((finding) => ({ passage, finding }));
    const whole = { ...passage, text };
    return this.inspect(whole).map((finding) => ({ passage: whole, finding }));
  }

  isOrder(carrier: Carrier, text: string): boolean {
    return findIn({ carrier, text }, this.#page).length > 0;
  }
}

/** The passages that give orders to an assistant. However many are out of sight, those in plain sight are looked at. */
export async function inspectPassages(passages: Iterable<PageText>, inspector: PassageInspector, turns: Turns): Promise<FlaggedPassage[]> {
  const flagged: FlaggedPassage[] = [];
  const known = new Set<string>();
  const counts = { hidden: 0, visible: 0 };
  let before = '';
  let introduced = false;
  for (const one of passages) {
    const passage = one.code ? { ...one, text: readComments(one.text), code: false, quoted: true } : one;
    if (turns.isOver()) await turns.next();
    if (passage.carrier === 'visible' ? counts.visible >= MOST_VISIBLE : counts.hidden >= MOST_FINDINGS) continue;
    const isSeen = passage.carrier === 'visible';
    // What somebody is told to have written, paragraph by paragraph.
    if (isSeen) introduced = one.quoted === true && (introduced || introduces(fold(before)));
    const found = isSeen && introduced ? [] : inspector.inspectBehind(isSeen ? before : '', passage);
    if (isSeen) before = passage.text;
    for (const { passage: whole, finding } of found) {
      // The same words in sight may stand outside of the text that is sent, and in it.
      const key = finding.place === 'visible' ? `${finding.excerpt}\n${whole.text}` : `${finding.carrier}\n${fold(finding.excerpt)}`;
      if (known.has(key)) continue;
      known.add(key);
      counts[finding.place]++;
      flagged.push({ passage: whole, finding });
    }
  }
  return flagged;
}

function toFinding({ carrier, text, blockId }: PageText, { rules, excerpt, core, disguise }: Instruction): Finding {
  const place = carrier === 'visible' && isShown(text, core, disguise) ? 'visible' : 'hidden';
  const found = { carrier: disguise ?? carrier, place, rules, excerpt } as const;
  if (place === 'hidden') return found;
  const written = writtenWords(text, excerpt, core);
  return { ...found, ...(written === undefined ? {} : { written }), ...(blockId === undefined ? {} : { blockId }) };
}

/** What invisible characters spell goes with them; letters between which they stand remain. */
function isShown(text: string, core: string, disguise: Carrier | undefined): boolean {
  if (disguise === 'unicode-tags') return false;
  return disguise !== 'invisible-characters' || readsAs(text, core);
}

function findIn(passage: PageText, page: PageMatter): Instruction[] {
  const place: Surroundings['place'] = passage.carrier === 'visible' ? 'visible' : 'hidden';
  const first = findInstructions(passage.text, { place, about: false, technical: place === 'visible' && passage.quoted === true, pieces: passage.pieces === true }, passage.carrier);
  if (first.length === 0) return first;
  // A description that repeats the page's first lines is no more hidden than these.
  if (place === 'hidden' && page.repeats(passage.text)) return findIn({ ...passage, carrier: 'visible' }, page);
  const around = page.around(passage, place);
  const found = around.about || around.technical || around.transcript || around.explained ? findInstructions(passage.text, around, passage.carrier) : first;
  // What stands in plain letters elsewhere is judged there.
  if (place === 'visible') return found.filter(({ disguise, excerpt }) => disguise !== 'encoded' || !page.shows(fold(excerpt)));
  return place === 'hidden' && around.about ? passage.quoted ? [] : found.filter(({ core }) => !page.shows(core)) : found;
}

/** What a page's visible text is about, looked at once and only if asked. */
class PageMatter {
  readonly #read: () => string;
  #folded: string | undefined;
  #counts = { matter: 0, technical: 0, isTranscript: false };

  constructor(read: () => string) {
    this.#read = read;
  }

  /** What a page says of itself in its metadata may tell its matter, too. */
  around({ carrier, text, quoted, pieces }: PageText, place: Surroundings['place']): Surroundings {
    this.#look();
    const own = place === 'visible' ? fold(text) : '';
    const about = this.#counts.matter - countMatter(own) + (carrier === 'metadata' ? countMatter(fold(text)) : 0) >= ABOUT[place];
    const technical = quoted === true || this.#counts.technical - countTechnical(own) >= TECHNICAL;
    const explained = quoted === true && place === 'visible' && countEncodings(this.#look()) - countEncodings(own) >= EXPLAINED;
    return { place, about, technical, explained, transcript: this.#counts.isTranscript, pieces: pieces === true };
  }

  /** Whether readers see all of a text too, or what it was cut down to. */
  repeats(text: string): boolean {
    return this.#look().includes(fold(text).replace(/[\s.…]+$/, ''));
  }

  /** Whether readers see the words too, as what is quoted in the page. */
  shows(core: string): boolean {
    return this.#look().includes(core);
  }

  #look(): string {
    if (this.#folded === undefined) {
      this.#folded = fold(this.#read());
      this.#counts = { matter: countMatter(this.#folded), technical: countTechnical(this.#folded), isTranscript: isTranscript(this.#folded) };
    }
    return this.#folded;
  }
}

/** Findings as a page carries them: each once, 50 at most of each place, first those out of sight, then those in a known block. */
export function listFindings(all: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const isNew = ({ excerpt, carrier, place }: Finding) => {
    const key = `${place} ${carrier} ${excerpt}`;
    return !seen.has(key) && seen.add(key);
  };
  const placed = all.filter(({ blockId }) => blockId !== undefined);
  const rest = all.filter(({ blockId }) => blockId === undefined);
  const once = [...placed, ...rest].filter(isNew);
  return (['hidden', 'visible'] as const).flatMap((wanted) => once.filter(({ place }) => place === wanted).slice(0, MOST_FINDINGS));
}
