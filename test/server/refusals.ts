import type { Refusal } from './behaviour.ts';

/** An HTTP answer that is no success. `body` is JSON unless it is text. */
export interface Refused {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** The flat envelope of contract section 2.1; `statusCode` is text in one official sample and a number in another. */
export function flat(status: number, message: unknown, statusCode: string | number = String(status)): Refused {
  const body = { message, path: '/v1/chat/completions', requestId: '11111111-2222-4333-8444-555555555555', statusCode, timestamp: '2026-08-20T10:00:00.000Z' };
  return { status, body };
}

const HTML = (title: string) => `<!doctype html><html><head><title>${title}</title><style>p{}</style></head><body><h1>${title}</h1><hr>nginx</body></html>`;

/** Every row of the status table (contract section 2.2), and what other servers and gateways send. */
export const REFUSED: Record<Refusal, Refused> = {
  'bad-key': flat(401, 'This endpoint requires a valid API key. Create one at https://aimlapi.com/app/keys', 401),
  'payment-required': flat(402, 'Payment required'),
  'no-credits': flat(403, 'You have run out of credits. Top up at https://aimlapi.com/app/billing/', 403),
  'forbidden-empty': { status: 403, body: '' },
  country: flat(403, 'Country, region, or territory not supported'),
  'key-scope': flat(403, 'API key lacks the scope model:chat'),
  origin: { status: 403, body: '' },
  validation: flat(400, 'Body validation error:\nmessages.0.content: Expected string, received null', 400),
  'unknown-model-enum': flat(400, "Body validation error:\nmodel: Invalid enum value. Expected 'gpt-4o' | 'gpt-4o-mini', received 'nope'"),
  'provider-text': flat(400, '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages: text content blocks must be non-empty"},"request_id":"req_x"}'),
  nested: { status: 400, body: { error: { message: 'Invalid value for temperature', type: 'invalid_request_error', code: null, param: null } } },
  'array-message': flat(400, ['first complaint', 'second complaint']),
  'not-found': flat(404, 'Cannot POST /v1/chat/completions'),
  'not-found-html': { status: 404, body: HTML('404 Not Found'), headers: { 'content-type': 'text/html' } },
  'unknown-model': { status: 404, body: { error: { message: "model 'nope' not found", type: 'api_error', code: 'model_not_found' } } },
  deprecated: flat(404, 'Model is deprecated'),
  'context-too-long': {
    status: 400,
    body: { error: { message: "This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 tokens.", code: 'context_length_exceeded' } },
  },
  'rate-limited': flat(429, 'Too Many Requests'),
  'retry-after': { ...flat(429, 'Too Many Requests'), headers: { 'retry-after': '1' } },
  'retry-after-long': { ...flat(429, 'Too Many Requests'), headers: { 'retry-after': '120' } },
  'free-tier': flat(429, 'Free-tier limit: you have reached the free limit for the hour. Get a Subscription to continue.'),
  quota: flat(429, 'You exceeded your current quota'),
  'server-error': flat(500, 'Internal server error'),
  'provider-failed': flat(500, 'Something wrong with the server'),
  maintenance: flat(500, 'The model is under maintenance, write to help@aimlapi.com'),
  'bad-gateway': flat(502, 'Bad Gateway'),
  'gateway-html': { status: 502, body: HTML('502 Bad Gateway'), headers: { 'content-type': 'text/html' } },
  unavailable: flat(503, 'Service unavailable: overloaded'),
  'gateway-timeout': flat(504, 'Generation timeout'),
  'empty-500': { status: 500, body: '' },
  redirect: { status: 307, body: '', headers: { location: 'http://127.0.0.1:9/elsewhere' } },
  'echo-key': { status: 401, body: { error: { message: 'Incorrect API key provided: {key}', code: 'invalid_api_key' } } },
};

/** Refusals that hold only for a request with something in it. `undefined`: this request is fine. */
export function refuseIfPresent(fault: string, body: ChatBody): Refused | undefined {
  if (fault === 'no-system' && body.messages.some(({ role }) => role === 'system')) {
    return flat(400, "messages[0].role does not support 'system' with this model");
  }
  if (fault === 'no-stream-options' && body.stream_options) {
    return flat(400, 'Body validation error:\nstream_options: Unrecognized key(s) in object');
  }
  if (fault === 'no-max-tokens' && body.max_tokens !== undefined) {
    const message = "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.";
    return { status: 400, body: { error: { message, type: 'invalid_request_error', param: 'max_tokens', code: 'unsupported_parameter' } } };
  }
  if (fault === 'no-temperature' && body.temperature !== undefined) {
    const message = "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.";
    return { status: 400, body: { error: { message, type: 'invalid_request_error', param: 'temperature', code: 'unsupported_value' } } };
  }
  if (fault === 'no-response-format' && body.response_format) {
    return flat(400, 'Body validation error:\nresponse_format: Unrecognized key(s) in object');
  }
  if (fault === 'no-json-schema' && body.response_format?.type === 'json_schema') {
    return { status: 400, body: { error: { message: 'This response_format type is unavailable now', type: 'invalid_request_error', param: null, code: 'invalid_request_error' } } };
  }
  return undefined;
}

/** The part of a chat request that the stand-in looks at. */
export interface ChatBody {
  model: string;
  messages: { role: string; content: unknown }[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  max_tokens?: number;
  max_completion_tokens?: number;
  temperature?: number;
  search_mode?: string;
  enable_search?: boolean;
  response_format?: { type: string; json_schema?: { name: string } };
}
