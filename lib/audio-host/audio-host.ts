import type { AudioClip, AudioCommand, AudioEvent, SystemVoice } from '~/lib/shared/audio-host';
import { MediaPanel } from './media-panel';
import { Pause } from './pause';
import type { Sounding, SoundingEvents, Tuning } from './sounding';

/** What the host is made of; tests have their own. */
export interface HostParts {
  emit(event: AudioEvent): void;
  /** Begins to make a clip ready. */
  open(clip: AudioClip, tuning: Tuning, on: SoundingEvents): Sounding;
  listVoices(): Promise<SystemVoice[]>;
  /** Clips will come soon. */
  prepare?(): void;
}

interface Entry {
  clip: AudioClip;
  sound?: Sounding;
  isHeard?: boolean;
}

/** Clips that are made ready behind the one that sounds. */
const READY = 2;

/** Plays a list of clips one after the other, and tells what it does. Commands that were obeyed already change nothing. */
export class AudioHost {
  readonly #parts: HostParts;
  readonly #media: MediaPanel;
  #entries: Entry[] = [];
  /** Ids of all clips since the last `replace`. */
  #known = new Set<string>();
  #tuning: Tuning = { rate: 1, volume: 1 };
  #state: 'dry' | 'playing' | 'paused' = 'dry';
  /** The silence before the first entry. */
  #pause: Pause | undefined;
  #preview: Sounding | undefined;

  constructor(parts: HostParts) {
    this.#parts = parts;
    this.#media = new MediaPanel((action) => parts.emit({ type: 'action', action }));
  }

  /** Something sounds or is paused, or a list that ran dry may still get more. */
  get isBusy(): boolean {
    return this.#state !== 'dry' || this.#preview !== undefined || this.#known.size > 0;
  }

  perform(command: AudioCommand): void {
    switch (command.type) {
      case 'add':
        this.#add(command.clips);
        break;
      case 'replace':
        this.#clear();
        this.#add(command.clips);
        break;
      case 'pause':
        this.#hold();
        break;
      case 'resume':
        this.#resume();
        break;
      case 'set':
        this.#tune(command);
        this.#parts.prepare?.();
        break;
      case 'info':
        this.#media.describe(command.info);
        break;
      case 'stop':
        this.#clear();
        this.#endPreview();
        this.#media.close();
        break;
      case 'voices':
        void this.#parts.listVoices().then((voices) => this.#parts.emit({ type: 'voices', voices }));
        break;
      case 'preview':
        this.#playPreview(command.clip);
        break;
    }
  }

  #add(clips: readonly AudioClip[]): void {
    for (const clip of clips) {
      if (this.#known.has(clip.id)) continue;
      this.#known.add(clip.id);
      this.#entries.push({ clip });
    }
    if (this.#state === 'dry' && this.#entries.length > 0) this.#begin();
    else this.#makeReady();
  }

  #clear(): void {
    for (const { sound } of this.#entries) sound?.stop();
    this.#entries = [];
    this.#known.clear();
    this.#pause?.cancel();
    this.#pause = undefined;
    this.#state = 'dry';
  }

  /** The first entry begins to sound. */
  #begin(): void {
    this.#endPreview();
    const [entry] = this.#entries;
    if (!entry) {
      this.#state = 'dry';
      this.#media.show('paused');
      this.#parts.emit({ type: 'dry' });
      return;
    }
    this.#state = 'playing';
    this.#media.show('playing', entry.clip.kind);
    this.#open(entry).start();
    this.#makeReady();
  }

  #makeReady(): void {
    // What begins has the machine to itself; the others' turn comes when it is heard.
    const [first] = this.#entries;
    if (this.#state === 'playing' && first?.sound && first.clip.kind === 'audio' && !first.isHeard) return;
    // A system voice needs no making ready, and has one queue for all.
    for (const entry of this.#entries.slice(0, READY + 1)) if (entry.clip.kind === 'audio') this.#open(entry);
  }

  #open(entry: Entry): Sounding {
    const { id } = entry.clip;
    entry.sound ??= this.#parts.open(entry.clip, this.#tuning, {
      started: () => {
        entry.isHeard = true;
        this.#parts.emit({ type: 'started', id });
        this.#makeReady();
      },
      word: (at, length) => this.#parts.emit({ type: 'word', id, at, ...(length === undefined ? {} : { length }) }),
      ended: () => this.#goOn(entry),
      failed: (error) => {
        // One that is only made ready fails when its turn has come.
        this.#drop(entry);
        this.#state = 'paused';
        this.#media.show('paused');
        this.#parts.emit({ type: 'failed', id, error: error.data });
      },
      interrupted: () => this.#holdUnasked(),
    });
    return entry.sound;
  }

  #goOn(entry: Entry): void {
    this.#drop(entry);
    this.#parts.emit({ type: 'ended', id: entry.clip.id });
    if (entry.clip.pause <= 0 || this.#entries.length === 0) {
      this.#begin();
      return;
    }
    this.#makeReady();
    this.#pause = new Pause(entry.clip.pause, this.#tuning.rate, () => {
      this.#pause = undefined;
      this.#begin();
    });
  }

  #drop(entry: Entry): void {
    entry.sound?.stop();
    this.#entries = this.#entries.filter((other) => other !== entry);
  }

  #hold(): void {
    if (this.#state !== 'playing') return;
    this.#state = 'paused';
    if (this.#pause) this.#pause.hold();
    else this.#entries[0]?.sound?.pause();
    this.#media.show('paused');
  }

  #holdUnasked(): void {
    if (this.#state !== 'playing') return;
    this.#hold();
    this.#parts.emit({ type: 'action', action: 'pause' });
  }

  #resume(): void {
    if (this.#state === 'playing') return;
    if (this.#state === 'dry' || this.#entries.length === 0) {
      this.#begin();
      return;
    }
    this.#endPreview();
    this.#state = 'playing';
    const [entry] = this.#entries;
    this.#media.show('playing', entry?.clip.kind);
    if (this.#pause) this.#pause.release();
    else if (entry?.sound) entry.sound.resume();
    else this.#begin();
  }

  #tune({ rate, volume }: Tuning): void {
    this.#tuning = { rate, volume };
    this.#pause?.tune(rate);
    for (const { sound } of this.#entries) sound?.tune(this.#tuning);
    this.#preview?.tune(this.#tuning);
  }

  #playPreview(clip: AudioClip): void {
    this.#endPreview();
    this.#holdUnasked();
    const { id } = clip;
    const end = (event: AudioEvent): void => {
      this.#endPreview();
      this.#parts.emit(event);
    };
    this.#preview = this.#parts.open(clip, this.#tuning, {
      started: () => this.#parts.emit({ type: 'started', id }),
      word: () => undefined,
      ended: () => end({ type: 'ended', id }),
      failed: (error) => end({ type: 'failed', id, error: error.data }),
      interrupted: () => end({ type: 'ended', id }),
    });
    this.#preview.start();
  }

  #endPreview(): void {
    this.#preview?.stop();
    this.#preview = undefined;
  }
}
