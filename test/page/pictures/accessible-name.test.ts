// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readName } from '~/lib/page/pictures/accessible-name';

function nameOf(html: string, src = 'https://x.test/harbour.jpg') {
  document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  return readName(document.querySelector('[data-it], img, svg, canvas') as Element, src);
}

describe('what a screen reader says of a picture', () => {
  it.each<[string, string, string]>([
    ['its alternative text', '<img alt=" A boat\n at sea ">', 'A boat at sea'],
    ['a label rather than that', '<img aria-label="Label" alt="Alt" title="Title">', 'Label'],
    ['other elements rather than both', '<b id="a">One</b><b id="b" aria-label="two">x</b><img aria-labelledby="a none b" aria-label="Label">', 'One two'],
    ['its title, where there is nothing else', '<img alt="" title="Title">', 'Title'],
    ['the title of a drawing', '<svg><g><title>Part</title></g><title>Chart</title></svg>', 'Chart'],
    ['no invisible characters', '<img alt="A\u200B boat\u202E">', 'A boat'],
  ])('%s', (_, html, name) => {
    expect(nameOf(html)).toEqual({ name, decorative: false });
  });

  it.each(['IMG_1234.jpg', 'DSC01234', 'image', 'photo-1.webp', 'Screenshot 12', 'https://x.test/a.png', 'hero-banner_2.avif', '0001', 'harbour-7'])('the name of a file says nothing: %s', (alt) => {
    expect(nameOf(`<img alt="${alt}">`, 'https://x.test/pictures/harbour-7.jpg?w=3')).toEqual({ decorative: false });
  });

  it.each(['Boat', 'Image of a boat', 'A photo', 'Apollo 11', 'harbour'])('a word says something: %s', (alt) => {
    expect(nameOf(`<img alt="${alt}">`)).toEqual({ name: alt, decorative: false });
  });

  it.each(['<img alt="">', '<img alt="  ">', '<img alt="" role="presentation">', '<img role="none">', '<div aria-hidden="true"><img></div>'])('decoration: %s', (html) => {
    expect(nameOf(html)).toEqual({ decorative: true });
  });

  it('a picture without any text is no decoration', () => {
    expect(nameOf('<img>')).toEqual({ decorative: false });
  });
});
