import { AppError } from '~/lib/shared/app-error';
import { makeEmptyFrame } from './mp3-header';
import { writeInfoFrame } from './mp3-info';
import { type Mp3, parseMp3 } from './mp3';
import { MEDIA_TYPES, sniffAudio } from './sniff-audio';
import { frameSize, MAX_WAV_DATA, parseWav, silentSamples, type WavFormat, writeWavHeader } from './wav';

/** One file made of several, in parts that a `Blob` takes without a copy. */
export interface JoinedAudio {
  /** Its beginning, which can only be written at the end, and what was not taken out before. */
  parts: Uint8Array<ArrayBuffer>[];
  mediaType: string;
  /** Of the whole file. */
  seconds: number;
  /** Where each piece begins, in seconds. */
  starts: number[];
}

/**
 * Joins sound files of one kind into one, without decoding: the samples of WAV files behind one header, the frames of
 * MP3 files behind one new description. Pieces are added one by one, so that a progress bar can follow, and can be taken
 * out on the way, so that memory never holds a file of hours.
 */
export class AudioJoiner {
  #sink: Sink | undefined;
  #starts: number[] = [];

  /**
   * Adds a whole file.
   * @throws AppError `audio-mixed` when it is of another kind, sample rate or number of channels than the first, or of
   *   a kind that cannot be joined; `audio-too-long` when the file would become longer than its kind can be; `bad-response`
   *   when it is no sound at all.
   */
  add(bytes: Uint8Array): void {
    const kind = sniffAudio(bytes);
    if (!kind) throw new AppError('bad-response', { reason: 'no-audio' });
    if (this.#sink && this.#sink.kind !== kind) throw new AppError('audio-mixed', { detail: `${this.#sink.kind}, ${kind}` });
    this.#sink ??= kind === 'wav' ? new WavSink() : kind === 'mp3' ? new Mp3Sink() : undefined;
    if (!this.#sink) throw new AppError('audio-mixed', { detail: kind });
    this.#starts.push(this.#sink.seconds);
    this.#sink.add(bytes);
  }

  /** Adds silence behind what is there. In an MP3 file its length is rounded to whole frames (24 to 26 ms). */
  addPause(seconds: number): void {
    if (seconds > 0) this.#sink?.addPause(seconds);
  }

  /** Bytes that `take` would give. */
  get waiting(): number {
    return this.#sink?.waiting ?? 0;
  }

  /** Takes out what was added since the last time. In the file it stands behind the first part that `finish` gives, before the others. */
  take(): Uint8Array<ArrayBuffer>[] {
    return this.#sink?.take() ?? [];
  }

  /** @throws AppError `empty-answer` when nothing was added. */
  finish(): JoinedAudio {
    if (!this.#sink) throw new AppError('empty-answer', { reason: 'silent-audio' });
    return { parts: this.#sink.finish(), mediaType: MEDIA_TYPES[this.#sink.kind], seconds: this.#sink.seconds, starts: this.#starts };
  }
}

/** What was added and not yet taken. */
class Parts {
  #parts: Uint8Array<ArrayBuffer>[] = [];
  waiting = 0;

  protected push(part: Uint8Array): void {
    // Sound files are read from responses and storage: never from memory that threads share.
    this.#parts.push(part as Uint8Array<ArrayBuffer>);
    this.waiting += part.length;
  }

  take(): Uint8Array<ArrayBuffer>[] {
    const taken = this.#parts;
    this.#parts = [];
    this.waiting = 0;
    return taken;
  }
}

interface Sink extends Parts {
  readonly kind: 'wav' | 'mp3';
  readonly seconds: number;
  add(bytes: Uint8Array): void;
  addPause(seconds: number): void;
  finish(): Uint8Array<ArrayBuffer>[];
}

class WavSink extends Parts implements Sink {
  readonly kind = 'wav';
  #format: WavFormat | undefined;
  #length = 0;

  get seconds(): number {
    return this.#format ? this.#length / frameSize(this.#format) / this.#format.sampleRate : 0;
  }

  add(bytes: Uint8Array): void {
    const wav = parseWav(bytes);
    if (!wav) throw new AppError('bad-response', { reason: 'no-audio' });
    const { data, ...format } = wav;
    this.#format ??= format;
    const [ours, theirs] = [describeWav(this.#format), describeWav(format)];
    if (ours !== theirs) throw new AppError('audio-mixed', { detail: `${ours}, ${theirs}` });
    this.#add(data);
  }

  addPause(seconds: number): void {
    if (this.#format) this.#add(silentSamples(this.#format, seconds));
  }

  #add(data: Uint8Array): void {
    if (this.#length + data.length > MAX_WAV_DATA) throw new AppError('audio-too-long');
    this.push(data);
    this.#length += data.length;
  }

  finish(): Uint8Array<ArrayBuffer>[] {
    return this.#format ? [writeWavHeader(this.#format, this.#length), ...this.take()] : [];
  }
}

function describeWav({ encoding, channels, sampleRate, bitsPerSample }: WavFormat): string {
  return `${sampleRate} Hz, ${bitsPerSample} bit, ${channels} channel, encoding ${encoding}`;
}

class Mp3Sink extends Parts implements Sink {
  readonly kind = 'mp3';
  #first: Mp3 | undefined;
  #last: Mp3 | undefined;
  #sizes: number[] = [];

  get seconds(): number {
    const { delay = 0, samplesPerFrame = 0, sampleRate = 1 } = this.#first ?? {};
    return Math.max(0, this.#sizes.length * samplesPerFrame - delay - (this.#last?.padding ?? 0)) / sampleRate;
  }

  add(bytes: Uint8Array): void {
    const mp3 = parseMp3(bytes);
    if (!mp3) throw new AppError('bad-response', { reason: 'no-audio' });
    this.#first ??= mp3;
    const [ours, theirs] = [describeMp3(this.#first), describeMp3(mp3)];
    if (ours !== theirs) throw new AppError('audio-mixed', { detail: `${ours}, ${theirs}` });
    this.push(mp3.data);
    for (const [i, start] of mp3.offsets.entries()) this.#sizes.push((mp3.offsets[i + 1] ?? mp3.data.length) - start);
    this.#last = mp3;
  }

  addPause(seconds: number): void {
    const model = this.#first?.data;
    if (!this.#first || !model?.length) return;
    const frame = makeEmptyFrame(model);
    const count = Math.round((seconds * this.#first.sampleRate) / this.#first.samplesPerFrame);
    for (let i = 0; i < count; i++) {
      this.push(frame);
      this.#sizes.push(frame.length);
    }
    // The padding of the piece before now lies inside.
    if (count > 0) this.#last = undefined;
  }

  finish(): Uint8Array<ArrayBuffer>[] {
    if (!this.#first?.data.length) return this.take();
    const info = writeInfoFrame(this.#first.data, { sizes: this.#sizes, delay: this.#first.delay, padding: this.#last?.padding ?? 0 });
    return [info, ...this.take()];
  }
}

function describeMp3({ version, sampleRate, channels }: Mp3): string {
  return `${sampleRate} Hz, MPEG ${version}, ${channels} channel`;
}
