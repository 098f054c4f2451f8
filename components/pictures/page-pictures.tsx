import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { PictureList as PictureListData } from '~/lib/messaging/picture-calls';
import type { SettingsView } from '~/lib/messaging/settings-view';
import type { RunRequest } from '~/lib/shared/run';
import { KeyedStore } from '../hooks/keyed-store';
import { useDescribing } from '../hooks/use-describing';
import { usePageTexts } from '../hooks/use-page-texts';
import { usePictureBatch } from '../hooks/use-picture-batch';
import { usePictureChoice } from '../hooks/use-picture-choice';
import { useThumbnails } from '../hooks/use-thumbnails';
import { BatchPanel } from './batch-panel';
import { ClosedOrigins } from './closed-origins';
import { CompareForm } from './compare-form';
import { BoardProvider, type PictureBoard } from './picture-context';
import { PictureList } from './picture-list';
import { lacksDescription, refOf } from './picture-names';
import { PicturesSummary } from './pictures-summary';
import { SendQuestion } from './send-question';

interface PagePicturesProps {
  tabId: number;
  list: PictureListData;
  view: SettingsView | undefined;
  /** As in `PicturesView`. */
  passing: boolean;
  renew: () => void;
  onStart: (request: RunRequest) => void;
}

/** The list, once there is one, and what is done with several of its pictures. */
export function PagePictures({ tabId, list, view, passing, renew, onStart }: PagePicturesProps) {
  const { pictures } = list;
  const { state: batch, items: progress } = usePictureBatch(tabId);
  const thumbnails = useMemo(() => new KeyedStore<string>(), []);
  const { watch, retry } = useThumbnails(tabId, thumbnails);
  const texts = usePageTexts(tabId, pictures, progress, renew);
  const choice = usePictureChoice();
  const describing = useDescribing(tabId);
  const starter = useRef(onStart);
  starter.current = onStart;

  // Ids may stand for other pictures now, and sites that were closed may be open.
  useEffect(() => {
    choice.clear();
    retry();
  }, [pictures, choice.clear, retry]);

  const { wordings, added, add } = texts;
  const { chosen, choose } = choice;
  const { describe } = describing;
  const start = useCallback<PictureBoard['start']>(
    (task, picture) => starter.current({ task, source: { kind: 'image', picture: refOf(picture) } }),
    [],
  );
  const board = useMemo<PictureBoard>(
    () => ({ wordings, added, add, chosen, choose, thumbnails, watch, progress, describe, start }),
    [wordings, added, add, chosen, choose, thumbnails, watch, progress, describe, start],
  );
  const compare = (question: string) => {
    const refs = pictures.filter(({ id }) => chosen.has(id)).map(refOf);
    onStart({ task: 'compare-images', source: { kind: 'images', pictures: refs }, question });
  };

  if (pictures.length === 0) {
    return (
      <div class="pictures-none">
        <h3>{t('picturesNone')}</h3>
        <p>{t('picturesNoneHint')}</p>
      </div>
    );
  }
  const lacking = pictures.filter(lacksDescription);
  const ids = pictures.map(({ id }) => id);
  const isAddable = (id: string) => {
    const text = texts.textOf(id);
    return text !== undefined && text !== added.get(id);
  };
  const origin = list.restoreOrigin;
  return (
    <BoardProvider value={board}>
      <PicturesSummary list={list} missing={lacking.filter(({ id }) => !added.has(id)).length} />
      <ClosedOrigins list={list} onAllowed={renew} />
      <BatchPanel
        batch={batch}
        describing={describing}
        texts={texts}
        missing={lacking.filter(({ id }) => !texts.textOf(id)).map(({ id }) => id)}
        failed={ids.filter((id) => progress.get(id)?.state === 'failed')}
        addable={ids.filter(isAddable)}
        restore={origin && view ? { origin, on: view.settings.pictures.restoreOrigins.includes(origin), passing } : undefined}
      />
      {describing.asking && (
        <SendQuestion asking={describing.asking} onStart={describing.start} onCancel={describing.cancel} />
      )}
      {choice.count > 0 && <CompareForm count={choice.count} onCompare={compare} onClear={choice.clear} />}
      <PictureList pictures={pictures} />
    </BoardProvider>
  );
}
