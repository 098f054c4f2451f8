// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { carriesContent, findSprites, readLayer } from '~/lib/page/pictures/backgrounds';

const styled = (backgroundImage: string, more: Partial<CSSStyleDeclaration> = {}) =>
  ({ backgroundImage, backgroundSize: 'auto', backgroundRepeat: 'repeat', backgroundPosition: '0% 0%', ...more }) as CSSStyleDeclaration;

describe('the picture of a CSS background', () => {
  it.each<[string, string, string | undefined]>([
    ['none', 'none', undefined],
    ['a gradient', 'linear-gradient(rgb(0, 0, 0), rgb(1, 1, 1))', undefined],
    ['an address', 'url("https://x.test/a.jpg")', 'https://x.test/a.jpg'],
    ['an address with brackets, commas and quotes', String.raw`url("https://x.test/a(1),\"b\".jpg")`, 'https://x.test/a(1),"b".jpg'],
    ['under a gradient', 'linear-gradient(rgba(0, 0, 0, 0.5), url("x")), url("https://x.test/a.jpg")', 'https://x.test/a.jpg'],
    ['the densest of a set', 'image-set(url("a.jpg") 1dppx, url("b.jpg") 2dppx)', 'b.jpg'],
  ])('%s', (_, image, src) => {
    expect(readLayer(styled(image))?.src).toBe(src);
  });

  it('has the size, the cut and the repetition of its own layer', () => {
    const layer = readLayer(styled('linear-gradient(red, blue), url("a"), url("b")', { backgroundSize: 'auto, cover, contain', backgroundRepeat: 'repeat, no-repeat', backgroundPosition: '0% 0%, 50% 50%, 1px 2px' }));
    expect(layer).toEqual({ src: 'a', size: 'cover', repeat: 'no-repeat', position: '50% 50%' });
  });
});

describe('a background that shows something', () => {
  const layer = { src: 'a', size: 'cover', repeat: 'no-repeat', position: '50% 50%' };
  const judge = (html: string, about: Partial<typeof layer> = {}, width = 400, height = 300) => {
    const element = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as Element;
    return carriesContent({ element, layer: { ...layer, ...about }, width, height, windowHeight: 800 });
  };

  it.each<[string, boolean]>([
    ['fills its box', judge('<div></div>')],
    ['fills its box, under some text', judge('<div><h2>Sail with us</h2></div>')],
    ['stands once in its box', judge('<div></div>', { size: 'auto' })],
    ['is written into the element', judge('<div style="background-image: url(a)"></div>', { size: 'auto', repeat: 'repeat' })],
    ['is called a picture', judge('<div role="img" aria-label="Boat"></div>', { size: 'auto', repeat: 'repeat' }, 70, 70)],
  ])('%s', (_, shows) => expect(shows).toBe(true));

  it.each<[string, boolean]>([
    ['repeats', judge('<div></div>', { size: 'auto', repeat: 'repeat' })],
    ['is cut out of many by pixels', judge('<div></div>', { size: 'auto', position: '-20px -140px' })],
    ['is small', judge('<div></div>', {}, 90, 400)],
    ['lies under a long text', judge(`<div>${'Words and words. '.repeat(150)}</div>`)],
    ['is higher than the page is seen', judge('<div></div>', {}, 400, 2_500)],
  ])('one that %s does not', (_, shows) => expect(shows).toBe(false));

  it('is not the page’s own', () => {
    expect(carriesContent({ element: document.body, layer, width: 400, height: 300, windowHeight: 800 })).toBe(false);
  });

  it('is no part of a sheet of pictures, and no ornament of many places', () => {
    const at = (src: string, position: string, size = 'auto') => ({ ...layer, src, position, size });
    expect([...findSprites([at('sheet', '0 0'), at('sheet', '0 40px'), at('once', '0 0'), at('cover', '0 0', 'cover'), at('cover', '50% 50%', 'cover'), ...Array.from({ length: 6 }, () => at('dots', '0 0'))])]).toEqual(['sheet', 'dots']);
  });
});
