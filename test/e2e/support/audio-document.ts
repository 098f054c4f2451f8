import type { Page } from 'puppeteer';
import type { AudioClip, AudioCommand, AudioEvent } from '~/lib/shared/audio-host';
import { type Docent, openOwnPage } from './docent.ts';

/** What the document told, and when (milliseconds since 1970). */
export type TimedEvent = AudioEvent & { time: number };

/** What an audio element in the document did, and when. */
export interface ElementEvent {
  name: string;
  time: number;
  /** Number of the sound, in the order they were first played: an element plays one after the other. */
  sound: number;
  position: number;
  duration: number;
  rate: number;
  keepsPitch: boolean;
}

/** What a system voice in the document was given to say. */
export interface Utterance {
  text: string;
  rate: number;
}

/** A clip of a test names a file that `AudioDocument.keep` has. */
export type KeptClip = { id: string; kind: 'audio'; name: string; pause: number };
export type SystemClip = Extract<AudioClip, { kind: 'system' }>;
type Given = Exclude<AudioCommand, { clips: AudioClip[] }> | { type: 'add' | 'replace'; clips: (KeptClip | SystemClip)[] };

interface Heard {
  /** Contents in base64, by name. */
  files: Map<string, string>;
  channel: BroadcastChannel;
  heard: TimedEvent[];
  elements: ElementEvent[];
  /** What was played: the elements, and the files they had. */
  played: { element: HTMLMediaElement; source: string }[];
  spoken: Utterance[];
}

/** A page of Docent that commands the offscreen document as the background does, hears what it tells, and watches its elements. */
export class AudioDocument {
  readonly #own: Page;
  readonly #document: Page;

  private constructor(own: Page, document: Page) {
    this.#own = own;
    this.#document = document;
  }

  /** `begin` makes the document be there; what it tells is heard from the beginning. */
  static async open(docent: Docent, begin?: () => Promise<void>): Promise<AudioDocument> {
    const own = await openOwnPage(docent, 'options.html');
    await own.evaluate(() => {
      const page = globalThis as unknown as Heard;
      page.files = new Map();
      page.channel = new BroadcastChannel('docent-audio');
      page.heard = [];
      chrome.runtime.onMessage.addListener((message: { audioEvent?: AudioEvent }) => {
        if (message.audioEvent) page.heard.push({ ...message.audioEvent, time: Date.now() });
      });
    });
    await begin?.();
    const target = await docent.browser.waitForTarget((found) => found.url().endsWith('/offscreen.html'), { timeout: 120_000 });
    const document = await target.asPage();
    await document.evaluate(() => {
      const page = globalThis as unknown as Heard;
      page.elements = [];
      page.played = [];
      page.spoken = [];
      const speak = speechSynthesis.speak.bind(speechSynthesis);
      speechSynthesis.speak = (utterance) => {
        page.spoken.push({ text: utterance.text, rate: utterance.rate });
        speak(utterance);
      };
      const note = ({ type: name, target }: Event) => {
        const element = target as HTMLMediaElement;
        const sound = page.played.findIndex((one) => one.element === element && one.source === element.src);
        // One that was paused before it could be told that it plays has not been heard.
        if (sound < 0 || (name === 'playing' && element.paused)) return;
        page.elements.push({ name, time: performance.timeOrigin + performance.now(), sound, position: element.currentTime, duration: element.duration, rate: element.playbackRate, keepsPitch: element.preservesPitch });
      };
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = function () {
        if (!this.loop && !page.played.some(({ element, source }) => element === this && source === this.src)) {
          page.played.push({ element: this, source: this.src });
          // The same listener is not added twice.
          for (const name of ['playing', 'pause', 'ended', 'ratechange', 'seeking']) this.addEventListener(name, note, { capture: true });
        }
        return play.call(this);
      };
    });
    return new AudioDocument(own, document);
  }

  async send(command: Given): Promise<void> {
    await this.#own.evaluate(async (given) => {
      const { channel, files } = globalThis as unknown as Heard;
      const toFile = (name: string) => new Blob([Uint8Array.from(atob(files.get(name) ?? ''), (letter) => letter.charCodeAt(0))], { type: 'audio/wav' });
      const clips = 'clips' in given ? { clips: given.clips.map((clip) => (clip.kind === 'audio' ? { ...clip, file: toFile(clip.name) } : clip)) } : {};
      const id = crypto.randomUUID();
      const taken = new Promise<void>((resolve) => channel.addEventListener('message', ({ data }: MessageEvent<{ taken?: string }>) => data.taken === id && resolve()));
      channel.postMessage({ id, command: { ...given, ...clips } });
      await taken;
    }, command);
  }

  /** A call of the protocol, as windows make it. */
  async call<T>(name: string, input: unknown): Promise<T> {
    const reply = await this.#own.evaluate((call) => chrome.runtime.sendMessage(call) as Promise<unknown>, { name, input }) as { ok: true; value: T } | { ok: false; error: unknown };
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  }

  heard(): Promise<TimedEvent[]> {
    return this.#own.evaluate(() => (globalThis as unknown as Heard).heard);
  }

  elements(): Promise<ElementEvent[]> {
    return this.#document.evaluate(() => (globalThis as unknown as Heard).elements);
  }

  utterances(): Promise<Utterance[]> {
    return this.#document.evaluate(() => (globalThis as unknown as Heard).spoken);
  }

  /** Runs in the document itself, to take from it what systems take. */
  async change(how: (given: string) => void, given = ''): Promise<void> {
    await this.#document.evaluate(how, given);
  }

  /** How many elements sound. A document that has closed is silent. */
  async countSounding(): Promise<number> {
    if (this.#document.isClosed()) return 0;
    return this.#document.evaluate(() => new Set((globalThis as unknown as Heard).played.map(({ element }) => element).filter(({ paused }) => !paused)).size);
  }

  /** How many elements have played. */
  countElements(): Promise<number> {
    return this.#document.evaluate(() => new Set((globalThis as unknown as Heard).played.map(({ element }) => element)).size);
  }

  /** Forgets what was heard so far. */
  async forget(): Promise<void> {
    await this.send({ type: 'stop' });
    await this.#own.evaluate(() => void ((globalThis as unknown as Heard).heard = []));
    await this.#document.evaluate(() => {
      const page = globalThis as unknown as Heard;
      page.elements = [];
      page.played = [];
      page.spoken = [];
    });
  }

  /** Files for clips. */
  async keep(files: Record<string, Uint8Array>): Promise<void> {
    const encoded = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const);
    await this.#own.evaluate((entries) => {
      for (const [name, base64] of entries) (globalThis as unknown as Heard).files.set(name, base64);
    }, encoded);
  }
}
