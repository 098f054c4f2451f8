import { AppErrorData } from '~/lib/shared/app-error-data';
import { MAX_MODELS, MIN_MODELS } from '~/lib/shared/comparison-rules';
import { RunRequest } from '~/lib/shared/run';
import { z } from '~/lib/shared/zod';
import { QuestionEstimate } from './spending-calls';

const modelId = z.string().check(z.minLength(1), z.maxLength(300));
/** Ids of several models, each once. */
export const chosenModels = (least: number, most: number) =>
  z.array(modelId).check(z.minLength(least), z.maxLength(most), z.refine((ids) => new Set(ids).size === ids.length));

/** What one of several models would be asked with. */
export const ModelEstimate = z.object({
  model: z.string(),
  /** Absent with `error`. */
  estimate: z.optional(QuestionEstimate),
  /** The text does not fit it: the passages that fit the question best are read. */
  passages: z.optional(z.boolean()),
  /** The text does not fit it, and is read in parts: how many requests, tokens and US dollars that comes to. */
  parts: z.optional(z.object({ requests: z.number(), tokens: z.number(), usd: z.optional(z.number()) })),
  /** What keeps it from answering. */
  error: z.optional(AppErrorData),
});
export type ModelEstimate = z.infer<typeof ModelEstimate>;

/** Rows of the protocol that are about one question to several models. */
export const COMPARE_CALLS = {
  /** Asks all of them in the tab's present thread; gives the run of the first. */
  compareModels: { input: z.object({ tabId: z.number(), request: RunRequest, models: chosenModels(MIN_MODELS, MAX_MODELS) }), output: z.object({ runId: z.string() }) },
  /** Has further models answer what this run answers, beside it. What it was compared with before stays as versions. */
  compareAnswer: { input: z.object({ runId: z.string(), models: chosenModels(1, MAX_MODELS - 1) }), output: z.void() },
  /** The conversation goes on from this one of the answers that are compared; the others stay as versions. */
  keepAnswer: { input: z.object({ runId: z.string() }), output: z.void() },
  /**
   * What a question to each of them comes to, or with `runId` that run's request; see `estimateQuestion`. Nothing is sent. Null
   * where no server would be asked, or what it is about cannot be read.
   */
  estimateComparison: {
    input: z.object({ tabId: z.number(), kind: z.enum(['page', 'kept']), version: z.number(), models: chosenModels(0, MAX_MODELS), runId: z.optional(z.string()) }),
    output: z.nullable(z.array(ModelEstimate)),
  },
} as const;
