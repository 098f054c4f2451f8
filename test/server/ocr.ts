import type { Refused } from './refusals.ts';
import { seePictures } from './pictures.ts';

/** A reply of `POST /v1/ocr` (contract section 10.1): what the picture shows, as its text. A page that is black has none. */
export async function recognize(body: unknown): Promise<Refused> {
  const { model = '', document } = (body ?? {}) as { model?: string; document?: { type?: string; image_url?: unknown } };
  const data = /^data:([^;,]*);base64,(.*)$/s.exec(typeof document?.image_url === 'string' ? document.image_url : '');
  if (document?.type !== 'image_url' || !data) return { status: 400, body: { message: 'Body validation error\nExpected string, received object', statusCode: 400 } };
  const seen = await seePictures([{ part: 'image_url', role: 'user', mediaType: data[1] ?? '', bytes: Buffer.from(data[2] ?? '', 'base64') }]);
  const markdown = seen[0]?.includes('black') ? '' : `# Recognised\n\n${seen.join('\n')}`;
  const pages = [{ index: 0, markdown, images: [], dimensions: { dpi: 200, height: 2000, width: 1500 } }];
  return { status: 201, body: { pages, model, usage_info: { pages_processed: 1, doc_size_bytes: 1234 }, meta: { usage: { credits_used: 26_000 } } } };
}
