import { type ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SettingsView } from '~/lib/messaging/settings-view';

interface LazyVisionNoteProps {
  view: SettingsView | undefined;
  /** Pictures that the next message is about. */
  pictures: number | undefined;
}

/** The note on models that take no pictures, whose code is loaded with the first picture. */
export function LazyVisionNote({ view, pictures = 0 }: LazyVisionNoteProps) {
  const [Note, setNote] = useState<ComponentType<{ chatModel: string }>>();
  const wanted = pictures > 0 && view?.effectiveEngine === 'server';
  useEffect(() => {
    if (wanted) void import('./vision-note').then((module) => setNote(() => module.VisionNote));
  }, [wanted]);
  return wanted && Note ? <Note chatModel={view.settings.chatModel} /> : null;
}
