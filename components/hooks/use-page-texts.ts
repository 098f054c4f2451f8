import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import type { PagePicture, PictureProgress } from '~/lib/shared/picture';
import { refOf } from '../pictures/picture-names';
import { KeyedStore } from './keyed-store';

export interface PageTexts {
  /** The reader's own wording of a description, by picture. */
  wordings: KeyedStore<string>;
  /** The description that the page holds now, by picture. */
  added: KeyedStore<string>;
  /** How many pictures of the page hold one. */
  addedCount: number;
  /** What would be added, or is; undefined for a picture without description. */
  textOf: (id: string) => string | undefined;
  add: (ids: readonly string[]) => void;
  /** Takes back all of them. */
  remove: () => void;
  error: AppErrorData | undefined;
}

/** Descriptions on their way into the page and out of it. `onMissed`: fewer were written than asked for. */
export function usePageTexts(
  tabId: number,
  pictures: readonly PagePicture[],
  progress: KeyedStore<PictureProgress>,
  onMissed: () => void,
): PageTexts {
  const stores = useMemo(() => ({ tabId, wordings: new KeyedStore<string>(), added: new KeyedStore<string>() }), [tabId]);
  const { wordings, added } = stores;
  const [addedCount, setAddedCount] = useState(0);
  const [error, setError] = useState<AppErrorData>();

  useEffect(() => {
    added.clear();
    for (const picture of pictures) added.set(picture.id, picture.added);
    setAddedCount(added.entries().length);
  }, [pictures, added]);

  const textOf = useCallback(
    (id: string) => (wordings.get(id) ?? progress.get(id)?.text ?? added.get(id))?.trim() || undefined,
    [wordings, progress, added],
  );
  const add = useCallback(
    (ids: readonly string[]) => {
      const wanted = new Set(ids);
      const texts = pictures.flatMap((picture) => {
        const text = wanted.has(picture.id) ? textOf(picture.id) : undefined;
        return text ? [{ id: picture.id, ref: refOf(picture), text }] : [];
      });
      if (texts.length === 0) return;
      setError(undefined);
      call('addToPage', { tabId, entries: texts.map(({ ref, text }) => ({ ref, text })) }).then(
        (written) => {
          if (written.added < texts.length) return onMissed();
          for (const { id, text } of texts) added.set(id, text);
          setAddedCount(added.entries().length);
        },
        (thrown: unknown) => setError(toAppError(thrown).data),
      );
    },
    [tabId, pictures, added, textOf, onMissed],
  );
  const remove = useCallback(() => {
    setError(undefined);
    call('removeFromPage', { tabId }).then(
      () => {
        // The descriptions stay here: they can be added again.
        for (const [id, text] of added.entries()) {
          if (!progress.get(id)?.text) wordings.set(id, text);
          added.set(id, undefined);
        }
        setAddedCount(0);
      },
      (thrown: unknown) => setError(toAppError(thrown).data),
    );
  }, [tabId, added, wordings, progress]);

  return { wordings, added, addedCount, textOf, add, remove, error };
}
