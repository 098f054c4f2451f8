import { AppError } from '~/lib/shared/app-error';
import { hostOf, isLoopback } from '~/lib/shared/base-url';
import type { ChatMessage, FilePart, ImagePart } from '~/lib/shared/chat';
import type { ChatRequest } from './types';

/** How pictures stand in a message: OpenAI's part, or Anthropic's (contract section 4.3). */
export type PartShape = 'image_url' | 'source';

/** Base64 of the pictures' files, by image id. */
export type ImageBytes = ReadonlyMap<string, string>;

/** Servers that translate OpenAI's part for every model behind them, or have no other. */
const ONLY_IMAGE_URL = new Set(['openrouter.ai', 'api.openai.com']);

/** Parts that Anthropic's schema takes in one message at AI/ML API (contract section 4.3). */
const MAX_PARTS = 5;

/** The shape a conversation begins with: Anthropic's for its models, unless the server has OpenAI's alone. */
export function initialShape(host: string, model: string): PartShape {
  return /claude/i.test(model) && !hasOneShape(host) ? 'source' : 'image_url';
}

/** The server takes OpenAI's part and no other. */
export function hasOneShape(host: string): boolean {
  return ONLY_IMAGE_URL.has(host);
}

/**
 * Whether the server can be given the address of a picture in place of its bytes. Not as Anthropic's part (base64 only,
 * contract section 4.3), and not on this machine: Ollama, LM Studio and llama.cpp fetch nothing.
 */
export function mayUseAddress(baseUrl: string, model: string): boolean {
  return !isLoopback(baseUrl) && initialShape(hostOf(baseUrl), model) === 'image_url';
}

/** The other shape, if the refusal may be about the shape and the request can be written in it; else `undefined`. */
export function otherShape(words: string, now: PartShape, messages: ChatMessage[]): PartShape | undefined {
  const images = messages.flatMap((message) => message.images ?? []);
  if (images.length === 0 && !messages.some(({ files }) => files?.length)) return undefined;
  // Some servers hand Anthropic's part to models that take OpenAI's only, and say so in words of their own: the other is tried whatever they say.
  if (now === 'source') return 'image_url';
  if (images.some(({ imageId }) => imageId === undefined)) return undefined;
  return WANTS_SOURCE.test(words) ? 'source' : undefined;
}

/** "Input tag 'image_url' found … does not match any of the expected tags: 'document', 'image'", "image.source: required". */
const WANTS_SOURCE = /["'`]image["'`]|\bsource\b/i;

/** A message on the wire. Without pictures its content is plain text. */
export interface WireMessage {
  role: ChatMessage['role'];
  content: string | object[];
}

/** The messages as the server takes them. Throws `image-gone` (`not-kept`) and `file-failed` when the bytes of a picture or of a file are missing. */
export function toWire(messages: ChatMessage[], shape: PartShape, bytes: Pick<ChatRequest, 'images' | 'files'>): WireMessage[] {
  return messages.flatMap(({ role, content, images = [], files = [] }): WireMessage[] => {
    if (images.length + files.length === 0) return [{ role, content }];
    const parts = [...files.map((file) => toFilePart(file, shape, bytes.files)), { type: 'text', text: content }, ...images.map((image) => toPart(image, shape, bytes.images))];
    if (shape === 'image_url') return [{ role, content: parts }];
    const messagesNeeded = Math.ceil(parts.length / MAX_PARTS);
    return Array.from({ length: messagesNeeded }, (_, i) => ({ role, content: parts.slice(i * MAX_PARTS, (i + 1) * MAX_PARTS) }));
  });
}

function toPart({ imageId, url, mediaType = 'image/jpeg' }: ImagePart, shape: PartShape, bytes: ImageBytes | undefined): object {
  const data = imageId === undefined ? undefined : bytes?.get(imageId);
  if (shape === 'source' && data !== undefined) return { type: 'image', source: { type: 'base64', media_type: mediaType, data } };
  const address = data === undefined ? url : `data:${mediaType};base64,${data}`;
  if (shape === 'source' || address === undefined) throw new AppError('image-gone', { reason: 'not-kept' });
  return { type: 'image_url', image_url: { url: address } };
}

function toFilePart({ fileId, name }: FilePart, shape: PartShape, bytes: ChatRequest['files']): object {
  const data = bytes?.get(fileId);
  if (data === undefined) throw new AppError('file-failed', { reason: 'file-gone' });
  if (shape === 'source') return { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data } };
  return { type: 'file', file: { filename: name, file_data: `data:application/pdf;base64,${data}` } };
}
