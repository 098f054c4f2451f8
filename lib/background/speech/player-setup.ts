import type { AudioCache } from '~/lib/storage/audio-cache';
import type { PictureTabs } from '../pictures/picture-tabs';
import type { Platform } from '../platform';
import type { Threads } from '../threads';
import type { FindPlace } from './make-item';
import type { SystemVoices } from './system-voices';

/** What the player works with. */
export interface PlayerSetup {
  platform: Platform;
  threads: Threads;
  cache: AudioCache;
  voices: SystemVoices;
  pictures: PictureTabs;
  findPlace: FindPlace;
}
