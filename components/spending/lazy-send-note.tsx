import { useEffect, useState } from 'preact/hooks';
import type { SendNote, SendNoteProps } from './send-note';

let loaded: typeof SendNote | undefined;

/** What a message comes to, of which the code is loaded when the reader begins to write one, or has set a limit. */
export function LazySendNote(props: SendNoteProps) {
  const [View, setView] = useState(() => loaded);
  const limits = props.view?.settings.spending;
  const wanted = props.draft !== '' || Boolean(limits && limits.usd + limits.tokens > 0);
  useEffect(() => {
    if (!wanted || View) return;
    void import('./send-note').then((module) => {
      loaded = module.SendNote;
      setView(() => module.SendNote);
    });
  }, [wanted, View]);
  return View ? <View {...props} /> : null;
}
