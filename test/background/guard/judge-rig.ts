import { streamChat } from '~/lib/api/stream-chat';
import { GuardJudge } from '~/lib/background/guard/judge';
import type { ApiClient } from '~/lib/background/platform';
import { type GuardOptions } from '~/lib/shared/guard';
import type { GuardSubject } from '~/lib/guard/subject';
import type { Model } from '~/lib/shared/model';
import { DEFAULT_SETTINGS, type Settings } from '~/lib/shared/settings';
import type { TestServer } from '../../server/server';
import { FakeApi, makeModel } from '../fake-api';

export const CHAT = makeModel('some/chat', { contextLength: 128_000 });
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
