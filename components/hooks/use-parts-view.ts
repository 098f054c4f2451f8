import { lazyModule } from './lazy-module';

/** What draws a text that is read in parts, once it is loaded; it is loaded where it is wanted. */
export const usePartsView = lazyModule(() => import('../parts/view'));
