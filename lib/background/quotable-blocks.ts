import { blockMarkdown } from '~/lib/shared/block-text';
import type { Block } from '~/lib/shared/page-content';
import { isPictureRequest } from '~/lib/shared/run-kinds';
import { sourceBlocks } from '~/lib/tasks/prompt/source-blocks';
import type { BuiltRequest, Material } from './build-request';

/** The blocks of which a request holds words: those that its answer may quote. */
export function quotableBlocks({ page, request }: Material, { messages, share }: BuiltRequest): Block[] {
  const blocks = isPictureRequest(request) ? page.blocks : sourceBlocks(page, request.source);
  if (share >= 1) return blocks;
  const sent = new Set(messages.flatMap(({ role, content }) => (role === 'user' ? content.split('\n') : [])));
  return blocks.filter((block) => blockMarkdown(block).split('\n').some((line) => line.trim() && sent.has(line)));
}
