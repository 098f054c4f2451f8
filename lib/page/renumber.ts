import type { Block, PageImage } from '~/lib/shared/page-content';
import type { Written } from './written';

/** What is left without the `dropped` blocks and their pictures, numbered anew. */
export function withoutBlocks(written: Written, dropped: ReadonlySet<string>): { blocks: Block[]; images: PageImage[] } {
  if (dropped.size === 0) return written;
  const blockIds = new Map<string, string>();
  const kept = written.blocks.filter((block) => !dropped.has(block.id));
  kept.forEach((block, index) => blockIds.set(block.id, `b${index + 1}`));
  const images = written.images.filter((image) => image.blockId === undefined || blockIds.has(image.blockId));
  const imageIds = new Map(images.map((image, index) => [image.id, `i${index + 1}`]));
  return {
    blocks: kept.map((block) => {
      const id = blockIds.get(block.id) ?? block.id;
      return block.kind === 'figure' ? { ...block, id, imageIds: block.imageIds.map((image) => imageIds.get(image) ?? image) } : { ...block, id };
    }),
    images: images.map((image) => {
      const blockId = image.blockId === undefined ? undefined : blockIds.get(image.blockId);
      return { ...image, id: imageIds.get(image.id) ?? image.id, ...(blockId ? { blockId } : {}) };
    }),
  };
}
