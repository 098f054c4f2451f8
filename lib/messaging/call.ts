import { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import { loadProtocol } from './load-protocol';
import type { CallInput, CallName, CallOutput } from './protocol';

/**
 * Asks the background. Throws the `AppError` the background answered with, or `bad-message` when the reply is
 * none. A background that was just being started or replaced is asked once more.
 */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const [reply, { CALLS, Reply }] = await Promise.all([send({ name, input }), loadProtocol()]);
  const parsed = Reply.safeParse(reply);
  if (!parsed.success) throw new AppError('bad-message', { detail: `reply to ${name}` }, parsed.error);
  if (!parsed.data.ok) throw AppError.fromData(parsed.data.error);
  const value = CALLS[name].output.safeParse(parsed.data.value);
  if (!value.success) throw new AppError('bad-message', { detail: `reply to ${name}` }, value.error);
  return value.data as CallOutput<N>;
}

/** Both browsers refuse a message with these words while nobody listens yet, e.g. right after an update. */
const NOT_LISTENING = /could not establish connection|receiving end does not exist|message port closed/i;
const START_UP_PAUSE = 150;

async function send(message: unknown): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch (thrown) {
    if (!(thrown instanceof Error) || !NOT_LISTENING.test(thrown.message)) throw thrown;
    await new Promise((resolve) => setTimeout(resolve, START_UP_PAUSE));
    return browser.runtime.sendMessage(message);
  }
}
