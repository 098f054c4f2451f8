import { z } from '~/lib/shared/zod';

/**
 * "Something changes in what you watch": sent by the background to pages whose Port ended with an idle
 * background. Without it they would have to reconnect at once, and so restart the background every 30 seconds
 * for as long as they are open.
 */
export const Wake = z.object({ wake: z.union([z.number(), z.enum(['player', 'history', 'attachments', 'spending', 'prompts'])]) });
export type Wake = z.infer<typeof Wake>;
