import { decodePicture, partsOf, receivePictures, type ReceivedPicture } from './pictures.ts';
import { flat, type ChatBody, type Refused } from './refusals.ts';

/** Parts that Anthropic's schema takes in one message (contract section 4.3). */
const MAX_PARTS = 5;

/** Media types that are taken (contract section 4.3). */
const TAKEN = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

/** OpenAI's nested envelope. */
function nested(status: number, message: string, code: string | null = null): Refused {
  return { status, body: { error: { message, type: 'invalid_request_error', param: 'messages.[1].content.[1].type', code } } };
}

/** A provider's refusal handed through as text (contract section 2.1). */
function anthropic(message: string): Refused {
  return flat(400, `400 ${JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message } })}`);
}

const REFUSED: Record<string, (pictures: ReceivedPicture[]) => Refused | undefined> = {
  'no-vision': () => nested(400, 'Invalid content type. image_url is only supported by certain models.'),
  'no-image-url': (pictures) =>
    pictures.some(({ part }) => part === 'image_url')
      ? anthropic("messages.0.content.1: Input tag 'image_url' found using 'type' does not match any of the expected tags: 'document', 'image', 'text', 'tool_result'")
      : undefined,
  'no-claude-part': (pictures) =>
    pictures.some(({ part }) => part === 'image')
      ? nested(400, "Invalid value: 'image'. Supported values are: 'text' and 'image_url'.", 'invalid_value')
      : undefined,
  'text-only': () => flat(400, 'Body validation error:\nmessages.1.content: Expected string, received array', 400),
  'image-too-large': () => anthropic('messages.0.content.1.image.source.base64: image exceeds 5 MB maximum: 8259148 bytes > 5242880 bytes'),
  'payload-too-large': () => ({ status: 413, body: '<html><title>413 Request Entity Too Large</title></html>' }),
};

/**
 * What is wrong with a request's pictures: what the fault asked for refuses, else what servers refuse without being asked
 * (bytes that are no picture or not of the media type they are sent as, too many parts in Anthropic's form). `undefined`: nothing.
 */
export async function refusePictures(fault: string, body: ChatBody): Promise<Refused | undefined> {
  const pictures = receivePictures(body);
  // A PDF makes a list of parts, too.
  if (pictures.length === 0) return fault === 'text-only' && body.messages.some(({ content }) => Array.isArray(content)) ? REFUSED[fault]?.(pictures) : undefined;
  const asked = REFUSED[fault]?.(pictures);
  if (asked) return asked;
  const crowded = body.messages.find(({ content }) => partsOf(content).length > MAX_PARTS && partsOf(content).some(({ type }) => type === 'image'));
  if (crowded) return flat(400, 'Body validation error:\nmessages.0.content: Array must contain at most 5 element(s)', 400);
  const findings = await Promise.all(pictures.map(findFault));
  const found = findings.find((finding) => finding !== undefined);
  return found === undefined ? undefined : nested(400, found);
}

async function findFault(picture: ReceivedPicture): Promise<string | undefined> {
  const { url, mediaType, part } = picture;
  if (url !== undefined) {
    return part === 'image_url' && url.startsWith('https://') ? undefined : `Failed to download image from ${url}.`;
  }
  if (!TAKEN.includes(mediaType)) return `Unsupported media type ${mediaType}.`;
  const decoded = await decodePicture(picture).catch(() => undefined);
  if (!decoded) return 'Could not process image.';
  return `image/${decoded.format}` === mediaType ? undefined : `The image was specified using ${mediaType}, but it is ${decoded.format}.`;
}
