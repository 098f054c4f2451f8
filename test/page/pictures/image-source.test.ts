// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readImageSource } from '~/lib/page/pictures/image-source';

const laidOut = { width: 300, height: 200 };

/** The source of the first image of a page at `https://x.test/`, as if the browser showed `shown` at its natural width. */
function sourceOf(html: string, shown = '', naturalWidth = 0) {
  document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  const image = document.querySelector('img') as HTMLImageElement;
  Object.defineProperties(image, {
    baseURI: { value: 'https://x.test/' }, currentSrc: { value: shown && `https://x.test/${shown}` }, complete: { value: naturalWidth > 0 },
    naturalWidth: { value: naturalWidth }, naturalHeight: { value: Math.round((naturalWidth * 2) / 3) },
  });
  return readImageSource(image, 1_536, laidOut);
}

beforeEach(() => document.body.replaceChildren());

describe('the file of an image', () => {
  it.each<[string, string, string]>([
    ['its address', '<img src="a.jpg">', 'a.jpg'],
    ['the best of its set', '<img src="a.jpg" srcset="a.jpg 300w, b.jpg 1600w, c.jpg 4000w">', 'b.jpg'],
    ['its plain address, where that is the best', '<img src="a.jpg" srcset="b.jpg .5x">', 'a.jpg'],
    ['the first source that fits', '<picture><source srcset="never.x" type="image/x-new"><source srcset="never" media="(min-width: 99999px)"><source srcset="a.webp 300w, b.webp 1600w" type="image/webp"><source srcset="d.jpg"><img src="c.jpg"></picture>', 'b.webp'],
    ['no source after it', '<picture><img src="a.jpg"><source srcset="b.jpg 2x"></picture>', 'a.jpg'],
  ])('%s', (_, html, file) => {
    expect(sourceOf(html, 'a.jpg', 300).src).toBe(`https://x.test/${file}`);
  });

  it('is of the source that the browser shows, whatever its type', () => {
    expect(sourceOf('<picture><source srcset="a.new 300w, b.new 1600w" type="image/x-new"><source srcset="c.jpg 2x"><img src="d.jpg"></picture>', 'a.new', 300).src).toBe('https://x.test/b.new');
  });

  it('has the size that its author gives', () => {
    expect(sourceOf('<img srcset="a.jpg 300w, b.jpg 1600w">', 'a.jpg', 300)).toMatchObject({ width: 1_600, height: 1_067, lazy: false });
    expect(sourceOf('<img src="a.jpg">', 'a.jpg', 600)).toMatchObject({ width: 600, height: 400, lazy: false });
  });
});

describe('a picture that is loaded on sight', () => {
  it.each<[string, string, string]>([
    ['data-src', '<img data-src="real.jpg">', 'real.jpg'],
    ['another name, with a stand-in', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-original="real.jpg">', 'real.jpg'],
    ['a stand-in by name', '<img src="blank.gif" data-lazy-src="real.jpg">', 'real.jpg'],
    ['a set', '<img src="blank.gif" data-src="small.jpg" data-srcset="small.jpg 300w, real.jpg 1600w">', 'real.jpg'],
    ['the set of a source', '<picture><source data-srcset="real.webp 1600w"><img src="blank.gif" data-src="small.jpg"></picture>', 'real.webp'],
  ])('%s', (_, html, file) => {
    expect(sourceOf(html, '', 0)).toMatchObject({ src: `https://x.test/${file}`, lazy: true });
  });

  it('is told from one that has come', () => {
    expect(sourceOf('<img src="real.jpg" data-src="other.jpg">', 'real.jpg', 600)).toMatchObject({ src: 'https://x.test/real.jpg', lazy: false });
    expect(sourceOf('<img src="tiny.jpg" data-src="real.jpg">', 'tiny.jpg', 20)).toMatchObject({ src: 'https://x.test/real.jpg', lazy: true });
  });
});
