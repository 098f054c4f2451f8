/** Kinds of sound file, by what their first bytes say. Names and content types of servers are often wrong. */
export type AudioKind = 'wav' | 'mp3' | 'ogg' | 'flac' | 'aac' | 'mp4' | 'webm';

/** What a browser is told about each kind. */
export const MEDIA_TYPES: Record<AudioKind, string> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  aac: 'audio/aac',
  mp4: 'audio/mp4',
  webm: 'audio/webm',
};

/** The four letters at an offset; shorter at the end. */
export function readTag(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}

/** What the bytes are, `undefined` for anything that is no sound file known here. */
export function sniffAudio(bytes: Uint8Array): AudioKind | undefined {
  const tag = readTag(bytes, 0);
  if ((tag === 'RIFF' || tag === 'RF64') && readTag(bytes, 8) === 'WAVE') return 'wav';
  if (tag.startsWith('ID3')) return 'mp3';
  if (tag === 'OggS') return 'ogg';
  if (tag === 'fLaC') return 'flac';
  if (readTag(bytes, 4) === 'ftyp') return 'mp4';
  if (tag === '\x1aE\xdf\xa3') return 'webm';
  return sniffFrames(bytes);
}

/** A bare stream of MPEG frames begins with eleven set bits; ADTS (AAC) has twelve, and a layer of 0, which MPEG reserves. */
function sniffFrames([first = 0, second = 0, third = 0]: Uint8Array): AudioKind | undefined {
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  if ((second & 0x06) === 0) return (second & 0xf0) === 0xf0 ? 'aac' : undefined;
  const isReserved = (second & 0x18) === 0x08 || (third & 0xf0) === 0xf0 || (third & 0x0c) === 0x0c;
  return isReserved ? undefined : 'mp3';
}
