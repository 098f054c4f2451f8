import type { Block, PageImage } from '~/lib/shared/page-content';
import { declaredLanguage } from './declared-language';
import type { SnapElement } from './snapshot';

export interface Origin {
  element: SnapElement;
  /** Share of the block's characters that are links, 0 to 1. */
  linked: number;
  firstLink: SnapElement | undefined;
}

export interface Written {
  blocks: Block[];
  images: PageImage[];
  /** Where each block stands in the page, and what of it are links, by block id. */
  origins: Map<string, Origin>;
}

/** A block before it has its id. */
export type Draft = Block extends infer B ? (B extends Block ? Omit<B, 'id'> : never) : never;

/** Blocks and pictures in the order they are added, numbered from 1: `b1`, `i1`. */
export class WrittenBlocks implements Written {
  readonly blocks: Block[] = [];
  readonly images: PageImage[] = [];
  readonly origins = new Map<string, Origin>();
  readonly #lang: string | undefined;

  /** `lang`: BCP 47 tag of the page; blocks that declare another one carry it. */
  constructor(lang: string | undefined) {
    this.#lang = lang;
  }

  /** Returns the id of the new block. */
  add(draft: Draft, origin: Origin): string {
    const id = `b${this.blocks.length + 1}`;
    const lang = declaredLanguage(origin.element, this.#lang);
    this.blocks.push({ id, ...(lang ? { lang } : {}), ...draft } as Block);
    this.origins.set(id, origin);
    return id;
  }

  /** Adds pictures that stand in a block; without one, in the last. */
  attach(images: readonly SnapElement[], blockId: string | undefined, caption?: string): void {
    for (const image of images) {
      if (!image.picture) continue;
      const id = `i${this.images.length + 1}`;
      const place = blockId ?? this.blocks.at(-1)?.id;
      this.images.push({ id, ...image.picture, ...(place ? { blockId: place } : {}), ...(caption ? { caption } : {}) });
      const block = blockId === undefined ? undefined : this.blocks[Number(blockId.slice(1)) - 1];
      if (block?.kind === 'figure') block.imageIds.push(id);
    }
  }

  /** Gives a caption to the last block and its pictures, if those are a figure without; returns whether they are. */
  captionLast(caption: string): boolean {
    const last = this.blocks.at(-1);
    if (last?.kind !== 'figure' || last.caption !== undefined) return false;
    last.caption = caption;
    for (const id of last.imageIds) {
      const image = this.images[Number(id.slice(1)) - 1];
      if (image) image.caption = caption;
    }
    return true;
  }
}
