import { AppError } from '~/lib/shared/app-error';
import { hostOf, isLoopback } from '~/lib/shared/base-url';
import { z } from '~/lib/shared/zod';
import { query, type QueryOptions } from './query';
import type { Server } from './types';

export interface Balance {
  amount: number;
  /** ISO 4217, e.g. `USD`. */
  currency: string;
}

const BillingV2 = z.looseObject({ current_balance: z.number(), currency: z.string() });
const BillingV1 = z.looseObject({ balance: z.number() });
const OpenRouterKey = z.looseObject({ data: z.looseObject({ limit_remaining: z.nullish(z.number()) }) });

/** One US dollar in AI/ML API's credits (contract section 1). */
const CREDITS = 2_000_000;

interface Route {
  url: string;
  read(json: unknown): Balance | undefined;
}

/**
 * What is left on the account: the cheapest question that a wrong key fails (contract section 13). `undefined` where
 * the server has no such route, which says nothing about the key.
 *
 * @throws AppError as `query`: `bad-key`, `no-key`, `server-unreachable` and the like.
 */
export async function getBalance(server: Server, options: QueryOptions = {}): Promise<Balance | undefined> {
  if (!server.key?.trim() && isLoopback(server.baseUrl)) return undefined;
  for (const { url, read } of routesOf(server)) {
    const json = await ask(server, url, options);
    const balance = read(json);
    if (balance) return balance;
  }
  return undefined;
}

function routesOf(server: Server): Route[] {
  if (hostOf(server.baseUrl) === 'openrouter.ai') return [{ url: `${server.baseUrl}/key`, read: readOpenRouter }];
  const root = server.baseUrl.replace(/\/v\d+$/, '');
  return [
    { url: `${root}/v2/billing`, read: readV2 },
    { url: `${root}/v1/billing/balance`, read: readV1 },
  ];
}

/** The answer of one route, `undefined` if the server does not know it. */
async function ask(server: Server, url: string, options: QueryOptions): Promise<unknown> {
  try {
    return (await query(server, url, {}, options)).json;
  } catch (thrown) {
    const isMissing = thrown instanceof AppError && [400, 403, 404, 405, 410, 501].includes(thrown.data.status ?? 0) && thrown.code !== 'bad-key';
    if (isMissing) return undefined;
    throw thrown;
  }
}

function readV2(json: unknown): Balance | undefined {
  const parsed = BillingV2.safeParse(json);
  return parsed.success ? { amount: parsed.data.current_balance, currency: parsed.data.currency } : undefined;
}

function readV1(json: unknown): Balance | undefined {
  const parsed = BillingV1.safeParse(json);
  return parsed.success ? { amount: parsed.data.balance / CREDITS, currency: 'USD' } : undefined;
}

/** What the key may still spend; an unlimited key has no such number. */
function readOpenRouter(json: unknown): Balance | undefined {
  const left = OpenRouterKey.safeParse(json).data?.data.limit_remaining;
  return left == null ? undefined : { amount: left, currency: 'USD' };
}
