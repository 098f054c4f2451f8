import type { Block, PageContent } from '~/lib/shared/page-content';
import type { RunSource } from '~/lib/shared/run';

/** The selection a request is about; none when the request is about the page, or nothing is selected. */
export function selectedText(page: PageContent, source: RunSource): string | undefined {
  return source.kind === 'selection' ? page.selection?.trim() || undefined : undefined;
}

/** The blocks a request is about: those of the page, or those of the selection. */
export function sourceBlocks(page: PageContent, source: RunSource): Block[] {
  const selection = selectedText(page, source);
  return selection === undefined ? page.blocks : cutSelection(selection);
}

/** A selection as blocks, one for each paragraph. */
export function cutSelection(text: string): { id: string; kind: 'paragraph'; text: string }[] {
  return text
    .split(/\n\s*\n/)
    .map((part, i) => ({ id: `s${i + 1}`, kind: 'paragraph' as const, text: part.trim() }))
    .filter((block) => block.text);
}
