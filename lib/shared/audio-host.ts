import { AppErrorData } from './app-error-data';
import { z } from './zod';

/**
 * What plays sound: the offscreen document in Chromium, the background page in Firefox. It holds a short list of clips
 * and goes from one to the next by itself, so that silence between sentences does not depend on a worker that sleeps.
 */

export const AudioClip = z.discriminatedUnion('kind', [
  /** Spoken by the system. An empty `voice` is the browser's own choice. */
  z.object({ id: z.string(), kind: z.literal('system'), text: z.string(), voice: z.string(), lang: z.optional(z.string()), pause: z.number() }),
  /** A sound file. `pause`: milliseconds of silence after it, at speed 1. */
  z.object({ id: z.string(), kind: z.literal('audio'), file: z.instanceof(Blob), pause: z.number() }),
]);
export type AudioClip = z.infer<typeof AudioClip>;

/** What the system's media panel shows. */
export const MediaInfo = z.object({ title: z.string(), artist: z.string() });
export type MediaInfo = z.infer<typeof MediaInfo>;

/** A voice of the system, as `speechSynthesis` lists it. */
export const SystemVoice = z.object({ uri: z.string(), name: z.string(), lang: z.string(), offline: z.boolean(), standard: z.boolean() });
export type SystemVoice = z.infer<typeof SystemVoice>;

export const AudioCommand = z.discriminatedUnion('type', [
  /**
   * Adds clips at the end; the first begins at once when nothing plays and nothing is paused. Ids are unique since the
   * last `replace` or `stop`: a clip that was added before, played or not, is not added again.
   */
  z.object({ type: z.literal('add'), clips: z.array(AudioClip) }),
  /** Drops everything, also what sounds, and begins with these, whether paused or not. */
  z.object({ type: z.literal('replace'), clips: z.array(AudioClip) }),
  z.object({ type: z.literal('pause') }),
  /** Goes on; after a failed clip, with the one behind it. `dry` when there is nothing to go on with (a new host knows nothing). */
  z.object({ type: z.literal('resume') }),
  /** Speed (pitch is kept) and volume, at once also for what sounds. A new host begins with 1 and 1, and makes itself ready. */
  z.object({ type: z.literal('set'), rate: z.number(), volume: z.number() }),
  z.object({ type: z.literal('info'), info: MediaInfo }),
  /** Silence, and the host may go. */
  z.object({ type: z.literal('stop') }),
  /** Asks for the `voices` event. */
  z.object({ type: z.literal('voices') }),
  /** Lets one clip be heard beside the list. What sounds is paused first (told as an `action`), an earlier preview ends. */
  z.object({ type: z.literal('preview'), clip: AudioClip }),
]);
export type AudioCommand = z.infer<typeof AudioCommand>;

export const AudioEvent = z.discriminatedUnion('type', [
  /** The clip sounds. */
  z.object({ type: z.literal('started'), id: z.string() }),
  /** The voice has reached this offset of the clip's text (UTF-16 units). */
  z.object({ type: z.literal('word'), id: z.string(), at: z.number(), length: z.optional(z.number()) }),
  z.object({ type: z.literal('ended'), id: z.string() }),
  /** The clip was given up, and the list waits as if paused: for `replace`, or `resume` to leave it out. */
  z.object({ type: z.literal('failed'), id: z.string(), error: AppErrorData }),
  /** Nothing is left to play. */
  z.object({ type: z.literal('dry') }),
  /**
   * A media key, or a button of the system's media panel. `pause` also tells that the sound was paused by others (the
   * browser, a preview): it stands already.
   */
  z.object({ type: z.literal('action'), action: z.enum(['play', 'pause', 'stop', 'next', 'previous']) }),
  z.object({ type: z.literal('voices'), voices: z.array(SystemVoice) }),
]);
export type AudioEvent = z.infer<typeof AudioEvent>;
