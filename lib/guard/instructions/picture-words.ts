import type { PagePicture } from '~/lib/shared/picture';
import type { PassageInspector } from './inspect-passages';

/**
 * A picture without those words about it that give orders to an assistant: they go along with the picture when it is
 * described. A name may come from anywhere, hidden elements included.
 */
export function withoutOrderWords({ name, caption, heading, around, ...picture }: PagePicture, inspector: PassageInspector): PagePicture {
  const isOrder = (carrier: 'attribute' | 'visible', text: string) => inspector.isOrder(carrier, text);
  return {
    ...picture,
    ...(name !== undefined && !isOrder('attribute', name) ? { name } : {}),
    ...(caption !== undefined && !isOrder('visible', caption) ? { caption } : {}),
    ...(heading !== undefined && !isOrder('visible', heading) ? { heading } : {}),
    ...(around !== undefined && !isOrder('visible', around) ? { around } : {}),
  };
}
