import type { PagePixels } from '~/lib/shared/reader-jobs';
import { absolute } from '../images';
import { readShown } from './classify';
import { toDataUrl } from './data-url';
import { drawPicture } from './draw';
import { handOver } from './held-files';
import type { ReadFile } from './read-file';
import { writeSvg } from './svg-markup';

/** Bytes of a file that are still handed over. */
const MOST_BYTES = 50_000_000;

/** What the page can give of an element's picture. `gone` when it shows none. */
export async function readPixels(element: Element, maxSide: number, readFile: ReadFile): Promise<PagePixels> {
  const shown = readShown(element, maxSide);
  if (!shown) return { kind: 'gone' };
  const { kind, src, naturalWidth: width, naturalHeight: height } = shown;
  switch (kind) {
    case 'svg':
      return writeSvg(element as SVGSVGElement, readFile);
    case 'canvas':
      return (await draw(element as HTMLCanvasElement, { width, height }, maxSide, false)) ?? { kind: 'closed', src: '' };
    case 'video':
      return readVideo(element as HTMLVideoElement, { width, height }, src, maxSide, readFile);
    case 'background':
      return (await readAddress(src, readFile)) ?? { kind: 'closed', src };
    case 'image': {
      const image = element.localName === 'img' ? (element as HTMLImageElement) : undefined;
      const other = absolute(image?.currentSrc ?? '', element.baseURI);
      const file = (await readAddress(src, readFile)) ?? (other !== src ? await readAddress(other, readFile) : undefined);
      if (file) return file;
      // The file can no longer be had (a revoked `blob:`, no connection), but what is shown may be drawn.
      const drawn = image && isLoaded(image) ? await draw(image, { width: image.naturalWidth, height: image.naturalHeight }, maxSide, true) : undefined;
      return drawn ?? { kind: 'closed', src: src || other };
    }
  }
}

async function readVideo(video: HTMLVideoElement, natural: { width: number; height: number }, poster: string, maxSide: number, readFile: ReadFile): Promise<PagePixels> {
  // Before it has been played, the poster is what can be seen.
  const posed = poster !== '' && video.paused && video.currentTime === 0;
  const file = posed ? await readAddress(poster, readFile) : undefined;
  if (file) return file;
  if (posed) return { kind: 'closed', src: poster };
  const drawn = video.readyState >= 2 ? await draw(video, natural, maxSide, true) : undefined;
  return drawn ?? { kind: 'closed', src: '' };
}

async function readAddress(address: string, readFile: ReadFile): Promise<PagePixels | undefined> {
  if (address === '') return undefined;
  try {
    return await handOver(await readFile(address, MOST_BYTES));
  } catch (thrown) {
    return thrown instanceof RangeError ? { kind: 'too-large' } : undefined;
  }
}

function isLoaded(image: HTMLImageElement): boolean {
  return image.complete && image.naturalWidth > 0;
}

async function draw(source: HTMLImageElement | HTMLCanvasElement | HTMLVideoElement, natural: { width: number; height: number }, maxSide: number, photo: boolean): Promise<PagePixels | undefined> {
  const drawn = await drawPicture(source, natural, maxSide, photo);
  return drawn === 'closed' ? undefined : { kind: 'bytes', dataUrl: await toDataUrl(drawn.blob), width: drawn.width, height: drawn.height };
}
