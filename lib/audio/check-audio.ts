import { AppError } from '~/lib/shared/app-error';
import { mp3Seconds, parseMp3 } from './mp3';
import { type AudioKind, MEDIA_TYPES, sniffAudio } from './sniff-audio';
import { parseWav, wavSeconds, writeWav } from './wav';

/** A sound file as it can be played, kept and joined. */
export interface CheckedAudio {
  bytes: Uint8Array<ArrayBuffer>;
  kind: AudioKind;
  mediaType: string;
  /** Known for WAV and MP3. */
  seconds?: number;
}

/**
 * The sound in these bytes. A WAV file whose header does not know its length is written anew, since players show 0:00
 * and cannot jump in it.
 *
 * @throws AppError `bad-response` (`no-audio`) for anything that is no sound, `empty-answer` (`silent-audio`) for no
 *   bytes, and for a file without a single sample.
 */
export function checkAudio(bytes: Uint8Array<ArrayBuffer>): CheckedAudio {
  if (bytes.length === 0) throw new AppError('empty-answer', { reason: 'silent-audio' });
  const kind = sniffAudio(bytes);
  if (!kind) throw new AppError('bad-response', { reason: 'no-audio' });
  const mediaType = MEDIA_TYPES[kind];
  if (kind === 'wav') return checkWav(bytes);
  if (kind !== 'mp3') return { bytes, kind, mediaType };
  const mp3 = parseMp3(bytes);
  const seconds = mp3 && mp3Seconds(mp3);
  if (!seconds) throw new AppError('empty-answer', { reason: 'silent-audio' });
  return { bytes, kind, mediaType, seconds };
}

function checkWav(bytes: Uint8Array<ArrayBuffer>): CheckedAudio {
  const wav = parseWav(bytes);
  if (!wav) throw new AppError('bad-response', { reason: 'no-audio' });
  if (wav.data.length === 0) throw new AppError('empty-answer', { reason: 'silent-audio' });
  return { bytes: wav.isExact ? bytes : writeWav(wav, wav.data), kind: 'wav', mediaType: MEDIA_TYPES.wav, seconds: wavSeconds(wav) };
}
