import type { AudioEvent } from '~/lib/shared/audio-host';
import { AudioHost } from './audio-host';
import { readSound, SoundClip } from './play-sound';
import { SpokenClip } from './speak';
import { describeVoices, waitForVoices } from './voices';

interface StoredSound {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
}

/** The host of a document. `read` gives the file that the audio cache holds under a name. */
export function createAudioHost(read: (key: string) => Promise<StoredSound | undefined>, emit: (event: AudioEvent) => void): AudioHost {
  const readStored = async (key: string): Promise<Blob | undefined> => {
    const stored = await read(key);
    return stored && new Blob([stored.bytes], { type: stored.mediaType });
  };
  return new AudioHost({
    emit,
    open: (clip, tuning, on) =>
      clip.kind === 'audio' ? new SoundClip(readSound(clip, readStored), tuning, on) : new SpokenClip(speechSynthesis, clip, tuning, on),
    listVoices: async () => describeVoices(await waitForVoices(speechSynthesis)),
  });
}
