import { z } from './zod';

/** An unsent message. */
export const Draft = z.string();
