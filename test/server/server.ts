import { createServer as createHttpServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readModelId, REFUSALS, type Behaviour, type Refusal } from './behaviour.ts';
import { ACCOUNT, type Entry, listCatalogue } from './catalogue.ts';
import { embed } from './embeddings.ts';
import { planReply, toCompletion } from './frames.ts';
import { isGuardRequest, writeVerdict } from './guard.ts';
import { recognize } from './ocr.ts';
import { describePictures } from './pictures.ts';
import { refusePictures } from './refuse-pictures.ts';
import { REFUSED, refuseIfPresent, type ChatBody, type Refused } from './refusals.ts';
import { refuseSpeech, sendSpeech, serveFile, spokenText, type SpeechFile } from './speech.ts';
import { streamAnswer, waitForClose } from './stream-answer.ts';
import { withQuestion } from './write-answer.ts';

export interface ServerOptions {
  /** 0 or absent: a free port that the system chooses. */
  port?: number;
  /** Accepted keys; an empty list: calls need no key, as on a local server. Absent: `test-key`. */
  keys?: string[];
  /** The routes that make speech: AI/ML API's, OpenAI's, both (absent), or neither. */
  speech?: ('/tts' | '/audio/speech')[];
  /** Where links to sound lead; absent: this server under the name `localhost`, another host than the API's. */
  audioOrigin?: string;
  /** Holds for every request for chat or speech, unless its model id or a script says otherwise. */
  behaviour?: Behaviour;
  /** The catalogue tells unasked what each model takes, as OpenRouter's does. */
  tellsModalities?: boolean;
  /** It tells what each model costs, likewise. */
  tellsPrices?: boolean;
  /** Models that the catalogue lists beside its own. */
  models?: Entry[];
}

/** A request as the stand-in saw it. */
export interface RecordedRequest {
  method: string;
  path: string;
  query: string;
  headers: IncomingHttpHeaders;
  /** Parsed JSON; `undefined` for none. */
  body: unknown;
  /** When it arrived, in milliseconds of `performance.now()`. */
  at: number;
  /** The client closed the connection before the answer was complete. */
  aborted: boolean;
  /** Settles when the exchange is over, completely or not. */
  closed: Promise<void>;
}

export interface TestServer {
  /** Without a path, e.g. `http://127.0.0.1:41234`; the API stands at `/v1` and at the root. */
  url: string;
  baseUrl: string;
  port: number;
  /** All requests so far but CORS preflights, oldest first. */
  requests: RecordedRequest[];
  /** The chat requests among them: those for a verdict, and those of tasks. */
  chats(): RecordedRequest[];
  guards(): RecordedRequest[];
  tasks(): RecordedRequest[];
  /** The requests for speech among them. */
  speeches(): RecordedRequest[];
  /** The requests for files of sound that a reply linked to. */
  downloads(): RecordedRequest[];
  /** Behaviours of the next requests for chat or speech, one each, before model id and default count. */
  script(...next: Behaviour[]): void;
  /** The request number `index` (from 0) as soon as it has arrived. */
  received(index: number): Promise<RecordedRequest>;
  close(): Promise<void>;
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, if-none-match',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-expose-headers': 'etag, x-inference-id, x-client-request-id, x-aimlapi-credits-used, x-aimlapi-usd-spent',
};

/** Starts a stand-in for the AI/ML API on 127.0.0.1, written from its contract. */
export async function createServer(options: ServerOptions = {}): Promise<TestServer> {
  const keys = options.keys ?? ['test-key'];
  const requests: RecordedRequest[] = [];
  const scripted: Behaviour[] = [];
  const waiting = new Map<number, ((request: RecordedRequest) => void)[]>();
  const sockets = new Set<Socket>();
  const files = new Map<string, SpeechFile>();
  const speechRoutes: string[] = options.speech ?? ['/tts', '/audio/speech'];

  const server = createHttpServer((incoming, response) => {
    handle(incoming, response).catch((thrown: unknown) => {
      process.stderr.write(`stand-in server: ${String(thrown)}\n`);
      response.destroy();
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
    if (incoming.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const gone = new AbortController();
    const url = new URL(incoming.url ?? '/', 'http://stand.in');
    const text = await readBody(incoming);
    const request: RecordedRequest = {
      method: incoming.method ?? '', path: url.pathname, query: url.search, headers: incoming.headers, body: parse(text), at: performance.now(), aborted: false,
      closed: new Promise((resolve) => {
        response.once('close', () => {
          request.aborted = !response.writableFinished;
          gone.abort();
          resolve();
        });
      }),
    };
    requests.push(request);
    for (const resolve of waiting.get(requests.length - 1) ?? []) resolve(request);
    await route(request, url, response, gone.signal);
  }

  async function route(request: RecordedRequest, url: URL, response: ServerResponse, gone: AbortSignal): Promise<void> {
    const path = url.pathname.replace(/^\/api\/v1(?=\/)/, '/v1');
    const speechRoute = path.replace(/^\/v\d(?=\/)/, '');
    const file = files.get(url.pathname);
    const isKnown = keys.length === 0 || keys.some((key) => request.headers.authorization === `Bearer ${key}`);
    if (request.method === 'GET' && /^(\/v1)?\/models$/.test(path)) sendCatalogue(request, url, response, options);
    else if (request.method === 'GET' && ACCOUNT[path] && keys.length > 0) send(response, isKnown ? { status: 200, body: ACCOUNT[path] } : REFUSED['bad-key']);
    else if (request.method === 'POST' && /^(\/v\d)?\/chat\/completions$/.test(path)) await exchange(request, isKnown, response, gone);
    else if (request.method === 'POST' && speechRoutes.includes(speechRoute)) await exchange(request, isKnown, response, gone, speechRoute);
    else if (request.method === 'POST' && /^(\/v\d)?\/embeddings$/.test(path)) send(response, isKnown ? { status: 200, body: embed(request.body) } : REFUSED['bad-key']);
    else if (request.method === 'POST' && /^(\/v\d)?\/ocr$/.test(path)) send(response, isKnown ? await recognize(request.body) : REFUSED['bad-key']);
    else if (request.method === 'GET' && file) await serveFile(file, response);
    else if (request.method === 'GET' && speechRoute === '/audio/voices' && speechRoutes.includes('/audio/speech')) send(response, { status: 200, body: { voices: ['af_heart', 'bm_george'] } });
    else send(response, { status: 404, body: { message: `Cannot ${request.method} ${url.pathname}`, statusCode: 404 } });
  }

  /** One request for chat or (`speechRoute`) for speech. */
  async function exchange(request: RecordedRequest, isKnown: boolean, response: ServerResponse, gone: AbortSignal, speechRoute?: string): Promise<void> {
    response.setHeader('x-inference-id', `test-${requests.length}`);
    const body = request.body as ChatBody | undefined;
    const text = spokenText(body, speechRoute === '/audio/speech');
    const isChat = body && typeof body.model === 'string' && Array.isArray(body.messages) && body.messages.length > 0;
    if (!body || !(speechRoute ? text : isChat)) {
      send(response, REFUSED.validation);
      return;
    }
    const behaviour: Behaviour = { ...options.behaviour, ...readModelId(body.model), ...scripted.shift() };
    const { fault } = behaviour;
    if (behaviour.first) await sleep(behaviour.first, undefined, { signal: gone }).catch(() => undefined);
    if (gone.aborted) return;
    if (fault === 'refuse-connection') response.destroy();
    else if (fault === 'no-answer') await waitForClose(gone);
    else if (!isKnown) send(response, REFUSED['bad-key']);
    else if (isRefusal(fault)) send(response, withKey(REFUSED[fault], request));
    else if (text !== undefined && speechRoute) await speak(body, text, behaviour, response);
    else await answer(body, behaviour, response, gone);
  }

  async function speak(body: unknown, text: string, behaviour: Behaviour, response: ServerResponse): Promise<void> {
    const refused = refuseSpeech(behaviour.fault ?? '', body);
    if (refused) send(response, refused);
    else await sendSpeech(body, text, behaviour, options.audioOrigin ?? `http://localhost:${port}`, files, response);
  }

  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const chats = () => requests.filter(({ path }) => path.endsWith('/chat/completions'));
  return {
    url,
    baseUrl: `${url}/v1`,
    port,
    requests,
    chats,
    guards: () => chats().filter(({ body }) => isGuardRequest(body as ChatBody | undefined)),
    tasks: () => chats().filter(({ body }) => !isGuardRequest(body as ChatBody | undefined)),
    speeches: () => requests.filter(({ path }) => /\/(?:tts|audio\/speech)$/.test(path)),
    downloads: () => requests.filter(({ path }) => path.startsWith('/generations/')),
    script: (...next) => void scripted.push(...next),
    received: (index) => {
      const there = requests[index];
      if (there) return Promise.resolve(there);
      return new Promise((resolve) => waiting.set(index, [...(waiting.get(index) ?? []), resolve]));
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(body: ChatBody, behaviour: Behaviour, response: ServerResponse, gone: AbortSignal): Promise<void> {
  const fault = behaviour.fault ?? '';
  const refused = refuseIfPresent(fault, body) ?? (await refusePictures(fault, body));
  const said = refused ? undefined : await respond(body, behaviour);
  const reply = planReply(body, said === undefined ? behaviour : { text: said, ...behaviour });
  if (refused) send(response, refused);
  else if (fault === 'empty-body') response.writeHead(200, { 'content-type': 'text/event-stream' }).end();
  else if (fault === 'html') send(response, { status: 200, body: '<html><title>Sign in</title></html>', headers: { 'content-type': 'text/html' } });
  else if (fault === 'json-error') send(response, { status: 200, body: { error: { message: 'The model crashed', code: 500 } } });
  else if (body.stream === true && fault !== 'json') await streamAnswer(response, reply, behaviour, gone);
  else {
    const { json, headers } = toCompletion(reply);
    send(response, { status: fault === 'created' ? 201 : 200, body: json, headers });
  }
}

/** What is said to a request for a verdict, or with pictures; `undefined`: what any other request is told. */
async function respond(body: ChatBody, { guard }: Behaviour): Promise<string | undefined> {
  if (isGuardRequest(body)) return writeVerdict(body, guard);
  const seen = await describePictures(body);
  return seen === undefined ? undefined : withQuestion(seen, body);
}

function sendCatalogue(request: RecordedRequest, url: URL, response: ServerResponse, { tellsModalities, tellsPrices, models }: ServerOptions): void {
  if (tellsModalities) url.searchParams.append('include', 'modalities');
  if (tellsPrices) url.searchParams.append('include', 'pricing');
  const { body, etag } = listCatalogue(url.searchParams, models);
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { 'content-type': 'application/json', etag }).end(body);
}

function send(response: ServerResponse, { status, body, headers }: Refused): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { ...(text ? { 'content-type': 'application/json' } : {}), ...headers }).end(text);
}

/** A server that quotes the key it refuses. */
function withKey(refused: Refused, request: RecordedRequest): Refused {
  const key = request.headers.authorization?.replace('Bearer ', '') ?? '';
  return { ...refused, body: JSON.parse(JSON.stringify(refused.body).replace('{key}', key)) as unknown };
}

function isRefusal(fault: string | undefined): fault is Refusal {
  return (REFUSALS as readonly (string | undefined)[]).includes(fault);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
