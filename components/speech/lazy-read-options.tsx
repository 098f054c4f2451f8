import { lazyModule } from '../hooks/lazy-module';
import type { ReadOptionsProps } from './read-options';

const useReadOptions = lazyModule(() => import('./read-options'));

/** The other ways to read aloud, whose code is loaded when they are opened for the first time. */
export function LazyReadOptions(props: ReadOptionsProps) {
  const view = useReadOptions();
  return view ? <view.ReadOptions {...props} /> : null;
}
