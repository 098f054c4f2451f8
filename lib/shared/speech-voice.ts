import { z } from './zod';

/** A voice of a speech model. */
export const SpeechVoice = z.object({
  /** What the server calls it. */
  id: z.string(),
  /** What the reader sees. */
  name: z.string(),
  /** Languages it is made for, as BCP 47 tags; empty when it speaks many, or the server does not say. */
  languages: z.array(z.string()),
});
export type SpeechVoice = z.infer<typeof SpeechVoice>;
