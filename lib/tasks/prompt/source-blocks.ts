import type { Block, PageContent } from '~/lib/shared/page-content';
import type { RunSource } from '~/lib/shared/run';

/** The selection a request is about; none when the request is about the page, or nothing is selected. */
export function selectedText(page: PageContent, source: RunSource): string | undefined {
  return source.kind === 'selection' ? (source.text ?? page.selection)?.trim() || undefined : undefined;
}

/** The blocks a request is about: those of the page, or one paragraph for each of the selection's. */
export function sourceBlocks(page: PageContent, source: RunSource): Block[] {
  return (
    selectedText(page, source)
      ?.split(/\n\s*\n/)
      .map((part, i) => ({ id: `s${i + 1}`, kind: 'paragraph' as const, text: part.trim() }))
      .filter((block) => block.text) ?? page.blocks
  );
}
