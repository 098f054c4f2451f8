import { afterEach } from 'vitest';
import type { SpeechRequest } from '~/lib/api/speech/build-body';
import { synthesizeSpeech, type SpeechAudio } from '~/lib/api/speech/synthesize-speech';
import type { CallOptions } from '~/lib/api/types';
import type { AppError, AppErrorData } from '~/lib/shared/app-error';
import { createServer, type ServerOptions, type TestServer } from '../server/server';

export const TEXT = 'The lighthouse stood for a thousand years.';
export const KEY = 'test-key';

const started: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of started.splice(0)) await one.close();
});

/** A server that is closed after the test. */
export function closeLater<T extends { close(): unknown }>(server: T): T {
  started.push(server);
  return server;
}

export async function start(options: ServerOptions = {}): Promise<TestServer> {
  return closeLater(await createServer(options));
}

/** What came of one request for speech. */
export async function speakAt(server: TestServer, request: Partial<SpeechRequest> = {}, options: CallOptions = {}): Promise<{ audio?: SpeechAudio; error?: AppErrorData }> {
  try {
    return { audio: await synthesizeSpeech({ baseUrl: server.baseUrl, key: KEY }, { model: 'inworld/tts-1-5-mini', text: TEXT, ...request }, { retryDelay: 1, ...options }) };
  } catch (thrown) {
    return { error: (thrown as AppError).data };
  }
}
