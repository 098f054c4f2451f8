import type { AudioClip, AudioCommand } from '~/lib/shared/audio-host';
import { vi } from 'vitest';
import type { CallInput } from '~/lib/messaging/protocol';
import type { PlayerEvent } from '~/lib/messaging/speech-calls';
import type { PlayerState } from '~/lib/shared/player';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FakePort } from '../../messaging/fake-ports';
import type { FakeAudio } from '../fake-audio';
import { makePage, World } from '../world';

/** An audio host that plays a clip at a word of the test, and keeps to the rules of the real one. */
export class Ear {
  readonly heard: string[] = [];
  readonly started: AudioClip[] = [];
  /** Clips that wait behind the sounding one, at most. */
  mostAhead = 0;
  rate = 1;
  readonly #audio: FakeAudio;
  #list: AudioClip[] = [];
  #sounding: AudioClip | undefined;
  #paused = false;

  constructor(audio: FakeAudio) {
    this.#audio = audio;
    audio.send = async (command) => {
      audio.commands.push(command);
      this.#take(command);
    };
  }

  get sounding(): AudioClip | undefined {
    return this.#sounding;
  }

  get isSilent(): boolean {
    return this.#paused || !this.#sounding;
  }

  /** Waits until something sounds, and gives its text. */
  async listen(): Promise<string> {
    return vi.waitFor(() => {
      if (this.isSilent || !this.#sounding) throw new Error('silence');
      return textOf(this.#sounding);
    });
  }

  /** The sounding clip is spoken to its end. */
  async finish(): Promise<void> {
    const clip = await vi.waitFor(() => {
      if (this.isSilent || !this.#sounding) throw new Error('silence');
      return this.#sounding;
    });
    this.heard.push(textOf(clip));
    this.#sounding = undefined;
    this.#audio.tell({ type: 'ended', id: clip.id });
    this.#begin();
    if (!this.#sounding) this.#audio.tell({ type: 'dry' });
    await settle();
  }

  /** Plays until the player's state is the one asked for. */
  async playUntil(isDone: () => boolean, most = 500): Promise<void> {
    for (let i = 0; i < most && !isDone(); i++) {
      // After the last sentence the end may take a while to be told.
      await vi.waitFor(() => {
        if (this.isSilent && !isDone()) throw new Error('silence');
      });
      await settle();
      if (!isDone()) await this.finish();
    }
  }

  /** The host gives a clip up. */
  refuse(error: { code: 'unexpected' | 'no-voices' | 'voice-unknown' }): void {
    const clip = this.#sounding;
    if (!clip) throw new Error('silence');
    this.#paused = true;
    this.#audio.tell({ type: 'failed', id: clip.id, error });
  }

  /** The host is ended by the browser and another takes its place. */
  die(): void {
    this.#list = [];
    this.#sounding = undefined;
    this.#paused = false;
  }

  #take(command: AudioCommand): void {
    if (command.type === 'set') this.rate = command.rate;
    if (command.type === 'pause') this.#paused = true;
    if (command.type === 'stop') {
      this.die();
    }
    if (command.type === 'resume') {
      this.#paused = false;
      if (!this.#sounding) this.#begin();
      if (!this.#sounding) queueMicrotask(() => this.#audio.tell({ type: 'dry' }));
    }
    if (command.type === 'replace') {
      this.die();
      this.#list = [...command.clips];
      this.#begin();
    }
    if (command.type === 'add') {
      this.#list.push(...command.clips);
      if (!this.#sounding && !this.#paused) this.#begin();
    }
    this.mostAhead = Math.max(this.mostAhead, this.#list.length);
  }

  #begin(): void {
    const clip = this.#list.shift();
    this.#sounding = clip;
    if (!clip) return;
    this.started.push(clip);
    queueMicrotask(() => {
      if (this.#sounding === clip) this.#audio.tell({ type: 'started', id: clip.id });
    });
  }
}

/** What a clip says; of a file, the name of its sentence. */
function textOf(clip: AudioClip): string {
  return clip.kind === 'system' ? clip.text : clip.id.slice(clip.id.indexOf('/') + 1);
}

/** Lets everything that is under way come to where it waits for the world. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Ends the background once it has nothing under way: what is not awaited here would go on in a test, not in a browser. */
export async function restart(world: World): Promise<void> {
  let before = '';
  for (let same = 0; same < 8; ) {
    await settle();
    const now = JSON.stringify([await fakeBrowser.storage.session.get(null), world.audio.commands.length]);
    same = now === before ? same + 1 : 0;
    before = now;
  }
  await world.restartBackground();
}

/** A window that watches the player. */
export class PlayerWindow {
  readonly states: PlayerState[] = [];

  constructor() {
    const { connect } = fakeBrowser.runtime as unknown as { connect(info: { name: string }): FakePort };
    const port = connect({ name: 'player' });
    port.onMessage.addListener((event) => this.states.push((event as PlayerEvent).state));
    port.postMessage({});
  }

  get state(): PlayerState {
    return this.states.at(-1) ?? { status: 'idle', queue: [] };
  }

  async reach(status: PlayerState['status']): Promise<PlayerState> {
    return vi.waitFor(() => {
      if (this.state.status !== status) throw new Error(`${this.state.status} ${JSON.stringify(this.state.error)}, not ${status}`);
      return this.state;
    }, 3_000);
  }
}

export const SENTENCES = ['The lighthouse was built in 1851.', 'Its lamp was the brightest on the coast.', 'Nobody believed in it at first.', 'Ships came from far away.', 'The keeper lived alone.', 'He had a cat.'];

/** A browser whose tab shows the story, someone who listens, and a window that watches the player. */
export async function openStory(about?: Parameters<typeof World.open>[0]): Promise<{ world: World; ear: Ear; view: PlayerWindow }> {
  const world = await World.open(about);
  world.page = makeStory();
  return { world, ear: new Ear(world.audio), view: new PlayerWindow() };
}

/** Two paragraphs of three sentences. */
export function makeStory() {
  return makePage({
    blocks: [
      { id: 'b1', kind: 'paragraph', text: SENTENCES.slice(0, 3).join(' ') },
      { id: 'b2', kind: 'paragraph', text: SENTENCES.slice(3).join(' ') },
    ],
  });
}

export const read = (world: World, about: Partial<CallInput<'readAloud'>> = {}) => world.call('readAloud', { tabId: 7, from: { kind: 'start' }, ...about });
