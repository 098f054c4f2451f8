import { browser } from 'wxt/browser';
import { AppError, toAppError } from '~/lib/shared/app-error';
import { z } from '~/lib/shared/zod';
import { CALLS, type CallName, type CallOutput, type CallReply, type Calls } from './protocol';
import { isOwnPage, type Sender } from './sender';

/** One function a call. What it gets has been parsed; what it throws travels as an `AppError`. */
export type CallHandlers = {
  [N in CallName]: (input: z.output<Calls[N]['input']>, sender: Sender) => Promise<CallOutput<N>>;
};

const Call = z.object({ name: z.string(), input: z.optional(z.unknown()) });

/**
 * Answers every call of the protocol. Must run synchronously when the background starts, so that the call that
 * woke it finds its listener. Messages that are no calls are left to other listeners.
 */
export function handleCalls(handlers: CallHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, sendResponse: (reply: unknown) => void) => {
    const call = Call.safeParse(message);
    if (!call.success) return;
    // Answering by `sendResponse` and `true` is the one way that Chromium, Firefox and the polyfill share.
    void answer(handlers, call.data, sender).then(sendResponse);
    return true;
  });
}

async function answer(
  handlers: CallHandlers,
  call: z.infer<typeof Call>,
  sender: Sender,
): Promise<CallReply<CallName>> {
  try {
    if (!isOwnPage(sender)) throw new AppError('bad-message', { detail: 'not a page of Docent' });
    if (!isCallName(call.name)) throw new AppError('bad-message', { detail: `no such call: ${call.name}` });
    return { ok: true, value: await perform(handlers, call.name, call.input, sender) };
  } catch (thrown) {
    return { ok: false, error: toAppError(thrown).data };
  }
}

async function perform<N extends CallName>(
  handlers: CallHandlers,
  name: N,
  input: unknown,
  sender: Sender,
): Promise<CallOutput<N>> {
  const parsed = CALLS[name].input.safeParse(input);
  if (!parsed.success) throw new AppError('bad-message', { detail: `input of ${name}` }, parsed.error);
  const value = await handlers[name](parsed.data as z.output<Calls[N]['input']>, sender);
  const output = CALLS[name].output.safeParse(value);
  if (!output.success) throw new AppError('bad-message', { detail: `output of ${name}` }, output.error);
  return output.data as CallOutput<N>;
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(CALLS, name);
}
