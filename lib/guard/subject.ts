import type { ImagePart } from '~/lib/shared/chat';

/** What a guard is asked about. */
export type GuardSubject = TextSubject | ImageSubject;

export interface TextSubject {
  kind: 'text';
  /** Who wrote it: the reader, the page, or a model. */
  checkpoint: 'message' | 'page' | 'answer';
  text: string;
  /** What an answer replies to; some guards judge it by that. */
  question?: string;
}

/** Pictures that belong together, e.g. the pieces of a long one. */
export interface ImageSubject {
  kind: 'image';
  images: ImagePart[];
}
