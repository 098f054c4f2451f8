import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { call } from '~/lib/messaging/call';
import { type CallHandlers, handleCalls } from '~/lib/messaging/handle';
import { AppError } from '~/lib/shared/app-error';
import { type FakeSender, OWN_PAGE } from './fake-ports';

const unused = () => Promise.reject(new Error('not expected here'));

function handlers(some: Partial<CallHandlers>): CallHandlers {
  const names = [
    'startRun', 'stopRun', 'retryRun', 'continueRun', 'confirmRun', 'getRequest', 'newThread', 'getTab',
    'getSettings', 'updateSettings', 'setKey', 'testConnection', 'listModels',
  ] as const;
  return { ...(Object.fromEntries(names.map((name) => [name, unused])) as unknown as CallHandlers), ...some };
}

/** Delivers a message as the browser would, from the given sender; `undefined` when nobody answers. */
async function deliver(message: unknown, sender: FakeSender = OWN_PAGE): Promise<unknown> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(message, sender, resolve).then((kept: unknown[]) => {
      if (!kept.includes(true)) resolve(undefined);
    });
  });
}

const sendMessage = vi.fn<(message: unknown) => Promise<unknown>>();

beforeEach(() => {
  fakeBrowser.reset();
  sendMessage.mockImplementation((message) => deliver(JSON.parse(JSON.stringify(message))));
  Object.assign(fakeBrowser.runtime, { sendMessage });
});

describe('calls', () => {
  it('bring the input in and the output back', async () => {
    const stopRun = vi.fn<CallHandlers['stopRun']>(async () => undefined);
    handleCalls(handlers({ stopRun, startRun: async ({ tabId }) => ({ runId: `run of ${tabId}` }) }));
    const request = { task: 'ask', source: { kind: 'page' }, question: 'Why?' } as const;
    expect(await call('startRun', { tabId: 7, request })).toEqual({ runId: 'run of 7' });
    expect(await call('stopRun', { runId: 'r' })).toBeUndefined();
    expect(stopRun).toHaveBeenCalledWith({ runId: 'r' }, OWN_PAGE);
  });

  it('throw the AppError of the background, whole', async () => {
    const error = new AppError('bad-key', { host: 'api.example', status: 401 });
    handleCalls(handlers({ testConnection: () => Promise.reject(error) }));
    await expect(call('testConnection', {})).rejects.toMatchObject({ data: error.data });
  });

  it('turn anything else that is thrown into "unexpected"', async () => {
    handleCalls(handlers({ stopRun: () => Promise.reject(new TypeError('boom')) }));
    await expect(call('stopRun', { runId: 'r' })).rejects.toMatchObject({ code: 'unexpected' });
  });

  it('refuse malformed input before the handler sees it', async () => {
    const startRun = vi.fn<CallHandlers['startRun']>();
    handleCalls(handlers({ startRun }));
    const reply = await deliver({ name: 'startRun', input: { tabId: '7', request: {} } });
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-message' } });
    expect(startRun).not.toHaveBeenCalled();
  });

  it('refuse output that the protocol does not know', async () => {
    handleCalls(handlers({ startRun: async () => ({ runId: 5 }) as never }));
    const request = { task: 'ask', source: { kind: 'page' }, question: '' } as const;
    await expect(call('startRun', { tabId: 1, request })).rejects.toMatchObject({ code: 'bad-message' });
  });

  it.each(['toString', '__proto__', 'eraseEverything'])('refuse the unknown call %s', async (name) => {
    handleCalls(handlers({}));
    expect(await deliver({ name, input: {} })).toMatchObject({ ok: false, error: { code: 'bad-message' } });
  });

  it.each([
    ['a content script', { id: OWN_PAGE.id, url: 'https://example.org/' }],
    ['another extension', { id: 'other', url: 'chrome-extension://other/popup.html' }],
    ['an address that only begins alike', { id: OWN_PAGE.id, url: 'chrome-extension://test-extension-id.evil/x' }],
    ['another extension that borrows our address', { id: 'other', url: OWN_PAGE.url }],
  ])('refuse %s', async (_who, sender) => {
    const setKey = vi.fn<CallHandlers['setKey']>();
    handleCalls(handlers({ setKey }));
    expect(await deliver({ name: 'setKey', input: { key: 'k' } }, sender)).toEqual({
      ok: false,
      error: { code: 'bad-message', detail: 'not a page of Docent' },
    });
    expect(setKey).not.toHaveBeenCalled();
  });

  it('leave messages that are no calls to other listeners', async () => {
    handleCalls(handlers({}));
    expect(await deliver({ wake: 3 })).toBeUndefined();
  });

  it('ask once more when the background was just starting', async () => {
    handleCalls(handlers({ stopRun: async () => undefined }));
    const refused = new Error('Could not establish connection. Receiving end does not exist.');
    sendMessage.mockRejectedValueOnce(refused);
    await expect(call('stopRun', { runId: 'r' })).resolves.toBeUndefined();
    sendMessage.mockRejectedValueOnce(refused).mockRejectedValueOnce(refused);
    await expect(call('stopRun', { runId: 'r' })).rejects.toThrow('Could not establish connection');
  });

  it('say so when nobody answers with a reply', async () => {
    sendMessage.mockResolvedValueOnce(undefined);
    await expect(call('stopRun', { runId: 'r' })).rejects.toMatchObject({ code: 'bad-message' });
  });
});
