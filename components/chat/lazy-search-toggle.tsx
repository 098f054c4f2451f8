import { lazyModule } from '../hooks/lazy-module';
import type { SearchToggleProps } from './search-toggle';

const useSearchToggle = lazyModule(() => import('./search-toggle'));

/** The toggle of the web search, whose code is loaded where the reader has chosen a model: none that answers unchosen searches. */
export function LazySearchToggle(props: SearchToggleProps) {
  const module = useSearchToggle(!!props.view?.settings.chatModel);
  return module ? <module.SearchToggle {...props} /> : null;
}
