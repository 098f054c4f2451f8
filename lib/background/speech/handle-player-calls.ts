import type { CallHandlers } from '~/lib/messaging/handle';
import { unlockTab } from '../pdf/unlock-pdf';
import type { Player } from './player';

type PlayerCalls = 'prepareReading' | 'readAloud' | 'readAnswer' | 'controlPlayer' | 'seekPlayer' | 'moveItem' | 'answerSpending' | 'decidePictures' | 'saveNarration' | 'stopSaving';

/** What the background does for each call about reading aloud. */
export function makePlayerHandlers(player: Player): Pick<CallHandlers, PlayerCalls> {
  return {
    prepareReading: ({ tabId }) => player.prepare(tabId),
    async readAloud({ password, ...request }) {
      if (password !== undefined) await unlockTab(request.tabId, password);
      return player.readAloud(request);
    },
    readAnswer: ({ runId }) => player.readAnswer(runId),
    controlPlayer: ({ action }) => player.control(action),
    seekPlayer: ({ share }) => player.seek(share),
    moveItem: ({ id, to }) => player.moveItem(id, to),
    answerSpending: ({ accept }) => player.answerSpending(accept),
    decidePictures: ({ choice }) => player.decidePictures(choice),
    saveNarration: (request) => player.save(request),
    stopSaving: async () => player.stopSaving(),
  };
}
