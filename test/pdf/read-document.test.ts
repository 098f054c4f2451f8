import { describe, expect, it } from 'vitest';
import { textLine, textLines, writePdf } from '../fixtures/pdf/write-pdf';
import { readBytes } from './read-bytes';

describe('a document as text', () => {
  it('reads headings and paragraphs', async () => {
    const bytes = writePdf({
      title: 'On tides',
      lang: 'en',
      pages: [{ content: textLine('On tides', 72, 760, 24, 'F2') + textLines(['The moon pulls the sea towards it, and a tide is the an-', 'swer of the water to that pull.', 'It takes about six hours.'], 72, 700) }],
    });
    const page = await readBytes(bytes);
    expect(page.title).toBe('On tides');
    expect(page.blocks).toEqual([
      { id: 'b1', kind: 'heading', level: 1, text: 'On tides', page: 1 },
      { id: 'b2', kind: 'paragraph', text: 'The moon pulls the sea towards it, and a tide is the answer of the water to that pull. It takes about six hours.', page: 1 },
    ]);
  });
});
