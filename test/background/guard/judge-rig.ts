import { afterEach, beforeEach } from 'vitest';
import { streamChat } from '~/lib/api/stream-chat';
import { GuardJudge } from '~/lib/background/guard/judge';
import type { ApiClient } from '~/lib/background/platform';
import type { GuardOptions, Verdict } from '~/lib/shared/guard';
import type { GuardSubject } from '~/lib/guard/subject';
import type { Model } from '~/lib/shared/model';
import { DEFAULT_SETTINGS, type Settings } from '~/lib/shared/settings';
import { createServer, type TestServer } from '../../server/server';
import { FakeApi, makeModel } from '../fake-api';

export const CHAT = makeModel('some/chat', { contextLength: 128_000 });
/** Of a test that stops nothing. */
export const SIGNAL = new AbortController().signal;
export const UNSAFE: Verdict = { kind: 'unsafe', hazards: ['violent-crimes'] };
export const unknown = (reason: Extract<Verdict, { kind: 'unknown' }>['reason']): Verdict => ({ kind: 'unknown', reason });
export const page = (text: string): GuardSubject => ({ kind: 'text', checkpoint: 'page', text });

/** The real client, with retries that do not wait. */
class RealApi extends FakeApi {
  override streamChat: ApiClient['streamChat'] = (server, request, options) => streamChat(server, request, { ...options, retryDelay: 1 });
}

export interface JudgeRig {
  api?: ApiClient;
  models?: Model[];
  guard?: Partial<GuardOptions>;
  settings?: Partial<Settings>;
}

/** A judge that asks the stand-in, or a fake in its place. */
export function makeJudge(server: Pick<TestServer, 'baseUrl'>, { api = new RealApi(), models = [CHAT], guard = {}, settings = {} }: JudgeRig = {}): GuardJudge {
  const { baseUrl } = server;
  const all: Settings = { ...DEFAULT_SETTINGS, baseUrl, preset: 'other', ...settings, guard: { ...DEFAULT_SETTINGS.guard, ...guard } };
  const preferred = models.find(({ chat }) => chat)?.id;
  return new GuardJudge(api, all, { baseUrl, key: 'test-key' }, { models, source: 'server', ...(preferred ? { preferred } : {}) });
}

type Body = { model: string; messages: { role: string; content: unknown }[]; response_format?: { type: string }; temperature?: number; max_tokens: number };

/** Registers a stand-in server for each test of a file. */
export function useServer(): { readonly server: TestServer; /** What it was asked for verdicts with. */ bodies(): Body[] } {
  let server: TestServer;
  beforeEach(async () => {
    server = await createServer();
  });
  afterEach(() => server.close());
  return {
    get server() {
      return server;
    },
    bodies: () => server.guards().map(({ body }) => body as Body),
  };
}
