// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { extractHtml } from '~/lib/page/extract-html';
import { readPlayers } from '~/lib/page/players';

interface FakeTrack {
  kind?: string;
  language?: string;
  mode?: string;
  /** What the browser has loaded. */
  said?: string[];
  src?: string;
  isDefault?: boolean;
}

/** A `<video>` in the page with these tracks, as a browser would have them. */
function putVideo(tracks: FakeTrack[], attributes: Record<string, string> = {}): HTMLElement {
  const video = document.createElement('video');
  for (const [name, value] of Object.entries(attributes)) video.setAttribute(name, value);
  const textTracks = tracks.map(({ kind = 'captions', language = '', mode = 'disabled', said, src, isDefault }) => {
    const track = { kind, language, mode, cues: said?.map((text, index) => ({ startTime: index, endTime: index + 1, text })) ?? null };
    if (src === undefined) return track;
    const element = document.createElement('track');
    element.setAttribute('src', src);
    Object.defineProperties(element, { track: { value: track }, default: { value: isDefault === true }, baseURI: { value: document.URL } });
    video.append(element);
    return track;
  });
  Object.defineProperty(video, 'textTracks', { value: textTracks });
  document.body.append(video);
  return video;
}

const read = (...videos: Element[]) => readPlayers(videos, { URL: 'https://film.example/watch' } as Document, 'en-GB');
const tracksOf = (tracks: FakeTrack[]) => {
  const video = putVideo(tracks.map((track) => ({ ...track, ...(track.src ? { src: new URL(track.src, 'https://film.example/').href } : {}) })));
  return read(video)[0]?.tracks;
};

afterEach(() => document.body.replaceChildren());

describe('of the tracks of a player', () => {
  const shown = { language: 'fr', mode: 'showing', said: ['shown'] };
  const preset = { language: 'de', src: '/de.vtt', isDefault: true };
  const own = { language: 'en', src: '/en.vtt' };
  const first = { language: 'pl', src: '/pl.vtt' };

  it.each<[string, FakeTrack[], string]>([
    ['the one that shows is read', [first, own, preset, shown], 'fr'],
    ['else the default', [first, own, preset], 'de'],
    ['else the one in the language of the page', [first, own], 'en'],
    ['else the first', [first, { language: 'cs', src: '/cs.vtt' }], 'pl'],
    ['one that cannot be read gives way', [{ ...preset, src: 'https://elsewhere.example/de.vtt' }, first], 'pl'],
  ])('%s', (_what, tracks, lang) => {
    expect(tracksOf(tracks)?.map((track) => track.lang)).toEqual([lang]);
  });

  it('what is loaded is taken, what is not is named, descriptions come after', () => {
    expect(tracksOf([{ kind: 'descriptions', src: '/seen.vtt' }, { kind: 'chapters', said: ['One'] }, shown])).toEqual([
      { lang: 'fr', cues: [{ start: 0, end: 1, text: 'shown' }] },
      { src: 'https://film.example/seen.vtt' },
    ]);
  });

  it.each(['https://elsewhere.example/a.vtt', 'http://film.example/a.vtt', 'https://film.example:8443/a.vtt', 'blob:https://elsewhere.example/1', 'javascript:alert(1)', 'file:///etc/passwd', 'https://'])('%s is not named', (src) => {
    expect(read(putVideo([{ src }]))).toEqual([]);
  });

  it.each(['data:text/vtt,WEBVTT', 'blob:https://film.example/1'])('%s is', (src) => {
    expect(read(putVideo([{ src }]))[0]?.tracks).toEqual([{ src }]);
  });
});

it('three players are read, by their names', () => {
  const said = ['Hello.'];
  const figure = document.createElement('figure');
  figure.append(putVideo([{ said }]), Object.assign(document.createElement('figcaption'), { textContent: ' The \n ferry ' }));
  const inFigure = figure.querySelector('video') as Element;
  const players = read(putVideo([]), putVideo([{ said }], { 'aria-label': 'A', title: 'B' }), putVideo([{ said }], { title: 'B' }), inFigure, putVideo([{ said }]));
  expect(players.map(({ name }) => name)).toEqual(['A', 'B', 'The ferry']);
});

it('a page that was fetched and never shown names no players', async () => {
  expect(await extractHtml('<p>Text.</p><video controls><track src="data:text/vtt,WEBVTT" default></video>', 'https://film.example/')).not.toHaveProperty('players');
});
