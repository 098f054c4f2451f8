import type { RunRequest } from '~/lib/shared/run';
import type { LiveRun } from './live-run';
import { findImages } from './pictures/run-images';
import type { EarlierPictures } from './run-context';

/** What a run about the same pictures has of them. One that was too large is made anew: the size may have been changed. */
export async function findEarlier(old: LiveRun, { source }: RunRequest): Promise<EarlierPictures | undefined> {
  const { pictures, request, error } = old.run;
  const isSame = JSON.stringify(request.source) === JSON.stringify(source);
  if (!pictures?.length || !isSame || error?.code === 'image-too-large') return undefined;
  const images = await findImages(old);
  return images && { shown: pictures, images };
}
