import type { ErrorCode } from '~/lib/shared/app-error';
import type { ErrorText } from './read-error-text';

/** What the caller knows beside the server's words. */
export interface ErrorContext {
  hasKey: boolean;
  /** The server runs on this machine. */
  isLocal: boolean;
}

const says = (pattern: RegExp) => (text: string) => pattern.test(text);

/** Wordings of AI/ML API, OpenAI, Anthropic, Google, xAI, Alibaba, Groq, vLLM, llama.cpp and LM Studio. */
const isTooLong = says(
  /context[_ ](?:length|window|size)|maximum context|exceed_context|context the overflows|(?:prompt|input|request) (?:is )?too (?:long|large)|maximum prompt length|input token count|too many (?:input )?tokens|reduce the length|range of input length|input (?:length|tokens?).{0,40}exceed/i,
);
const isAboutMoney = says(
  /credits?\b|billing|insufficient[_ ](?:quota|funds|balance)|current quota|free[- ](?:tier|limit)|payment required|spend(?:ing)? limit|top up/i,
);
const isAboutKey = says(/api[_ -]?key|unauthori[sz]ed|authenticat|invalid[_ ]token|\bscope\b|permission/i);
const isUnavailable = says(/under maintenance|deprecated|no longer (?:supported|available)|decommissioned|model.{0,80}(?:not allowed|no access|not available|unavailable)|does not have access to model/i);
const isUnknownModel = says(
  /model_not_found|(?:unknown|invalid|no such|unsupported) model|model[^.]{0,120}(?:not found|does not exist|not exist|not a valid|is not supported|not loaded|no endpoints)|no (?:model|endpoints) (?:found|loaded)|not a valid model|no models loaded|(?:^|["'`\s])model["'`]?\b[^.]{0,80}invalid enum|invalid enum value[^.]{0,200}["'`]model["'`]/i,
);
const isFiltered = says(/content[_ ](?:filter|policy)|safety system|responsibleai|data_inspection_failed|flagged/i);

/** The row of the status table (contract section 2.2) that an error belongs to. `status` is 0 inside a 200 stream. */
export function classifyError(status: number, error: ErrorText, context: ErrorContext): ErrorCode {
  const text = `${error.code ?? ''} ${error.message}`;
  if (status === 401) return context.hasKey ? 'bad-key' : 'no-key';
  if (status === 402) return 'no-credits';
  if (status === 403) return classifyForbidden(text, context);
  if (status === 429) return isAboutMoney(text) ? 'no-credits' : isTooLong(text) ? 'context-too-long' : 'rate-limited';
  if (status === 408) return 'timeout';
  if (status === 413) return 'context-too-long';
  // Local servers and routers wrap any of these into a 500, and streams carry no status at all.
  if (isTooLong(text)) return 'context-too-long';
  if (isUnavailable(text)) return 'model-unavailable';
  if (status < 500 && isUnknownModel(text)) return 'model-unknown';
  if (status < 500 && isFiltered(text)) return 'content-filtered';
  if (status === 404) return /\bmodel\b/i.test(text) ? 'model-unknown' : 'bad-base-url';
  if (status === 405) return 'bad-base-url';
  if (status >= 400 && status < 500) return isAboutMoney(text) ? 'no-credits' : 'request-refused';
  return 'server-error';
}

/**
 * 403 means many things: no credits (the documented one), a key without the right, a model that is not for this key,
 * a country. Ollama refuses the origin of an extension with an empty body (https://github.com/ollama/ollama/issues/2425).
 */
function classifyForbidden(text: string, context: ErrorContext): ErrorCode {
  if (isAboutMoney(text)) return 'no-credits';
  if (isUnavailable(text)) return 'model-unavailable';
  if (isFiltered(text)) return 'content-filtered';
  if (isAboutKey(text)) return context.hasKey ? 'bad-key' : 'no-key';
  const isSilent = /^\s*(?:forbidden)?\s*$/i.test(text) || /\borigin\b/i.test(text);
  return context.isLocal && isSilent ? 'origin-refused' : 'request-refused';
}

/** Whether the same request may succeed a moment later (contract sections 2.2 and 18, point 11). */
export function isRetryable(code: ErrorCode, status: number): boolean {
  if (code === 'server-unreachable') return true;
  return (code === 'rate-limited' || code === 'server-error') && [429, 500, 502, 503, 504].includes(status);
}
