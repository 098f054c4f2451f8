// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { extractPage } from '~/lib/page/extract-page';
import { findPassage } from '~/lib/page/find-passage';

const put = (html: string) => {
  document.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
};

beforeEach(() => put(''));

describe('findPassage', () => {
  it('finds text split over inline elements, whatever the white space', () => {
    put('<p>Before.</p><p>The <b>quick</b>\n  bro<i>wn</i> fox.</p>');
    expect(findPassage(document, { text: 'The quick brown fox.' })?.toString()).toBe('The quick\n  brown fox.');
  });

  it('finds each block that was read', async () => {
    put('<h1>Title of it</h1><p>One <a href="#">two</a>\u200B three.</p><ul><li>first</li><li>second</li></ul>');
    const { blocks } = await extractPage(document);
    expect(blocks).toHaveLength(3);
    const found = blocks.map((block) => findPassage(document, block)?.toString().replace(/[\s\u200B]+/g, ''));
    expect(found).toEqual(['Titleofit', 'Onetwothree.', 'firstsecond']);
  });

  it('finds a passage that has changed a little', () => {
    const text = 'Prices rose by two percent in March, the office said on Monday, after they had fallen for most of the winter.';
    put(`<p>Other things.</p><p>${text.replace('two percent', 'two and a half percent')}</p><p>The end.</p>`);
    const range = findPassage(document, { text });
    expect(range?.toString()).toMatch(/^Prices rose by.*winter\.$/);
  });

  it('finds text in an open shadow root', () => {
    put('<div id="host"></div>');
    const root = document.getElementById('host')?.attachShadow({ mode: 'open' });
    root?.append(Object.assign(document.createElement('p'), { textContent: 'Deep within.' }));
    expect(findPassage(document, { text: 'Deep within.' })?.toString()).toBe('Deep within.');
  });

  it('is null for what is not there', () => {
    put('<p>Nothing of the kind.</p>');
    expect(findPassage(document, { text: 'A passage that was taken from another page altogether, long ago.' })).toBeNull();
    expect(findPassage(document, { text: ' \u200B ' })).toBeNull();
  });
});
