import type { ChatRequest } from '~/lib/api/types';
import { type CheckpointPolicy, DEFAULT_GUARD_OPTIONS, type GuardOptions } from '~/lib/shared/guard';
import { World } from '../world';

/** A classifier by its name. */
export const GUARD_MODEL = 'meta-llama/Meta-Llama-Guard-3-8B';

/** What a stand-in guard was asked, and how it answers: with a reply, an error, or not at all (`undefined`). */
export interface StandIn {
  asked: string[];
  requests: ChatRequest[];
  reply: (text: string) => string | Error | undefined;
}

/** Answers for the guard: `unsafe` for a text with BAD (as hate), no verdict for one with HMM, nothing ever for one with ZZZ. */
function byMarks(text: string): string | undefined {
  if (text.includes('ZZZ')) return undefined;
  return text.includes('BAD') ? 'unsafe\nS10' : text.includes('HMM') ? 'I think I would rather not say.' : 'safe';
}

/** Puts a guard into the world's server; requests to other models are answered by the test as ever. */
export function addGuard(world: World): StandIn {
  const standIn: StandIn = { asked: [], requests: [], reply: byMarks };
  const { api } = world;
  const others = api.streamChat;
  api.streamChat = (server, request, options) => {
    if (request.model !== GUARD_MODEL) return others(server, request, options);
    const text = request.messages.at(-1)?.content ?? '';
    standIn.asked.push(text);
    standIn.requests.push(request);
    return (async function* () {
      const reply = standIn.reply(text);
      if (reply instanceof Error) throw reply;
      if (reply === undefined) await new Promise((_, reject) => options.signal?.addEventListener('abort', () => reject(new world.AppError('cancelled'))));
      yield { type: 'text', text: String(reply) } as const;
      yield { type: 'usage', usage: { promptTokens: 10, usd: 0.25 } } as const;
      yield { type: 'finish', reason: 'stop' } as const;
    })();
  };
  return standIn;
}

export type Policies = Partial<Record<keyof GuardOptions['checkpoints'], CheckpointPolicy['action'] | CheckpointPolicy>>;

export function guardOptions(policies: Policies, about: Partial<GuardOptions> = {}): GuardOptions {
  const chosen = Object.entries(policies).map(([name, policy]) => [name, typeof policy === 'string' ? { action: policy, onUnknown: 'open' } : policy]);
  const checkpoints = { ...DEFAULT_GUARD_OPTIONS.checkpoints, ...Object.fromEntries(chosen) } as GuardOptions['checkpoints'];
  return { ...DEFAULT_GUARD_OPTIONS, model: GUARD_MODEL, checkpoints, ...about };
}

/** A world whose guard checks what the test says. */
export async function openGuarded(policies: Policies, about: Partial<GuardOptions> = {}): Promise<{ world: World; guard: StandIn }> {
  const world = await World.open();
  const guard = addGuard(world);
  await world.call('updateSettings', { guard: guardOptions(policies, about) });
  return { world, guard };
}
