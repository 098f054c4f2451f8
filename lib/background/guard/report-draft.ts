import { mergeVerdicts } from '~/lib/guard/merge';
import type { GuardError, Hazard, SafetyReport, UnsafePassage, Verdict } from '~/lib/shared/guard';
import type { ReportMaterial } from './report-material';

/** Passages that a report tells. */
const MOST_PASSAGES = 50;

/** Who judges, as a report says it. */
export type ReportJudges = Pick<SafetyReport, 'judge' | 'imageJudge'>;

export const DEVICE: ReportJudges = { judge: { kind: 'device' } };

/** A report while it grows. */
export class ReportDraft {
  readonly #material: ReportMaterial;
  readonly #judges: ReportJudges;
  readonly #estimate: SafetyReport['estimate'];
  readonly #ofTexts: Verdict[];
  readonly #ofImages: Verdict[] = [];
  readonly #passages: UnsafePassage[] = [];
  readonly #images: SafetyReport['images'] = [];
  #words = 0;
  #checkedImages = 0;
  /** Parts of the text. */
  #parts = 0;
  #error: GuardError | undefined;

  /** @param hazards those that count */
  constructor(material: ReportMaterial, judges: ReportJudges, hazards: readonly Hazard[], estimate?: SafetyReport['estimate']) {
    this.#material = material;
    this.#judges = judges;
    this.#estimate = estimate;
    this.#ofTexts = material.findings.length > 0 && hazards.includes('prompt-injection') ? [{ kind: 'unsafe', hazards: ['prompt-injection'] }] : [];
  }

  /** Takes note of a part of the text; one without a verdict counts as read by nobody. */
  addPart(words: number, verdict: Verdict, passages: readonly UnsafePassage[] = [], error?: GuardError): void {
    this.#ofTexts.push(verdict);
    this.#parts++;
    this.#error ??= error;
    if (verdict.kind !== 'unknown') this.#words += words;
    const known = new Set(this.#passages.map(({ quote }) => quote));
    this.#passages.push(...passages.filter(({ quote }) => quote && !known.has(quote)).slice(0, MOST_PASSAGES - this.#passages.length));
  }

  addImage(id: string, verdict: Verdict, error?: GuardError): void {
    this.#ofImages.push(verdict);
    this.#error ??= error;
    if (verdict.kind !== 'unknown') this.#checkedImages++;
    if (verdict.kind !== 'safe') this.#images.push({ id, verdict });
  }

  /** Of the texts, with what Docent's own rules found in them, or of the pictures; `undefined` where there was nothing to judge. */
  verdictOn(kind: 'text' | 'image'): Verdict | undefined {
    const verdicts = kind === 'text' ? this.#ofTexts : this.#ofImages;
    return verdicts.length > 0 ? mergeVerdicts(verdicts) : undefined;
  }

  /** The report as it is now. */
  write(): SafetyReport {
    const { findings, parts, listed, pictures, wordsTotal, imagesTotal } = this.#material;
    return {
      verdict: mergeVerdicts([...this.#ofTexts, ...this.#ofImages]),
      findings,
      passages: [...this.#passages],
      images: [...this.#images],
      checked: {
        words: this.#words,
        wordsTotal,
        images: this.#checkedImages,
        imagesTotal,
        parts: this.#parts + this.#ofImages.length,
        partsTotal: this.#judges.judge.kind === 'device' ? 0 : parts.length + listed.length + pictures.length,
      },
      ...(this.#estimate ? { estimate: this.#estimate } : {}),
      ...this.#judges,
      ...(this.#error ? { error: this.#error } : {}),
      at: Date.now(),
    };
  }
}
