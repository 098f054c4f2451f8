import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PagePicture, PictureProgress } from '~/lib/shared/picture';
import type { RunRequest } from '~/lib/shared/run';
import type { Describing } from '../hooks/use-describing';
import type { KeyedStore } from '../hooks/keyed-store';
import type { PageTexts } from '../hooks/use-page-texts';
import type { PictureChoice } from '../hooks/use-picture-choice';
import type { Thumbnails } from '../hooks/use-thumbnails';

/** Tasks about one picture, whose answers stand in the conversation. */
export type PictureTask = Extract<RunRequest, { source: { kind: 'image' } | { kind: 'view' } | { kind: 'region' } }>['task'];

/** What rows know and can do. Stays the same object, so that rows draw again only for what is theirs. */
export interface PictureBoard extends Pick<PageTexts, 'wordings' | 'added' | 'add'>, Pick<PictureChoice, 'chosen' | 'choose'> {
  thumbnails: KeyedStore<string>;
  watch: Thumbnails['watch'];
  progress: KeyedStore<PictureProgress>;
  describe: Describing['describe'];
  /** Starts a task about the picture and shows the conversation. */
  start: (task: PictureTask, picture: PagePicture) => void;
}

const BoardContext = createContext<PictureBoard | undefined>(undefined);

export const BoardProvider = BoardContext.Provider;

/** Throws outside of a `BoardProvider`. */
export function useBoard(): PictureBoard {
  const board = useContext(BoardContext);
  if (!board) throw new Error('BoardProvider is missing');
  return board;
}
