import type { CallOptions, ChatEvent, ChatRequest, Server } from '~/lib/api/types';
import type { ErrorCode } from '~/lib/shared/app-error';
import { toAppError } from '~/lib/shared/app-error';
import type { Usage } from '~/lib/shared/chat';
import type { Model } from '~/lib/shared/model';
import { estimateTokens } from '~/lib/shared/tokens';
import type { Cost } from '~/lib/storage/spending';
import { countTokens } from '../build-request';
import type { ApiClient } from '../platform';
import { openEntry } from './ledger';
import { Prices } from './prices';

/** Tokens that an answer is expected to have at most, and the part of its cap: caps leave room for thinking. */
const EXPECTED = { most: 1_000, share: 1 / 2 };
/** US dollars a page: what the one sample of the contract cost (section 10); no list tells it. */
export const OCR_PAGE = 0.013;
const NOTHING = Promise.resolve(undefined);

/**
 * The client of the server through which all requests pass that cost money: each is entered into the day's account before it
 * is sent, and corrected by what the server counted. One that the reader's limit leaves no room for is not sent and fails with
 * `daily-limit`; `beyondLimit` is the same client without limit.
 */
export function meterApi(api: ApiClient): ApiClient {
  const prices = new Prices();
  return meter(api, prices, false, meter(api, prices, true));
}

function meter(api: ApiClient, prices: Prices, beyond: boolean, beyondLimit?: ApiClient): ApiClient {
  // What costs nothing (lists, balance) is asked of the client itself.
  return Object.assign(Object.create(api) as ApiClient, {
    ...(beyondLimit ? { beyondLimit } : {}),

    async *streamChat(server: Server, request: ChatRequest, options: CallOptions): AsyncGenerator<ChatEvent, void> {
      const sent = countTokens(request.messages);
      const expected = Math.ceil(Math.min(EXPECTED.most, (request.maxTokens ?? Infinity) * EXPECTED.share));
      const estimate = priceTokens({ promptTokens: sent, completionTokens: expected }, await prices.ofTokens(server, request.model), true);
      const entry = await openEntry(estimate, beyond);
      let usage: Usage | undefined;
      let received = 0;
      let isFree = false;
      try {
        for await (const event of api.streamChat(server, request, options)) {
          if (event.type === 'usage') usage = event.usage;
          else if (event.type === 'text' || event.type === 'reasoning') received += estimateTokens(event.text);
          yield event;
        }
      } catch (thrown) {
        isFree = received === 0 && isUnpaid(thrown);
        throw thrown;
      } finally {
        const counted = { promptTokens: sent, completionTokens: received, ...usage };
        const isFinal = usage !== undefined && isCounted(usage);
        // The list of prices may have come meanwhile.
        entry.close(isFree ? NOTHING : prices.ofTokens(server, request.model).then((price) => priceTokens(counted, price, !isFinal)));
      }
    },

    async embedTexts(...[server, request, options]: Parameters<ApiClient['embedTexts']>) {
      const price = await prices.ofTokens(server, request.model);
      const promptTokens = request.texts.reduce((sum, text) => sum + estimateTokens(text), 0);
      const entry = await openEntry(priceTokens({ promptTokens }, price, true), beyond);
      try {
        const reply = await api.embedTexts(server, request, options);
        entry.close(Promise.resolve(priceTokens({ promptTokens, ...reply.usage }, price, !reply.usage)));
        return reply;
      } catch (thrown) {
        entry.close(isUnpaid(thrown) ? NOTHING : Promise.resolve(priceTokens({ promptTokens }, price, true)));
        throw thrown;
      }
    },

    async recognizeText(...[server, request, options]: Parameters<ApiClient['recognizeText']>) {
      const entry = await openEntry({ tokens: 0, estimated: true, usd: OCR_PAGE }, beyond);
      try {
        const reply = await api.recognizeText(server, request, options);
        entry.close(Promise.resolve({ tokens: 0, estimated: reply.usage?.usd === undefined, usd: reply.usage?.usd ?? OCR_PAGE }));
        return reply;
      } catch (thrown) {
        entry.close(isUnpaid(thrown) ? NOTHING : Promise.resolve({ tokens: 0, estimated: true, usd: OCR_PAGE }));
        throw thrown;
      }
    },

    async synthesizeSpeech(...[server, request, options]: Parameters<ApiClient['synthesizeSpeech']>) {
      const price = await prices.ofSpeech(server, request.model);
      const costOf = (characters: number, usd?: number): Cost => {
        const money = usd ?? (price === undefined ? undefined : (characters * price) / 1_000_000);
        return { tokens: 0, estimated: usd === undefined, ...(money === undefined ? {} : { usd: money }) };
      };
      const entry = await openEntry(costOf(request.text.length), beyond);
      try {
        const audio = await api.synthesizeSpeech(server, request, options);
        entry.close(Promise.resolve(costOf(audio.usage.characters ?? request.text.length, audio.usage.usd)));
        return audio;
      } catch (thrown) {
        entry.close(isUnpaid(thrown) ? NOTHING : Promise.resolve(costOf(request.text.length)));
        throw thrown;
      }
    },
  });
}

/** What tokens cost: as the server says, else by its list. */
function priceTokens({ promptTokens = 0, completionTokens = 0, usd }: Usage, price: Model['price'], estimated: boolean): Cost {
  const money = usd ?? (price && (promptTokens * price.input + completionTokens * price.output) / 1_000_000);
  return { tokens: promptTokens + completionTokens, estimated, ...(money === undefined ? {} : { usd: money }) };
}

/** The server has counted all that is paid for. */
function isCounted({ promptTokens, completionTokens, usd }: Usage): boolean {
  return usd !== undefined || (promptTokens !== undefined && completionTokens !== undefined);
}

/** Nothing was reached, or a refusal was the answer: failed requests are not charged (contract section 1). */
const UNREACHED: readonly ErrorCode[] = ['offline', 'server-unreachable', 'bad-base-url', 'bad-key', 'no-key', 'origin-refused'];

function isUnpaid(thrown: unknown): boolean {
  const { code, data } = toAppError(thrown);
  return data.status !== undefined || UNREACHED.includes(code);
}
