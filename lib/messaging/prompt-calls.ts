import { Attachment } from '~/lib/shared/attachment';
import { MAX_MODELS, MIN_MODELS } from '~/lib/shared/comparison-rules';
import { MAX_ATTACHMENTS } from '~/lib/shared/picture-limits';
import { QuestionSource } from '~/lib/shared/run';
import { MAX_PROMPTS, SavedPrompt } from '~/lib/shared/saved-prompt';
import { z } from '~/lib/shared/zod';
import { chosenModels } from './compare-calls';

/** Rows of the protocol that are about saved prompts. Whatever changes them is announced as a change of `prompts` (`wake.ts`). */
export const PROMPT_CALLS = {
  listPrompts: { input: z.object({}), output: z.object({ prompts: z.array(SavedPrompt) }) },
  /** All of them, in their order. */
  savePrompts: { input: z.object({ prompts: z.array(SavedPrompt).check(z.maxLength(MAX_PROMPTS)) }), output: z.void() },
  /** Asks a prompt in the tab's thread, with what goes along with a message: what of the page (unless the prompt itself names that), and attachments. `web`: the model is to search the web, if it can. With `models` all of them are asked, as by `compareModels`. */
  runPrompt: {
    input: z.object({
      tabId: z.number(),
      id: z.string(),
      source: QuestionSource,
      attachments: z.optional(z.array(Attachment).check(z.maxLength(MAX_ATTACHMENTS))),
      web: z.optional(z.boolean()),
      models: z.optional(chosenModels(MIN_MODELS, MAX_MODELS)),
    }),
    output: z.object({ runId: z.string() }),
  },
} as const;
