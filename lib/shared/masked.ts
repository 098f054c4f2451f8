import { z } from './zod';

/** Personal data that the reader has masked before anything is sent. */

export const MASKED_KINDS = ['e-mail', 'phone', 'card', 'IBAN'] as const;

/** One of them: `label` stands in what went out, in one request, `text` in its place on this device. */
export const MaskedText = z.object({ kind: z.enum(MASKED_KINDS), label: z.string(), text: z.string() });
export type MaskedText = z.infer<typeof MaskedText>;
export type MaskedKind = MaskedText['kind'];
