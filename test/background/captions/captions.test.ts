import { describe, expect, it } from 'vitest';
import { joinCues } from '~/lib/background/captions/join-cues';
import { parseVtt } from '~/lib/background/captions/parse-vtt';

const read = (file: string) => joinCues(parseVtt(file));
const vtt = (...cues: string[]) => `WEBVTT\n\n${cues.join('\n\n')}\n`;
const cue = (start: number, end: number, text: string) => `00:00:${start.toFixed(3).padStart(6, '0')} --> 00:00:${end.toFixed(3).padStart(6, '0')}\n${text}`;

describe('a WebVTT file', () => {
  it('becomes sentences; header, comments, styles, names of cues and settings are no text', () => {
    const file = '\uFEFFWEBVTT - The ferry\nKind: captions\r\n\r\nNOTE made by hand\r\n\r\nSTYLE\r\n::cue { color: lime }\r\n\r\nfirst\r\n00:01.000 --> 00:02.000 align:start position:0%\r\nThe ferry has carried\r\npeople across\r\n\r\n2\r\n01:00:02.000 --> 01:00:03.000\r\nsince 1887.';
    expect(read(file)).toEqual(['The ferry has carried people across', 'since 1887.']);
  });

  it('loses its tags and keeps its characters', () => {
    expect(read(vtt(cue(1, 2, '<b>Ham</b> &amp; <c.loud>eggs</c> <00:00:01.500>for &#8364;5 &lt;today&gt; &unknown;')))).toEqual(['Ham & eggs for €5 <today> &unknown;']);
    expect(read(vtt(cue(1, 2, '<ruby>漢<rt>かん</rt></ruby>字の'), cue(2, 3, '本です。')))).toEqual(['漢字の本です。']);
  });

  it('tells who speaks, once in a row', () => {
    const file = vtt(cue(1, 2, '<v Mary>Where is it?'), cue(2, 3, '<v Mary>I had it.</v>'), cue(3, 4, '<v.first.loud Tom Ash>Here.\nBeside you.'), cue(4, 5, 'The door closes.'));
    expect(read(file)).toEqual(['Mary: Where is it? I had it.', 'Tom Ash: Here. Beside you.', 'The door closes.']);
    expect(read(vtt(cue(1, 2, '<v Ann>One?</v> <v Ben>Two.</v>')))).toEqual(['Ann: One?', 'Ben: Two.']);
  });

  it('that rolls is said once', () => {
    const rolling = vtt(
      cue(0, 2, '\u00a0\nwe<00:00:00.500><c> begin</c> at'), cue(2, 2.01, 'we begin at'), cue(2.01, 4, 'we begin at\nthe old harbour'),
      cue(4, 4.01, 'the old harbour'), cue(4.01, 6, 'the old harbour\nwhere'), cue(6, 8, 'where ships'), cue(8, 9, 'where ships lie.'),
    );
    expect(read(rolling).join('|')).toBe('we begin at the old harbour where ships lie.');
  });

  it('keeps what is said again after a pause', () => {
    expect(read(vtt(cue(1, 2, 'Again.'), cue(3, 4, 'Again.')))).toEqual(['Again. Again.']);
  });

  it('is cut into paragraphs by pauses and length', () => {
    expect(read(vtt(cue(1, 2, 'It ends here.'), cue(5, 6, 'Then it'), cue(8, 9, 'goes on.')))).toEqual(['It ends here.', 'Then it goes on.']);
    const sentences = Array.from({ length: 60 }, (_, index) => cue(index, index + 1, `Sentence ${index} has some words in it.`));
    const paragraphs = read(vtt(...sentences));
    expect(paragraphs.length).toBeGreaterThan(2);
    expect(paragraphs.every((text) => text.endsWith('.') && text.length < 700)).toBe(true);
    expect(paragraphs.join(' ')).toBe(Array.from({ length: 60 }, (_, index) => `Sentence ${index} has some words in it.`).join(' '));
  });

  it('hides nothing in characters that nobody sees', () => {
    expect(read(vtt(cue(1, 2, 'Se\u200ben\u{E0041}\u202e. &#x200b;&#xE0041;Now.')))).toEqual(['Seen. Now.']);
  });
});

describe('what is no WebVTT', () => {
  it.each(['', '<!doctype html><title>Not found</title>', 'WEBVTTX\n\n00:01.000 --> 00:02.000\nno', '1\n00:00:01,000 --> 00:00:02,000\nno', '\u0000'])('%j has no captions', (file) => {
    expect(read(file)).toEqual([]);
  });

  it('loses the cues that are damaged, and no others', () => {
    expect(read('WEBVTT\n\n--> 00:02.000\nno\n\nx --> y\nno\n\n00:03.000-->00:04.000\nyes\n\n00:05.000 -->\nno')).toEqual(['yes']);
  });

  it.each([['<'], ['<v '], ['<v.'], ['<rt>'], ['&#'], ['a\n'], ['\r'], [' '], ['00:01.000 --> 00:02.000\n'], ['00:01.000 --> '], ['<v x>a']])('2 MB of %j take no time', (piece) => {
    const file = vtt(cue(1, 2, 'x'), cue(1, 2, piece.repeat(2_000_000 / piece.length)));
    const began = performance.now();
    read(file);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
