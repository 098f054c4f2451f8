import { AppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { Usage } from '~/lib/shared/chat';
import { z } from '~/lib/shared/zod';
import { OCR_TIMEOUT } from './limits';
import { readText } from './query';
import { parseJson } from './read-error-text';
import { completeError, mayRetry, waitForRetry } from './retry';
import { send } from './send';
import type { CallOptions, Server } from './types';
import { watchTime } from './watch-time';

/** What stands in a picture, as Markdown; empty for one without any text. */
export interface RecognizedText {
  text: string;
  usage?: Usage;
}

/** Credits of the AI/ML API in a US dollar (contract section 1). */
const CREDITS = 2_000_000;

const Reply = z.looseObject({
  pages: z.array(z.looseObject({ markdown: z.string() })).check(z.minLength(1)),
  meta: z.catch(z.optional(z.looseObject({ usage: z.optional(z.looseObject({ credits_used: z.optional(z.number()), usd_spent: z.optional(z.number()) })) })), undefined),
});

/**
 * Has a model for OCR read a picture (contract section 10.1: `image_url` is a string here). Retried as chat is.
 * @param picture its `data:` address
 * @throws AppError as `send`, and `bad-response` for a reply without pages
 */
export async function recognizeText(server: Server, { model, picture }: { model: string; picture: string }, options: CallOptions = {}): Promise<RecognizedText> {
  const body = JSON.stringify({ model, document: { type: 'image_url', image_url: picture } });
  for (let retries = 0; ; retries++) {
    try {
      return await ask(server, model, body, options);
    } catch (thrown) {
      const failure = thrown as AppError;
      const isLeft = options.leaveRateLimit === true && failure.code === 'rate-limited';
      if (isLeft || !mayRetry(failure, retries)) throw completeError(failure, server, model);
      await waitForRetry(failure, retries, options);
    }
  }
}

async function ask(server: Server, model: string, body: string, options: CallOptions): Promise<RecognizedText> {
  const host = hostOf(server.baseUrl);
  const watch = watchTime(options.firstByteTimeout ?? OCR_TIMEOUT, options.signal);
  try {
    const response = await send(server, `${server.baseUrl}/ocr`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }, watch, options.fetch);
    const text = await readText(response, host).catch((thrown: unknown) => {
      throw watch.explain(thrown, new AppError('stream-broken', { host }, thrown));
    });
    const reply = Reply.safeParse(parseJson(text)).data;
    if (!reply) throw new AppError('bad-response', { host, model });
    const { usd_spent: spent, credits_used: credits } = reply.meta?.usage ?? {};
    const usd = spent ?? (credits === undefined ? undefined : credits / CREDITS);
    return { text: reply.pages.map(({ markdown }) => markdown).join('\n\n'), ...(usd === undefined ? {} : { usage: { usd } }) };
  } catch (thrown) {
    throw watch.explain(thrown, new AppError('unexpected', {}, thrown));
  } finally {
    watch.stop();
  }
}
