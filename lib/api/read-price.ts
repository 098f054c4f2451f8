import type { Model } from '~/lib/shared/model';
import { z } from '~/lib/shared/zod';

const money = z.union([z.number(), z.string()]);

/** AI/ML API's fixed prices: one row for each measure (contract section 3.1). */
const Fixed = z.looseObject({
  kind: z.literal('fixed'),
  units: z.array(z.looseObject({ name: z.string(), measure: z.optional(z.string()), price: z.number(), per: z.number().check(z.positive()) })),
});

/** OpenRouter: decimal strings in US dollars a token. */
const PerToken = z.looseObject({ prompt: money, completion: money });

const MILLION = 1_000_000;

/**
 * US dollars a million tokens; `undefined` for every price that is not made of these two numbers.
 * @param answers the model writes tokens; one that does not (embeddings) has no price for them
 */
export function readPrice(pricing: unknown, answers = true): Model['price'] {
  const fixed = Fixed.safeParse(pricing);
  if (fixed.success) {
    const of = (measure: string): number | undefined => {
      const unit = fixed.data.units.find((row) => row.name === 'token' && row.measure === measure);
      return unit && (unit.price / unit.per) * MILLION;
    };
    return toPrice(of('input'), of('output') ?? (answers ? undefined : 0));
  }
  const perToken = PerToken.safeParse(pricing);
  if (!perToken.success) return undefined;
  return toPrice(Number(perToken.data.prompt) * MILLION, Number(perToken.data.completion) * MILLION);
}

/** What multiplication adds beyond a millionth of a dollar is noise. */
const round = (usd: number): number => Math.round(usd * MILLION) / MILLION;

/** Routers give -1 for "it depends". */
function toPrice(input: number | undefined, output: number | undefined): Model['price'] {
  if (input === undefined || output === undefined || !(input >= 0) || !(output >= 0)) return undefined;
  return { input: round(input), output: round(output) };
}

/** US dollars a million characters, from a price of which the unit is a character. */
export function readSpeechPrice(pricing: unknown): number | undefined {
  const unit = Fixed.safeParse(pricing).data?.units.find(({ name }) => /^char(?:acter)?s?$/i.test(name));
  return unit && unit.price >= 0 ? round((unit.price / unit.per) * MILLION) : undefined;
}
