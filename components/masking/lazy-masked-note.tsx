import type { MaskedText } from '~/lib/shared/masked';
import { lazyModule } from '../hooks/lazy-module';
import type { MaskedNoteProps } from './masked-note';

const useMaskedNote = lazyModule(() => import('./masked-note'));

/** What was masked of a request, of which the code is loaded where something was. */
export function LazyMaskedNote({ masked = [], ...props }: Omit<MaskedNoteProps, 'masked'> & { masked: readonly MaskedText[] | undefined }) {
  const view = useMaskedNote(masked.length > 0);
  return view ? <view.MaskedNote masked={masked} {...props} /> : null;
}
