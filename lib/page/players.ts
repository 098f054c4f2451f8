import type { CaptionTrack, Cue, MediaPlayer } from '~/lib/shared/media-player';
import { collapse } from './clean-text';
import { cleanLang } from './metadata';

/** Players of a page that are read. */
const MOST_PLAYERS = 3;
/** Characters of a name, of the cues of one track, and of an address that is a file itself. */
const LONGEST_NAME = 200;
const MOST_CHARACTERS = 1_000_000;
const LONGEST_ADDRESS = 2_000_000;

/** The first players that have captions or descriptions to read. Nothing is loaded, and no track is turned on. */
export function readPlayers(elements: readonly Element[], document: Document, lang: string | undefined): MediaPlayer[] {
  const { origin } = new URL(document.URL);
  const players: MediaPlayer[] = [];
  for (const element of elements) {
    const media = element as HTMLMediaElement;
    const tracks = [...(media.textTracks ?? [])];
    const captions = choose(tracks.filter(({ kind }) => kind === 'captions' || kind === 'subtitles'), media, origin, lang);
    const descriptions = choose(tracks.filter(({ kind }) => kind === 'descriptions'), media, origin, lang);
    const read = [captions, descriptions].filter((track) => track !== undefined);
    if (read.length === 0) continue;
    const name = nameOf(media);
    players.push({ ...(name ? { name } : {}), tracks: read });
    if (players.length === MOST_PLAYERS) break;
  }
  return players;
}

/** Of the tracks that can be read the one that shows, else the default, else one in the page's language, else the first. */
function choose(tracks: readonly TextTrack[], media: HTMLMediaElement, origin: string, lang: string | undefined): CaptionTrack | undefined {
  const elements = [...media.querySelectorAll('track')];
  const ranked = tracks.map((track) => {
    const element = elements.find((one) => one.track === track);
    const rank = track.mode === 'showing' ? 0 : element?.default ? 1 : lang && primary(track.language) === primary(lang) ? 2 : 3;
    return { track, element, rank };
  });
  for (const { track, element } of ranked.sort((a, b) => a.rank - b.rank)) {
    const cues = readCues(track);
    const src = cues.length > 0 ? undefined : addressOf(element, origin);
    const tag = cleanLang(track.language);
    if (cues.length > 0 || src) return { ...(tag ? { lang: tag } : {}), ...(src ? { src } : { cues }) };
  }
  return undefined;
}

function primary(lang: string): string {
  return lang.toLowerCase().split('-', 1)[0] ?? '';
}

function readCues(track: TextTrack): Cue[] {
  const cues: Cue[] = [];
  let left = MOST_CHARACTERS;
  for (const cue of track.cues ?? []) {
    // A cue may hold data for machines.
    const { text } = cue as VTTCue;
    if (typeof text !== 'string') continue;
    left -= text.length;
    if (left < 0) break;
    // The last cue of a live transmission has no end.
    cues.push({ start: cue.startTime, end: Number.isFinite(cue.endTime) ? cue.endTime : cue.startTime, text });
  }
  return cues;
}

function addressOf(element: HTMLTrackElement | undefined, origin: string): string | undefined {
  const given = element?.getAttribute('src');
  if (!element || !given || given.length > LONGEST_ADDRESS || !URL.canParse(given, element.baseURI)) return undefined;
  const url = new URL(given, element.baseURI);
  return url.protocol === 'data:' || ((/^https?:$/.test(url.protocol) || url.protocol === 'blob:') && url.origin === origin) ? url.href : undefined;
}

function nameOf(media: Element): string {
  const below = media.closest('figure')?.querySelector('figcaption')?.textContent;
  const names = [media.getAttribute('aria-label'), media.getAttribute('title'), below];
  return names.map((name) => collapse(name ?? '')).find(Boolean)?.slice(0, LONGEST_NAME) ?? '';
}
