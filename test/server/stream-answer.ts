import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import type { Behaviour } from './behaviour.ts';
import { closingFrames, openingFrames, tokenFrame, type Reply } from './frames.ts';

/** Frames joined into one write when there is no rate to keep. */
const BATCH = 64;

/** Sends an answer as an event stream, with the pace, cuts and breaks that `behaviour` asks for. */
export async function streamAnswer(response: ServerResponse, reply: Reply, behaviour: Behaviour, signal: AbortSignal): Promise<void> {
  const { fault } = reply;
  response.writeHead(fault === 'created' ? 201 : 200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  response.flushHeaders();
  const write = makeWriter(response, behaviour.split, signal);
  if (behaviour.raw) {
    for (const piece of behaviour.raw) await write(piece);
    response.end();
    return;
  }
  if (fault === 'silence') return waitForClose(signal);
  if (fault === 'comments') await write(': PROCESSING\n\n: still\nretry: 100\nid: 7\n\nevent: ping\ndata: {"type":"ping"}\n\n');
  const toFrame = (frame: object): string => (fault === 'crlf' ? `data: ${JSON.stringify(frame)}\r\n\r\n` : `data: ${JSON.stringify(frame)}\n\n`);
  await write(openingFrames(reply).map(toFrame).join(''));
  const breaks = BREAKS.includes(fault);
  const frames = reply.tokens.map((token) => toFrame(tokenFrame(reply, token)));
  const half = Math.ceil(frames.length / 2);
  await writeTokens(write, breaks || behaviour.until ? frames.slice(0, half) : frames, behaviour.rate, signal);
  if (behaviour.until) {
    await Promise.race([behaviour.until, waitForClose(signal)]);
    await writeTokens(write, frames.slice(half), behaviour.rate, signal);
  }
  if (breaks) {
    await breakOff(response, fault, write, signal);
    return;
  }
  await write(closingFrames(reply).map(toFrame).join(''));
  if (fault === 'hold-open') return waitForClose(signal);
  if (fault !== 'no-done' && fault !== 'claude') await write('data: [DONE]\n\n');
  response.end();
}

const BREAKS = ['drop', 'stall', 'no-finish', 'error-in-stream', 'flat-error-in-stream', 'error-event', 'broken-json'];

const LAST_WORDS: Record<string, string> = {
  'error-in-stream': 'data: {"error":{"message":"The provider hung up","type":"server_error","code":502}}\n\n',
  'flat-error-in-stream': 'data: {"message":"Internal server error","statusCode":"500","path":"/v1/chat/completions"}\n\n',
  'error-event': 'event: error\ndata: {"error":{"message":"The provider is overloaded","code":503}}\n\n',
  'broken-json': 'data: {"choices":[{"delta":{"con\n\n',
};

async function breakOff(response: ServerResponse, fault: string, write: Write, signal: AbortSignal): Promise<void> {
  if (fault === 'stall') return waitForClose(signal);
  const words = LAST_WORDS[fault];
  if (words) await write(words);
  // After what was written, and not in its place: a destroyed connection takes along what the client has not read yet.
  if (fault === 'drop') response.socket?.end();
  else response.end();
}

type Write = (data: string | Uint8Array) => Promise<void>;

/** A writer that respects back-pressure and, with `split`, sends so many bytes at a time, each in its own packet. */
function makeWriter(response: ServerResponse, split: number | undefined, signal: AbortSignal): Write {
  response.socket?.setNoDelay(true);
  const send = async (bytes: string | Uint8Array): Promise<void> => {
    if (signal.aborted || response.write(bytes)) return;
    await new Promise<void>((resolve) => {
      response.once('drain', resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  };
  return async (data) => {
    if (!split) return send(data);
    const bytes = Buffer.from(data);
    for (let i = 0; i < bytes.length && !signal.aborted; i += split) {
      await send(bytes.subarray(i, i + split));
      await new Promise(setImmediate);
    }
  };
}

async function writeTokens(write: Write, frames: string[], rate: number | undefined, signal: AbortSignal): Promise<void> {
  if (!rate) {
    for (let i = 0; i < frames.length && !signal.aborted; i += BATCH) await write(frames.slice(i, i + BATCH).join(''));
    return;
  }
  const start = performance.now();
  for (let i = 0; i < frames.length && !signal.aborted; i++) {
    // By the clock and not by the tick, so that late timers do not slow the stream down.
    const due = start + (i * 1_000) / rate - performance.now();
    if (due > 1) await sleep(due, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await write(frames[i] ?? '');
  }
}

export function waitForClose(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
