import { AppError } from '~/lib/shared/app-error';

/** The bytes in a `data:` address; the browser decodes them beside this thread. Throws `image-broken`. */
export async function readDataUrl(address: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (!/^data:/i.test(address)) throw new TypeError('no data');
    return new Uint8Array(await (await fetch(address)).arrayBuffer());
  } catch (thrown) {
    throw new AppError('image-broken', {}, thrown);
  }
}
