import type { AudioClip, AudioEvent, MediaInfo } from '~/lib/shared/audio-host';

type Action = Extract<AudioEvent, { type: 'action' }>['action'];

const ACTIONS: Readonly<Record<string, Action>> = { play: 'play', pause: 'pause', stop: 'stop', nexttrack: 'next', previoustrack: 'previous' };

/** The system's media panel and media keys (Media Session). */
export class MediaPanel {
  /** Browsers show a session for media elements only, and system voices have none: silence stands in for them. */
  #silence: HTMLAudioElement | undefined;

  constructor(onAction: (action: Action) => void) {
    for (const [name, action] of Object.entries(ACTIONS)) {
      navigator.mediaSession.setActionHandler(name as MediaSessionAction, () => onAction(action));
    }
  }

  describe({ title, artist }: MediaInfo): void {
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist });
  }

  show(state: 'playing' | 'paused', kind?: AudioClip['kind']): void {
    navigator.mediaSession.playbackState = state;
    if (kind === 'system') {
      this.#silence ??= makeSilence();
      this.#silence.play().catch((thrown: unknown) => console.warn('Media keys may not work.', thrown));
    } else {
      this.#silence?.pause();
    }
  }

  close(): void {
    navigator.mediaSession.playbackState = 'none';
    navigator.mediaSession.metadata = null;
    this.#silence?.pause();
    this.#silence = undefined;
  }
}

const RATE = 8_000;
/** Chromium gives no media session to sounds of 5 s or less. */
const SECONDS = 10;

function makeSilence(): HTMLAudioElement {
  const size = RATE * SECONDS;
  // 8 bits, one channel; 128 is silence.
  const bytes = new Uint8Array(44 + size).fill(128);
  const view = new DataView(bytes.buffer);
  const tag = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  tag(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  tag(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  tag(36, 'data');
  view.setUint32(40, size, true);
  const element = new Audio(URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' })));
  element.loop = true;
  return element;
}
