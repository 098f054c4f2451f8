import { browser } from 'wxt/browser';
import { handleCalls } from '~/lib/messaging/handle';
import { CHOOSER_PORT, PICTURES_PORT, PLAYER_PORT, THREAD_PORT } from '~/lib/messaging/ports';
import { type PlayerEvent, WatchPlayer } from '~/lib/messaging/speech-calls';
import { serveRestorePings } from '~/lib/messaging/restore-ping';
import { servePort } from '~/lib/messaging/serve-port';
import { serveTab } from '~/lib/messaging/serve-tab';
import { AudioCache } from '~/lib/storage/audio-cache';
import { closeStorage } from '~/lib/storage/close-storage';
import { BrowserEngine } from './browser-engine';
import { handleCommand } from './commands';
import { TurnDeletion } from './conversations/delete-turns';
import { keepDrafts } from './conversations/keep-drafts';
import { CompareControl } from './compare/compare-control';
import { keepHistory } from './conversations/keep-history';
import { Executions } from './executions';
import { forgetPrivate } from './forget-private';
import { forgetShown } from './pdf/read-shown';
import { makeHandlers } from './handle-calls';
import { maskApi } from './masking/masked-api';
import { createMenus, handleMenuClick } from './menus';
import { RegionChoosers } from './pictures/choose-region';
import { PictureTabs } from './pictures/picture-tabs';
import { followPermissions, registerRestore } from './pictures/restore-origins';
import { Restorer } from './pictures/restore-page';
import type { Platform } from './platform';
import { handlePromptMenu } from './prompts/prompt-menus';
import { RunControl } from './run-control';
import { makeVoiceHandlers } from './speech/handle-voice-calls';
import { ReadingMarks } from './speech/mark-reading';
import { servePageClicks } from './speech/page-clicks';
import { Player } from './speech/player';
import { handleReadingMenu } from './speech/reading-menus';
import { SystemVoices } from './speech/system-voices';
import { meterApi } from './spending/metered-api';
import { ThreadControl } from './thread-control';
import { Threads } from './threads';
import { openWelcomeTab } from './welcome-tab';

/**
 * Starts the background. Every listener is registered before this returns: the browser may have started the worker
 * for the very event, and hands it over only to listeners it finds at once.
 */
export function startBackground(surroundings: Platform): void {
  const platform = { ...surroundings, api: maskApi(meterApi(surroundings.api)) };
  const threads = new Threads();
  const executions = new Executions(platform);
  const shown = new ThreadControl(threads, executions);
  const control = new RunControl(threads, shown, executions);
  const turns = new TurnDeletion(threads, executions);
  const compare = new CompareControl(threads, shown, executions);
  const pictures = new PictureTabs(platform);
  const choosers = new RegionChoosers();
  const restorer = new Restorer(platform, pictures);
  const audioCache = new AudioCache();
  const voices = new SystemVoices(platform.audio);
  const marks = new ReadingMarks();
  const player = new Player({ platform, threads, cache: audioCache, voices, pictures, findPlace: marks.findPlace });
  player.observe(marks);
  const browserEngine = new BrowserEngine(platform.summarizer);

  handleCalls(makeHandlers(platform, threads, control, compare, shown, turns, browserEngine, pictures, choosers, player, makeVoiceHandlers(platform, audioCache, voices, (spent) => void player.countSpent(spent))));
  serveTab(THREAD_PORT, (tabId, send, signal) => threads.watch(tabId, send, signal));
  serveTab(PICTURES_PORT, async (tabId, send, signal) => (await pictures.ofTab(tabId)).subscribe(send, signal));
  serveTab(CHOOSER_PORT, (tabId, send, signal) => choosers.subscribe(tabId, send, signal));
  servePort(PLAYER_PORT, WatchPlayer, (_, send: (event: PlayerEvent) => void, signal) => player.subscribe(send, signal));
  platform.audio.onEvent((event) => void player.handleEvent(event));
  servePageClicks(({ reading, position }) => void player.jump(reading, position));
  serveRestorePings((tabId, origin) => void restorer.handlePing(tabId, origin));

  browser.contextMenus.onClicked.addListener((click, tab) => {
    handleMenuClick(control, click, tab?.id);
    handleReadingMenu(player, click, tab?.id);
    handlePromptMenu(control, click, tab?.id);
  });
  browser.commands.onCommand.addListener((command, tab) => handleCommand({ control, choosers, player }, command, tab?.id));
  browser.runtime.onConnect.addListener((port) => choosers.accept(port));
  browser.tabs.onRemoved.addListener((tabId) => {
    void shown.closeTab(tabId);
    void pictures.closeTab(tabId);
    void player.closeTab(tabId);
    forgetShown(tabId);
    void forgetPrivate(audioCache, tabId);
  });
  // Firefox may still count the tabs of a window that closes.
  browser.windows.onRemoved.addListener(() => void forgetPrivate(audioCache));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (!status) return;
    void pictures.followTab(tabId);
    void player.followTab(tabId);
  });

  browser.permissions.onRemoved.addListener(() => void followPermissions());

  keepHistory();
  keepDrafts();
  turns.start();
  closeStorage().catch((thrown: unknown) => console.warn('Storage stays open to content scripts.', thrown));

  const prepare = () => {
    void createMenus();
    void browserEngine.probe();
    void registerRestore();
  };
  browser.runtime.onInstalled.addListener(({ reason }) => {
    prepare();
    openWelcomeTab(reason).catch((thrown: unknown) => console.warn('The first-run page did not open.', thrown));
  });
  browser.runtime.onStartup.addListener(prepare);
}
