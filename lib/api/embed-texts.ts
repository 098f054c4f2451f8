import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { Usage } from '~/lib/shared/chat';
import { z } from '~/lib/shared/zod';
import { EMBEDDING_TIMEOUT } from './limits';
import { readText } from './query';
import { parseJson } from './read-error-text';
import { completeError } from './retry';
import { send } from './send';
import type { CallOptions, Server } from './types';
import { watchTime } from './watch-time';

/** One vector for each text, all of one length. */
export interface Embeddings {
  vectors: number[][];
  usage?: Usage;
}

const Reply = z.looseObject({
  data: z.array(z.looseObject({ index: z.optional(z.number()), embedding: z.array(z.number()).check(z.minLength(1)) })),
  usage: z.catch(z.nullish(z.looseObject({ prompt_tokens: z.catch(z.optional(z.number()), undefined), total_tokens: z.catch(z.optional(z.number()), undefined) })), undefined),
});

/**
 * What texts mean, as vectors (contract section 12). Not retried: there is another way to find what fits a question.
 * @throws AppError as `send`, and `bad-response` for a reply that is not one vector for each text
 */
export async function embedTexts(server: Server, { model, texts }: { model: string; texts: readonly string[] }, options: CallOptions = {}): Promise<Embeddings> {
  const host = hostOf(server.baseUrl);
  const watch = watchTime(options.firstByteTimeout ?? EMBEDDING_TIMEOUT, options.signal);
  try {
    const init = { method: 'POST' as const, body: JSON.stringify({ model, input: texts }), headers: { 'Content-Type': 'application/json' } };
    const response = await send(server, `${server.baseUrl}/embeddings`, init, watch, options.fetch);
    const body = await readText(response, host).catch((thrown: unknown) => {
      throw watch.explain(thrown, new AppError('stream-broken', { host }, thrown));
    });
    const reply = Reply.safeParse(parseJson(body)).data;
    // The order is told by the index, where there is one (contract section 12).
    const vectors = reply?.data.map(({ index, embedding }, place) => ({ at: index ?? place, embedding })).sort((a, b) => a.at - b.at).map(({ embedding }) => embedding) ?? [];
    if (vectors.length !== texts.length || vectors.some((vector) => vector.length !== vectors[0]?.length)) throw new AppError('bad-response', { host });
    const promptTokens = reply?.usage?.prompt_tokens ?? reply?.usage?.total_tokens;
    return { vectors, ...(promptTokens === undefined ? {} : { usage: { promptTokens } }) };
  } catch (thrown) {
    throw completeError(watch.explain(thrown, new AppError('unexpected', {}, thrown)), server, model);
  } finally {
    watch.stop();
  }
}
