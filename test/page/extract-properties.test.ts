// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extractPage } from '~/lib/page/extract-page';
import { blockText } from '~/lib/shared/block-text';
import { PageContent } from '~/lib/shared/page-content';

const TAGS = ['div', 'p', 'span', 'a', 'ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'pre', 'code', 'blockquote', 'h1', 'h3', 'figure', 'figcaption', 'img', 'br', 'nav', 'aside', 'details', 'summary', 'my-card', 'button', 'dl', 'dt', 'article'];
const CLASSES = ['', 'related', 'caption', 'comments', 'share', 'content', 'gallery', 'date'];
const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom('Some words of text, which go on for a while and end here.', '\u200B\u{E0041}\u202E', '  \n ', 'Related stories', '2 of 3'));

const { node } = fc.letrec<{ node: unknown; element: Node }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, words, tie('element')),
  element: fc.record({ tag: fc.constantFrom(...TAGS), name: fc.constantFrom(...CLASSES), style: fc.constantFrom('', 'display:none', 'opacity:0', 'color:#fff;background:#fff'), children: fc.array(tie('node'), { maxLength: 4 }) }).map(({ tag, name, style, children }) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (style) element.setAttribute('style', style);
    if (tag === 'a') element.setAttribute('href', 'javascript:void(0)');
    if (tag === 'img') element.setAttribute('src', '/picture.png');
    element.append(...(children as (Node | string)[]));
    return element as Node;
  }),
}));

it('reads any tree without fault, and leaves it as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(node, { maxLength: 8 }), async (children) => {
      document.body.replaceChildren(...(children as (Node | string)[]));
      const before = new XMLSerializer().serializeToString(document.body);
      const page = await extractPage(document);
      expect(new XMLSerializer().serializeToString(document.body)).toBe(before);
      PageContent.parse(page);
      expect(page.blocks.map((block) => block.id)).toEqual(page.blocks.map((_, index) => `b${index + 1}`));
      expect(page.images.map((image) => image.id)).toEqual(page.images.map((_, index) => `i${index + 1}`));
      const blockIds = new Set(page.blocks.map((block) => block.id));
      for (const image of page.images) if (image.blockId !== undefined) expect(blockIds).toContain(image.blockId);
      const imageIds = new Set(page.images.map((image) => image.id));
      for (const block of page.blocks) if (block.kind === 'figure') for (const id of block.imageIds) expect(imageIds).toContain(id);
      expect(page.blocks.map(blockText).join('\n')).not.toMatch(/[\u0001\u200B\u202A-\u202E\u{E0000}-\u{E007F}]/u);
    }),
    { numRuns: 60 },
  );
});
