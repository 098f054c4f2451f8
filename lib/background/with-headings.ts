import type { Block, PageContent } from '~/lib/shared/page-content';

const HEADING = /^(#{1,6})[ \t]+(.*?)[ \t]*#*(?:\n|$)/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/gm;

/** Lines that begin with `#` become headings, so that a long text is cut before them; what stands in code stays. Of a plain text as a page. */
export function withHeadings(page: PageContent): PageContent {
  let inCode = false;
  const blocks = page.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'paragraph') return [block];
    const found = inCode ? undefined : HEADING.exec(block.text);
    if ((block.text.match(FENCE)?.length ?? 0) % 2 === 1) inCode = !inCode;
    if (!found) return [block];
    const [whole, marks = '', title = ''] = found;
    const rest = block.text.slice(whole.length).trim();
    const heading: Block = { id: block.id, kind: 'heading', level: marks.length, text: title };
    return rest ? [heading, { ...block, id: `${block.id}t`, text: rest }] : [heading];
  });
  return { ...page, blocks };
}
