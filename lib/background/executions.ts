import { announceChange } from '~/lib/messaging/wake';
import { toAppError } from '~/lib/shared/app-error';
import { getSettings, updateSettings } from '~/lib/storage/settings';
import type { ReportMaterial } from './guard/report-material';
import { keepAliveDuring } from './keepalive';
import type { LiveRun } from './live-run';
import { isUnderWay } from './new-run';
import type { Platform } from './platform';
import type { Prepared, RunChoice, RunContext } from './run-context';
import type { Thread } from './thread';

interface Execution {
  controller: AbortController;
  ended: Promise<void>;
}

type Material = Prepared | ReportMaterial;

/** The one place that knows which runs this background executes. */
export class Executions {
  readonly #platform: Platform;
  readonly #running = new Map<string, Execution>();
  /** What runs in state `confirm` were made from, as long as this background lives. */
  readonly #prepared = new Map<string, Material>();

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** Does the work of a run; how it ends is the run's state. */
  begin(thread: Thread, live: LiveRun, tabId: number, choice: RunChoice, work: (context: RunContext) => Promise<Material | undefined>): void {
    const controller = new AbortController();
    const { signal } = controller;
    const running = async () => {
      try {
        const prepared = await work({ platform: choice.beyondLimit ? withoutLimit(this.#platform) : this.#platform, thread, live, tabId, signal, choice });
        if (prepared) this.#prepared.set(live.id, prepared);
        else if (live.run.state === 'done') await welcome();
      } catch (thrown) {
        const error = toAppError(thrown);
        if (signal.aborted || error.code === 'cancelled') live.change({ state: 'stopped' });
        else live.change({ state: 'failed', error: error.data });
      }
      this.#running.delete(live.id);
      await live.saved();
      if (!live.isPrivate) announceChange('history');
    };
    // `running` awaits before it ends, so the run is in the table before it is taken out.
    this.#running.set(live.id, { controller, ended: keepAliveDuring(running()) });
  }

  /** What a run in state `confirm` was made from, which is handed over. */
  takePrepared(live: LiveRun): Material | undefined {
    const prepared = this.#prepared.get(live.id);
    this.#prepared.delete(live.id);
    return prepared;
  }

  /** Resolves when the run has ended. */
  async stop(live: LiveRun): Promise<void> {
    const execution = this.#running.get(live.id);
    execution?.controller.abort();
    await execution?.ended;
    if (isUnderWay(live.run)) live.change({ state: 'stopped' });
    this.#prepared.delete(live.id);
  }

  /** Resolves when all of the runs have ended and are kept. */
  async stopAll(runs: readonly LiveRun[]): Promise<void> {
    await Promise.all(runs.map((live) => this.stop(live)));
    await Promise.all(runs.map((live) => live.saved()));
  }
}

/** For one run that the reader sends although the day's limit is reached. */
function withoutLimit(platform: Platform): Platform {
  return { ...platform, api: platform.api.beyondLimit ?? platform.api };
}

/** A first answer counts as having been welcomed. */
async function welcome(): Promise<void> {
  const { settings } = await getSettings();
  if (!settings.welcomed) await updateSettings({ welcomed: true }).catch(() => undefined);
}
