import { z } from '~/lib/shared/zod';
import { MAX_ERROR_HTML } from './limits';

/** An error as a server worded it. `status` and `code` are what the body says, which may differ from HTTP. */
export interface ErrorText {
  message: string;
  status?: number;
  /** Machine-readable words beside the message: `code` and `type` of OpenAI's envelope. */
  code?: string;
}

/** The flat envelope of contract section 2.1, OpenAI's nested one, and what local servers send; all fields may lie. */
const ErrorBody = z.looseObject({
  error: z.optional(z.unknown()),
  message: z.optional(z.unknown()),
  detail: z.optional(z.unknown()),
  statusCode: z.optional(z.unknown()),
  code: z.optional(z.unknown()),
  type: z.optional(z.unknown()),
});
type ErrorBody = z.infer<typeof ErrorBody>;

/** How deep an error is looked for inside an error. */
const MAX_DEPTH = 4;

/** The error in a parsed body or stream frame; `undefined` when it holds none. */
export function findError(body: unknown, depth = 0): ErrorText | undefined {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  const parsed = ErrorBody.safeParse(first);
  if (!parsed.success || depth > MAX_DEPTH) return undefined;
  const flat = parsed.data;
  // Kokoro-FastAPI: `detail: { error, message, type }`
  const nested = ErrorBody.safeParse([flat.error, flat.detail].find((part) => typeof part === 'object' && part !== null && !Array.isArray(part)));
  const inner: ErrorBody = nested.success ? nested.data : {};
  const message = [inner.message, flat.message, flat.error, flat.detail, inner.detail, inner.type].map(toText).find(Boolean);
  if (message === undefined) return undefined;
  const status = toStatus(inner.code) ?? toStatus(inner['status']) ?? toStatus(flat.statusCode) ?? toStatus(flat['status']);
  const code = [inner.code, inner.type, flat.code].filter((word) => typeof word === 'string').join(' ');
  return unwrap({ message, ...(status ? { status } : {}), ...(code ? { code } : {}) }, depth);
}

/** The error in the text of a response body: JSON, HTML of a gateway, plain words, or nothing (`fallback`). */
export function readErrorText(body: string, fallback: string): ErrorText {
  const text = body.trim();
  const found = findError(parseJson(text));
  if (found) return found;
  if (/^</.test(text)) return { message: readHtml(text.slice(0, MAX_ERROR_HTML)) || fallback };
  return { message: text.slice(0, 1_000) || fallback };
}

/**
 * A provider's error handed through as text: `400 {"type":"error","error":{"message":"…"}}` (contract section 2.1).
 * The innermost message is what helps the reader.
 */
function unwrap(outer: ErrorText, depth: number): ErrorText {
  const match = /^(?:(\d{3})\s+)?(\{[\s\S]*\})$/.exec(outer.message.trim());
  const inner = match?.[2] ? findError(parseJson(match[2]), depth + 1) : undefined;
  if (!inner) return outer;
  const status = inner.status ?? toStatus(match?.[1]) ?? outer.status;
  const code = inner.code ?? outer.code;
  return { message: inner.message, ...(status ? { status } : {}), ...(code ? { code } : {}) };
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (!Array.isArray(value)) return '';
  // FastAPI: `detail: [{ msg, loc }]`; Nest: `message: ["…", "…"]`.
  return value.map((item: unknown) => (typeof item === 'string' ? item : readMsg(item))).filter(Boolean).join('; ');
}

function readMsg(item: unknown): string {
  const parsed = z.looseObject({ msg: z.optional(z.string()), message: z.optional(z.string()) }).safeParse(item);
  return parsed.success ? (parsed.data.msg ?? parsed.data.message ?? '') : '';
}

/** A status as number or as text; anything that is no HTTP error status counts for nothing. */
function toStatus(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : 0;
  return number >= 400 && number < 600 ? number : undefined;
}

function readHtml(html: string): string {
  const title = /<title[^>]*>([^<]*)</i.exec(html)?.[1]?.trim();
  return title || html.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
}

/** The value of a JSON text, `undefined` for anything else. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
