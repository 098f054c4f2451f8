import type { AudioEvent } from '~/lib/shared/audio-host';
import { AudioHost } from './audio-host';
import type { Outlet } from './mixer';
import { SoundClip } from './play-sound';
import { SpokenClip } from './speak';
import { describeVoices, waitForVoices } from './voices';

/** The host of a document. Not every browser keeps the pitch of what goes through an outlet: without one each sound has its own. */
export function createAudioHost(emit: (event: AudioEvent) => void, outlet?: Outlet): AudioHost {
  return new AudioHost({
    emit,
    open: (clip, tuning, on) => (clip.kind === 'audio' ? new SoundClip(clip.file, tuning, on, outlet) : new SpokenClip(speechSynthesis, clip, tuning, on)),
    prepare: () => outlet?.wake(),
    listVoices: async () => describeVoices(await waitForVoices(speechSynthesis)),
  });
}
