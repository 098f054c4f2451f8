import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCandidate, parseSrcset } from '~/lib/page/pictures/srcset';

describe('a srcset is read by the rules of the HTML standard', () => {
  it.each<[string, string, unknown]>([
    ['widths', 'a.jpg 400w, b.jpg 800w', [{ url: 'a.jpg', width: 400 }, { url: 'b.jpg', width: 800 }]],
    ['densities', 'a.jpg, b.jpg 1.5x, c.jpg 2x', [{ url: 'a.jpg', density: 1 }, { url: 'b.jpg', density: 1.5 }, { url: 'c.jpg', density: 2 }]],
    ['densities written otherwise', 'a .5x, b 1e1x', [{ url: 'a', density: 0.5 }, { url: 'b', density: 10 }]],
    ['commas within an address', 'https://x.test/w_400,h_300/a.jpg 400w, data:image/png;base64,iVBORw0 2x', [{ url: 'https://x.test/w_400,h_300/a.jpg', width: 400 }, { url: 'data:image/png;base64,iVBORw0', density: 2 }]],
    ['commas at an end, without a space after them', 'a.jpg, b.jpg,c.jpg 2x,d.jpg 3x', [{ url: 'a.jpg', density: 1 }, { url: 'b.jpg,c.jpg', density: 2 }, { url: 'd.jpg', density: 3 }]],
    ['white space of any kind', '\n\t a.jpg\f 400w\n,\r\n b.jpg   800w , ', [{ url: 'a.jpg', width: 400 }, { url: 'b.jpg', width: 800 }]],
    ['heights beside widths', 'a.jpg 400w 300h, b.jpg 300h', [{ url: 'a.jpg', width: 400 }]],
    ['descriptors in brackets', 'a.jpg (future, 2x) 400w, b.jpg 800w', [{ url: 'b.jpg', width: 800 }]],
    ['mistakes are left out', 'a.jpg 0w, b.jpg -2x, c.jpg 2x 400w, d.jpg 1.5w, e.jpg 2X, f.jpg +2x, g.jpg 3x', [{ url: 'g.jpg', density: 3 }]],
    ['nothing', ' , ,, ', []],
  ])('%s', (_, srcset, candidates) => {
    expect(parseSrcset(srcset)).toEqual(candidates);
  });

  it('ends with any text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(',', ' ', 'a', '(', ')', '1', 'w', 'x', '.'), maxLength: 60 }), (text) => {
      for (const { url } of parseSrcset(text)) expect(url).toMatch(/^[^\s,](.*[^\s,])?$/);
    }));
  });
});

describe('the source to send', () => {
  const shape = { width: 300, height: 200 };
  const choose = (srcset: string, maxSide: number, of = shape) => chooseCandidate(parseSrcset(srcset), maxSide, of)?.url;

  it.each<[string, number, string]>([
    ['a 400w, b 800w, c 1600w, d 3200w', 1_536, 'c'],
    ['d 3200w, c 1600w, b 800w, a 400w', 1_536, 'c'],
    ['a 400w, b 800w', 1_536, 'b'],
    ['a 400w, b 1536w, c 1537w', 1_536, 'b'],
    ['a, b 2x, c 4x, d 8x', 1_000, 'c'],
  ])('of %s for %d pixels', (srcset, maxSide, url) => {
    expect(choose(srcset, maxSide)).toBe(url);
  });

  it('of a picture that is higher than wide is judged by its height', () => {
    expect(choose('a 400w, b 800w, c 1600w', 1_536, { width: 100, height: 200 })).toBe('b');
  });

  it('of an unknown shape is the densest', () => {
    expect(choose('a 1x, b 3x, c 2x', 1_536, { width: 0, height: 0 })).toBe('b');
  });

  it('of none is none', () => {
    expect(choose('', 1_536)).toBeUndefined();
  });
});
