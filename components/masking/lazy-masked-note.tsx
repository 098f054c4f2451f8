import { useEffect, useState } from 'preact/hooks';
import type { MaskedText } from '~/lib/shared/masked';
import type { MaskedNote, MaskedNoteProps } from './masked-note';

let loaded: typeof MaskedNote | undefined;

/** What was masked of a request, of which the code is loaded where something was. */
export function LazyMaskedNote({ masked, ...props }: Omit<MaskedNoteProps, 'masked'> & { masked: readonly MaskedText[] | undefined }) {
  const [View, setView] = useState(() => loaded);
  const wanted = masked !== undefined && masked.length > 0;
  useEffect(() => {
    if (!wanted || View) return;
    void import('./masked-note').then((module) => {
      loaded = module.MaskedNote;
      setView(() => module.MaskedNote);
    });
  }, [wanted, View]);
  return wanted && View ? <View masked={masked} {...props} /> : null;
}
