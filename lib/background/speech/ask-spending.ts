import { AppError } from '~/lib/shared/app-error';
import { withLimit } from '../time-limit';
import type { PicturesAhead } from './pictures-ahead';
import { MustAsk } from './spending';

/** Milliseconds in which the pictures' estimate must be there to be part of the question. */
const PATIENCE = 3_000;

/** What the reader is asked counts the pictures, too, if what they come to is known in time. */
export async function countPictures({ ask }: MustAsk, pictures: PicturesAhead | undefined): Promise<MustAsk> {
  const late = new AppError('timeout');
  const estimate = await withLimit(pictures?.estimate() ?? Promise.resolve(undefined), PATIENCE, late, AbortSignal.timeout(PATIENCE)).catch(() => undefined);
  const { pictures: count, usd } = estimate ?? { pictures: 0 };
  return new MustAsk(count > 0 ? { ...ask, pictures: { count, ...(usd === undefined ? {} : { usd }) } } : ask);
}
