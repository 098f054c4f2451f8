import { primarySubtag } from '~/lib/shared/language-tag';
import type { VoiceRef } from '~/lib/shared/player';
import type { Settings } from '~/lib/shared/settings';
import type { SpokenSentence } from '~/lib/shared/speech';
import { positionOf } from '~/lib/speech/narration';
import type { QueuedItem } from '~/lib/storage/player-session';
import { getSettings } from '~/lib/storage/settings';
import { getServer } from '../server';
import { chooseVoice, nameVoice } from './choose-voice';
import type { ClipContext } from './clip-maker';
import type { ReadingEvents, ReadingOpener } from './open-reading';
import type { Reading } from './reading';
import type { SystemVoices } from './system-voices';

const BROWSERS_CHOICE: VoiceRef = { kind: 'system', uri: '' };

/** The item that is read: its text, the settings it is read with, and which voice speaks which sentence of it. */
export class OpenedText {
  readonly #opener: ReadingOpener;
  readonly #voices: SystemVoices;
  readonly #events: ReadingEvents;
  #queued: QueuedItem | undefined;
  #settings: Settings | undefined;
  #reading: Reading | undefined;
  /** The settings for the next text. */
  #prepared: Promise<Settings> | undefined;
  #voicesKnown: Promise<void> | undefined;
  #controller = new AbortController();
  /** Under way for all who need the text: it must not be opened twice. */
  #opening: Promise<void> | undefined;
  /** System voices that were removed, and sentences whose sound the host once refused. */
  readonly #refused = new Set<string>();

  constructor(opener: ReadingOpener, voices: SystemVoices, events: ReadingEvents) {
    this.#opener = opener;
    this.#voices = voices;
    this.#events = events;
  }

  get queued(): QueuedItem | undefined {
    return this.#queued;
  }

  /** Undefined until the text is open. */
  get reading(): Reading | undefined {
    return this.#reading;
  }

  /** Those of the text that was opened last. */
  get settings(): Settings | undefined {
    return this.#settings;
  }

  /** What an earlier background was reading; opened by `reopen`. */
  restore(queued: QueuedItem | undefined): void {
    this.#queued = queued;
  }

  /** Throws what keeps the text from being opened, and the reason of the abort when another was opened meanwhile. */
  async open(queued: QueuedItem): Promise<void> {
    this.close();
    this.#queued = queued;
    await this.reopen();
  }

  /** Opens the text again after the background was ended. Nothing to do otherwise. Throws as `open`. */
  async reopen(): Promise<void> {
    if (!this.#queued || this.#reading) return;
    const opening = (this.#opening ??= this.#load(this.#queued));
    try {
      await opening;
    } finally {
      if (this.#opening === opening) this.#opening = undefined;
    }
  }

  close(): void {
    this.#abort();
    this.#queued = undefined;
    this.#reading = undefined;
    this.#refused.clear();
  }

  /** Reads the settings anew. Whether the text sounds otherwise with them: it has been opened again then. Throws as `open`. */
  async applySettings(): Promise<boolean> {
    const [queued, before] = [this.#queued, this.#settings];
    if (!queued || !before) return false;
    const { settings } = await getSettings();
    this.#settings = settings;
    await this.#reading?.pictures?.reconsider();
    if (JSON.stringify(soundOf(before)) === JSON.stringify(soundOf(settings))) return false;
    this.#abort();
    await this.#load(queued);
    return true;
  }

  /** Something will be opened soon: what any text needs is fetched meanwhile. Throws nothing. */
  prepare(): Promise<Settings> {
    return (this.#prepared = this.#prepare());
  }

  /** The settings have changed since. */
  unprepare(): void {
    this.#prepared = undefined;
  }

  async readSettings(): Promise<Settings> {
    return (this.#settings = (await getSettings()).settings);
  }

  chooseVoice(sentence: SpokenSentence): VoiceRef {
    const settings = this.#settings;
    if (!settings || !this.#queued) return BROWSERS_CHOICE;
    const lang = this.#reading?.lang;
    const voice = chooseVoice(sentence, {
      options: settings.player,
      lang: lang && primarySubtag(lang),
      systemOnly: this.#queued.systemOnly,
      languageOf: (uri) => this.#voices.languageOf(uri),
    });
    return this.#refused.has(nameVoice(voice)) ? BROWSERS_CHOICE : voice;
  }

  /**
   * The host could not play a sentence: a voice that was removed gives its place to the browser's choice, a file is
   * fetched once more. Whether anything else is left to be tried.
   */
  refuse(sentence: SpokenSentence, voice: VoiceRef): boolean {
    const what = voice.kind === 'system' ? nameVoice(voice) : sentence.id;
    const isLast = voice.kind === 'system' ? voice.uri === '' : this.#refused.has(what);
    this.#refused.add(what);
    return !isLast;
  }

  /** What the sound of a sentence is made with. */
  contextOf(sentence: SpokenSentence): ClipContext {
    const [reading, settings] = [this.#reading, this.#settings];
    if (!settings || !this.#queued) throw new Error('nothing is open');
    const left = reading?.length === undefined ? sentence.text.length : reading.length - reading.lengthBefore(positionOf(sentence));
    const check = reading?.check;
    return {
      settings,
      isPrivate: this.#queued.isPrivate,
      charactersLeft: Math.max(sentence.text.length, left),
      ...(check ? { check: (about) => check.pass(sentence.blockId, about) } : {}),
    };
  }

  #abort(): void {
    this.#controller.abort();
    this.#controller = new AbortController();
    this.#opening = undefined;
  }

  async #load(queued: QueuedItem): Promise<void> {
    const { signal } = this.#controller;
    const settings = await (this.#prepared ?? this.#prepare());
    this.#prepared = undefined;
    this.#settings = settings;
    const reading = await this.#opener.open(queued, settings, this.#events, signal);
    await this.#voicesKnown;
    signal.throwIfAborted();
    this.#reading = reading;
  }

  async #prepare(): Promise<Settings> {
    const { settings } = await getSettings();
    this.#voicesKnown = this.#voices.know(settings.player);
    // Opens the keys' database, too.
    getServer(settings).catch(() => undefined);
    return settings;
  }
}

/** The settings that decide how a text sounds, all but speed and volume. */
function soundOf({ player, speech, baseUrl }: Settings): unknown {
  return [player.voice, player.voices, player.pictureVoice ?? null, speech, baseUrl];
}
