import { z } from './zod';

/** A finished file: what the audio cache holds under a name (`nameAudio`), or a base64 `data:` address. */
export const FileSource = z.union([z.object({ key: z.string() }), z.object({ data: z.string().check(z.startsWith('data:')) })]);
export type FileSource = z.infer<typeof FileSource>;
