import type { AudioEvent } from '~/lib/shared/audio-host';
import { AudioHost } from './audio-host';
import type { Outlet } from './mixer';
import { readSound, SoundClip } from './play-sound';
import { SpokenClip } from './speak';
import { describeVoices, waitForVoices } from './voices';

interface StoredSound {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
}

/**
 * The host of a document. Not every browser keeps the pitch of what goes through an outlet: without one each sound has its own.
 * @param read gives the file that the audio cache holds under a name
 */
export function createAudioHost(read: (key: string) => Promise<StoredSound | undefined>, emit: (event: AudioEvent) => void, outlet?: Outlet): AudioHost {
  const readStored = async (key: string): Promise<Blob | undefined> => {
    const stored = await read(key);
    return stored && new Blob([stored.bytes], { type: stored.mediaType });
  };
  return new AudioHost({
    emit,
    open: (clip, tuning, on) =>
      clip.kind === 'audio' ? new SoundClip(readSound(clip, readStored), tuning, on, outlet) : new SpokenClip(speechSynthesis, clip, tuning, on),
    prepare() {
      outlet?.wake();
      // Nothing lies there; it opens the database.
      read('').catch(() => undefined);
    },
    listVoices: async () => describeVoices(await waitForVoices(speechSynthesis)),
  });
}
