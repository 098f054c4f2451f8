import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeDocuments, type ReadDocument } from '~/lib/background/attachments/compose-documents';
import { blockText } from '~/lib/shared/block-text';
import type { Finding } from '~/lib/shared/guard';
import type { PageContent } from '~/lib/shared/page-content';
import { countWords } from '~/lib/shared/words';

function makeDocument(title: string, about: Partial<PageContent> = {}, kind: ReadDocument['kind'] = 'tab'): ReadDocument {
  const page: PageContent = {
    url: `https://example.org/${encodeURIComponent(title)}`, title, lang: 'en', dir: 'ltr', kind: 'article',
    blocks: [{ id: 'b1', kind: 'paragraph', text: `All about ${title}.` }], images: [], wordCount: 0, omissions: [], ...about,
  };
  page.wordCount = page.blocks.reduce((sum, block) => sum + countWords(blockText(block)), 0);
  return { kind, url: page.url, page };
}

describe('several documents as one page', () => {
  it('leaves a single one what it is', () => {
    const one = makeDocument('Boats');
    expect(composeDocuments([one])).toBe(one.page);
  });

  it('sets each behind a heading of its own, headings below it, ids apart', () => {
    const page = composeDocuments([
      makeDocument('Boats', { blocks: [{ id: 'b1', kind: 'heading', level: 1, text: 'Sails' }, { id: 'b2', kind: 'paragraph', text: 'White.' }] }, 'page'),
      { ...makeDocument('Notes', { url: '', images: [{ id: 'i1', blockId: 'b1', src: '', width: 0, height: 0 }] }, 'file'), fileId: 'f1' },
    ]);
    expect(page.blocks).toEqual([
      { id: 'd1.title', kind: 'heading', level: 1, text: 'Document 1: Boats' },
      { id: 'd1.b1', kind: 'heading', level: 2, text: 'Sails' },
      { id: 'd1.b2', kind: 'paragraph', text: 'White.' },
      { id: 'd2.title', kind: 'heading', level: 1, text: 'Document 2: Notes' },
      { id: 'd2.b1', kind: 'paragraph', text: 'All about Notes.' },
    ]);
    expect(page.images).toEqual([{ id: 'd2.i1', blockId: 'd2.b1', src: '', width: 0, height: 0 }]);
    expect(page.documents).toEqual([
      { id: 'd1', kind: 'page', title: 'Boats', url: 'https://example.org/Boats' },
      { id: 'd2', kind: 'file', title: 'Notes', url: '', fileId: 'f1' },
    ]);
  });

  it('keeps apart what was left out of which, and what was found in which', () => {
    const finding: Finding = { carrier: 'visible', place: 'visible', rules: ['x'], excerpt: 'Do it', blockId: 'b1' };
    const omission = { reason: 'hidden', passages: 1, words: 2, excerpts: ['Psst.'] } as const;
    const page = composeDocuments([makeDocument('A'), makeDocument('B', { findings: [finding], omissions: [{ ...omission, excerpts: [...omission.excerpts] }] })]);
    expect(page.findings).toEqual([{ ...finding, blockId: 'd2.b1', documentId: 'd2' }]);
    expect(page.omissions).toEqual([{ ...omission, documentId: 'd2' }]);
  });

  it('calls a document without title by its host', () => {
    expect(composeDocuments([makeDocument('A'), { ...makeDocument(''), url: 'https://boats.example/x' }]).documents?.[1]?.title).toBe('boats.example');
  });

  it('says of a document in another language which that is', () => {
    const page = composeDocuments([makeDocument('A'), makeDocument('B', { lang: 'de' })]);
    expect(page.blocks.at(-1)?.lang).toBe('de');
    expect(page.blocks[1]?.lang).toBeUndefined();
  });

  it('holds every word of every document once, each under an id of its own', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const block = fc.oneof(
      fc.record({ kind: fc.constant('paragraph' as const), text }),
      fc.record({ kind: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 6 }), text }),
    );
    fc.assert(fc.property(fc.array(fc.tuple(text, fc.array(block, { minLength: 1, maxLength: 6 })), { minLength: 2, maxLength: 6 }), (given) => {
      const documents = given.map(([title, blocks]) => makeDocument(title, { blocks: blocks.map((each, i) => ({ ...each, id: `b${i + 1}` })) }));
      const page = composeDocuments(documents);
      const titles = page.blocks.filter(({ id }) => id.endsWith('.title'));
      expect(titles).toHaveLength(documents.length);
      expect(page.blocks.filter(({ id }) => !id.endsWith('.title')).map(blockText)).toEqual(documents.flatMap(({ page: each }) => each.blocks.map(blockText)));
      expect(new Set(page.blocks.map(({ id }) => id)).size).toBe(page.blocks.length);
      expect(page.wordCount).toBe(page.blocks.reduce((sum, each) => sum + countWords(blockText(each)), 0));
    }));
  });
});
