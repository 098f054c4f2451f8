import { lazyModule } from './lazy-module';

/** What offers to read scanned pages, once it is loaded; it is loaded where it is wanted. */
export const useScanView = lazyModule(() => import('../scan/scan-offer'));
