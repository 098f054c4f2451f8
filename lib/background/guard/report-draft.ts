import { mergeVerdicts } from '~/lib/guard/merge';
import type { Hazard, Judge, SafetyReport, UnsafePassage, Verdict } from '~/lib/shared/guard';
import type { ReportMaterial } from './report-material';

/** Passages that a report tells. */
const MOST_PASSAGES = 50;

/** A report while it grows. */
export class ReportDraft {
  readonly #material: ReportMaterial;
  readonly #judge: Judge;
  readonly #estimate: SafetyReport['estimate'];
  readonly #verdicts: Verdict[] = [];
  readonly #own: Verdict[];
  readonly #passages: UnsafePassage[] = [];
  readonly #images: SafetyReport['images'] = [];
  #words = 0;
  #checkedImages = 0;
  #parts = 0;

  /** @param hazards those that count */
  constructor(material: ReportMaterial, judge: Judge, hazards: readonly Hazard[], estimate?: SafetyReport['estimate']) {
    this.#material = material;
    this.#judge = judge;
    this.#estimate = estimate;
    this.#own = material.findings.length > 0 && hazards.includes('prompt-injection') ? [{ kind: 'unsafe', hazards: ['prompt-injection'] }] : [];
  }

  /** Takes note of a part of the text; one without a verdict counts as read by nobody. */
  addPart(words: number, verdict: Verdict, passages: readonly UnsafePassage[] = []): void {
    this.#add(verdict);
    if (verdict.kind !== 'unknown') this.#words += words;
    const known = new Set(this.#passages.map(({ quote }) => quote));
    this.#passages.push(...passages.filter(({ quote }) => quote && !known.has(quote)).slice(0, MOST_PASSAGES - this.#passages.length));
  }

  addImage(id: string, verdict: Verdict): void {
    this.#add(verdict);
    if (verdict.kind !== 'unknown') this.#checkedImages++;
    if (verdict.kind !== 'safe') this.#images.push({ id, verdict });
  }

  #add(verdict: Verdict): void {
    this.#verdicts.push(verdict);
    this.#parts++;
  }

  /** The report as it is now. */
  write(): SafetyReport {
    const { findings, parts, listed, pictures, wordsTotal, imagesTotal } = this.#material;
    return {
      verdict: mergeVerdicts([...this.#own, ...this.#verdicts]),
      findings,
      passages: [...this.#passages],
      images: [...this.#images],
      checked: {
        words: this.#words,
        wordsTotal,
        images: this.#checkedImages,
        imagesTotal,
        parts: this.#parts,
        partsTotal: this.#judge.kind === 'device' ? 0 : parts.length + listed.length + pictures.length,
      },
      ...(this.#estimate ? { estimate: this.#estimate } : {}),
      judge: this.#judge,
      at: Date.now(),
    };
  }
}
