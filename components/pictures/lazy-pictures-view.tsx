import { lazyModule } from '../hooks/lazy-module';
import type { PicturesViewProps } from './pictures-view';

const usePicturesView = lazyModule(() => import('./pictures-view'));

/** The pictures view, whose code is loaded when it is opened for the first time. */
export function LazyPicturesView(props: PicturesViewProps) {
  const view = usePicturesView();
  return view ? <view.PicturesView {...props} /> : null;
}
