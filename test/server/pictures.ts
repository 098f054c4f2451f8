import type { ChatBody } from './refusals.ts';

/** A picture in a request, whichever way it was written. */
export interface ReceivedPicture {
  /** Type of its part: OpenAI's or Anthropic's (contract section 4.3). */
  part: 'image_url' | 'image';
  /** Role of its message. */
  role: string;
  /** As the request declares it; empty for a picture that is named by its address. */
  mediaType: string;
  /** The address, for a picture that came without bytes. */
  url?: string;
  bytes: Buffer;
}

/** What is in a picture's file. */
export interface DecodedPicture extends ReceivedPicture {
  /** By its bytes, e.g. `jpeg`. */
  format: string;
  /** As stored; no turning by metadata. */
  width: number;
  height: number;
  /** It says more than its pixels: EXIF, XMP, IPTC. */
  hasMetadata: boolean;
  hasAlpha: boolean;
  /** Red, green, blue, alpha (0 to 255) at a place, given as shares of width and height. */
  colourAt(x: number, y: number): [number, number, number, number];
}

interface Part {
  type?: string;
  image_url?: { url?: string };
  source?: { type?: string; media_type?: string; data?: string; url?: string };
}

export function partsOf(content: unknown): Part[] {
  return Array.isArray(content) ? (content as Part[]) : [];
}

/** The pictures of a request in order. */
export function receivePictures(body: ChatBody): ReceivedPicture[] {
  return body.messages.flatMap(({ role, content }) => partsOf(content).flatMap((part) => receive(part, role) ?? []));
}

function receive({ type, image_url: address, source }: Part, role: string): ReceivedPicture | undefined {
  if (type === 'image') {
    const { media_type: mediaType = '', data = '', url } = source ?? {};
    return { part: 'image', role, mediaType, bytes: Buffer.from(data, 'base64'), ...(url ? { url } : {}) };
  }
  if (type !== 'image_url') return undefined;
  const url = address?.url ?? '';
  const data = /^data:([^;,]*);base64,(.*)$/s.exec(url);
  if (!data) return { part: type, role, mediaType: '', url, bytes: Buffer.alloc(0) };
  return { part: type, role, mediaType: data[1] ?? '', bytes: Buffer.from(data[2] ?? '', 'base64') };
}

/** Decodes a picture with sharp. Throws for bytes that are no picture. */
export async function decodePicture(picture: ReceivedPicture): Promise<DecodedPicture> {
  const { default: sharp } = await import('sharp');
  const { format, width, height, exif, xmp, iptc, hasAlpha } = await sharp(picture.bytes).metadata();
  const pixels = await sharp(picture.bytes).ensureAlpha().toColourspace('srgb').raw().toBuffer();
  return {
    ...picture,
    format,
    width,
    height,
    hasMetadata: Boolean(exif ?? xmp ?? iptc),
    hasAlpha,
    colourAt(x, y) {
      const column = Math.min(width - 1, Math.floor(x * width));
      const row = Math.min(height - 1, Math.floor(y * height));
      const at = (row * width + column) * 4;
      return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0, pixels[at + 3] ?? 0];
    },
  };
}

/** The pictures of a recorded chat request, decoded. */
export function decodeSent(request: { body: unknown } | undefined): Promise<DecodedPicture[]> {
  return Promise.all(receivePictures(request?.body as ChatBody).map(decodePicture));
}

const COLOURS: Record<string, [number, number, number]> = {
  black: [0, 0, 0], white: [255, 255, 255], grey: [128, 128, 128], red: [220, 20, 20], green: [20, 160, 40], blue: [20, 40, 220],
  yellow: [240, 220, 30], orange: [250, 140, 10], purple: [140, 30, 160], cyan: [20, 200, 220],
};

/** The nearest of ten plain colours, or `transparent`. */
export function nameColour([red, green, blue, alpha]: readonly [number, number, number, number]): string {
  if (alpha < 128) return 'transparent';
  const distance = (colour: readonly [number, number, number]) => (colour[0] - red) ** 2 + (colour[1] - green) ** 2 + (colour[2] - blue) ** 2;
  return Object.entries(COLOURS).reduce((nearest, each) => (distance(each[1]) < distance(nearest[1]) ? each : nearest))[0];
}

/**
 * What a model that sees would say, so that a test can tell pictures apart: `A red JPEG of 640 x 480 pixels.` for
 * each, by the colour in its middle; `undefined` when the request has no pictures. Throws for bytes that are no picture.
 */
export async function describePictures(body: ChatBody): Promise<string | undefined> {
  const pictures = receivePictures(body);
  return pictures.length === 0 ? undefined : (await seePictures(pictures)).join('\n\n');
}

/** The sentence for each picture. Throws for bytes that are no picture. */
export function seePictures(pictures: readonly ReceivedPicture[]): Promise<string[]> {
  return Promise.all(pictures.map(async (picture) => {
    if (picture.url) return `A picture at ${picture.url}.`;
    const { colourAt, format, width, height } = await decodePicture(picture);
    return `A ${nameColour(colourAt(0.5, 0.5))} ${format.toUpperCase()} of ${width} x ${height} pixels.`;
  }));
}
