import type { CallHandlers } from '~/lib/messaging/handle';
import { clearGuardLog, readGuardLog } from '~/lib/storage/guard-log';
import type { RunRequest } from '~/lib/shared/run';
import { setKey } from '~/lib/storage/secrets';
import { getSettings } from '~/lib/storage/settings';
import { readSpending } from '~/lib/storage/spending';
import { makeAttachmentHandlers } from './attachments/handle-attachment-calls';
import type { BrowserEngine } from './browser-engine';
import type { TurnDeletion } from './conversations/delete-turns';
import { makeHistoryHandlers } from './conversations/handle-history-calls';
import type { CompareControl } from './compare/compare-control';
import { sweepAnew } from './conversations/keep-history';
import { loadModels } from './model-list';
import { createMenus } from './menus';
import { keepPrompts, listPrompts } from './prompts/prompts';
import { runPrompt } from './prompts/run-prompt';
import { unlockPdf } from './pdf/unlock-pdf';
import type { RegionChoosers } from './pictures/choose-region';
import { describeRegion } from './pictures/describe-region';
import { makePictureHandlers } from './pictures/handle-picture-calls';
import type { PictureTabs } from './pictures/picture-tabs';
import { registerRestore } from './pictures/restore-origins';
import { runReader } from './pictures/run-reader';
import type { Platform } from './platform';
import { findTabBlock, getTab } from './read-tab';
import type { RunControl } from './run-control';
import { chooseTab } from './run-tab';
import { getServer } from './server';
import { showBody, showPart, showRequest } from './show-request';
import { makePlayerHandlers } from './speech/handle-player-calls';
import type { VoiceHandlers } from './speech/handle-voice-calls';
import type { Player } from './speech/player';
import { showSource } from './show-source';
import { QuestionEstimates } from './spending/estimate-question';
import { localDay } from './spending/ledger';
import { startKept } from './start-kept';
import { testConnection } from './test-connection';
import type { ThreadControl } from './thread-control';
import type { Threads } from './threads';
import { applyPatch, viewSettings } from './update-settings';

/** What the background does for each call of the protocol. */
export function makeHandlers(
  platform: Platform,
  threads: Threads,
  control: RunControl,
  compare: CompareControl,
  shown: ThreadControl,
  turns: TurnDeletion,
  browserEngine: BrowserEngine,
  pictures: PictureTabs,
  choosers: RegionChoosers,
  player: Player,
  voices: VoiceHandlers,
): CallHandlers {
  const toShow = async (runId: string) => {
    const { thread, live } = await threads.findRun(runId);
    return { live, platform, tabId: await chooseTab(thread, live) };
  };
  const estimates = new QuestionEstimates(platform, threads);
  return {
    startRun: async (asked) => ({ runId: await startKept(control, threads, asked) }),
    stopRun: ({ runId }) => control.stop(runId),
    branchRun: async ({ runId, request }) => ({ runId: await control.branch(runId, request) }),
    showVersion: ({ runId, step }) => control.showVersion(runId, step),
    deleteRun: ({ runId }) => turns.remove(runId),
    keepRun: async ({ runId }) => ({ kept: await turns.takeBack(runId) }),
    continueRun: ({ runId, beyondLimit }) => control.continue(runId, { beyondLimit }),
    async retryRun({ runId, request, password, ...choice }) {
      if (password !== undefined) await unlockPdf(threads, runId, password);
      return { runId: await control.retry(runId, request, choice) };
    },
    retryParts: ({ runId }) => control.retryParts(runId),
    confirmRun: ({ runId, accept }) => control.confirm(runId, accept),

    getRequest: async ({ runId }) => showRequest((await threads.findRun(runId)).live),
    getPart: async ({ runId, number }) => showPart(await toShow(runId), number),
    getRequestBody: async ({ runId, number }) => showBody(await toShow(runId), number),

    newThread: ({ tabId }) => shown.renew(tabId),

    async getTab({ tabId }) {
      const tab = await getTab(tabId);
      const blocked = findTabBlock(tab);
      const title = tab.title ?? '';
      return { tabId, title, url: tab.url ?? '', ...(blocked ? { blocked: blocked.data } : {}) };
    },

    getSettings: () => viewSettings(browserEngine),

    async updateSettings(patch) {
      await applyPatch(patch);
      if (patch.pictures) await registerRestore();
      if (patch.history) void sweepAnew().catch((thrown: unknown) => console.warn('Not deleted.', thrown));
      await player.applySettings();
      return viewSettings(browserEngine);
    },

    async setKey({ key }) {
      const { settings } = await getSettings();
      await setKey(settings.baseUrl, key);
      await player.applySettings();
      return viewSettings(browserEngine);
    },

    ...makePictureHandlers(platform, pictures, browserEngine),
    chooseRegion: ({ tabId }) => describeRegion(choosers, control, tabId),
    steerRegion: ({ tabId, key }) => choosers.steer(tabId, key),

    ...makePlayerHandlers(player),
    ...voices,

    showPassage: async ({ tabId, quote }) => ({ shown: await runReader(tabId, 'showPassage', { text: quote }) }),
    showSource: (source) => showSource(threads, source),
    getGuardLog: async () => ({ entries: await readGuardLog() }),
    clearGuardLog,
    getSpending: () => readSpending(localDay()),
    estimateQuestion: (asked) => estimates.estimate(asked),
    compareModels: async ({ tabId, request, models }) => ({ runId: await compare.start(tabId, request, models) }),
    compareAnswer: ({ runId, models }) => compare.beside(runId, models),
    keepAnswer: ({ runId }) => compare.keep(runId),
    estimateComparison: (asked) => estimates.compare(asked),
    ...makeHistoryHandlers(threads, shown),
    ...makeAttachmentHandlers(platform, threads),

    listPrompts: async () => ({ prompts: await listPrompts() }),
    async savePrompts({ prompts }) {
      await keepPrompts(prompts);
      void createMenus();
    },
    async runPrompt({ tabId, id, models, ...place }) {
      const start = (request: RunRequest) => (models ? compare.start(tabId, request, models) : control.start(tabId, request));
      return { runId: await runPrompt(start, id, place) };
    },

    testConnection: () => testConnection(platform.api),

    async listModels({ refresh }) {
      const { settings } = await getSettings();
      return loadModels(platform.api, await getServer(settings), settings, refresh);
    },
  };
}
