import type { Server } from '~/lib/api/types';
import { AppError, type AppErrorData, toAppError } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import type { Voice } from '~/lib/shared/player';
import type { Settings } from '~/lib/shared/settings';
import { getSettings } from '~/lib/storage/settings';
import { needsKey } from '../choose-engine';
import { loadModels } from '../model-list';
import type { Platform } from '../platform';
import { getServer } from '../server';

/** Models that are asked for their voices; servers with more have catalogues nobody could search by ear. */
const MAX_MODELS = 40;
/** Milliseconds a list is taken for true. */
const FRESH = 600_000;

/** A voice of the server, with every language it is made for. */
export interface ServerVoice extends Voice {
  languages: readonly string[];
}

interface ServerList {
  voices: readonly ServerVoice[];
  /** Why there are none, where that is not simply so. */
  error?: AppErrorData;
}

/** The voices of the configured server's speech models. */
export class ServerVoices {
  readonly #api: Platform['api'];
  #kept: { of: string; at: number; list: Promise<ServerList> } | undefined;

  constructor(api: Platform['api']) {
    this.#api = api;
  }

  /** Asks the server at most every ten minutes. Never throws. */
  async list(): Promise<ServerList> {
    try {
      const { settings } = await getSettings();
      const server = await getServer(settings);
      if (!server.key && needsKey(settings)) throw new AppError('no-key', { host: hostOf(server.baseUrl) });
      const of = `${server.baseUrl} ${server.key === undefined}`;
      if (this.#kept?.of !== of || Date.now() - this.#kept.at > FRESH) {
        this.#kept = { of, at: Date.now(), list: this.#ask(server, settings) };
        // What went wrong is tried again next time.
        this.#kept.list.then(({ error }) => error && (this.#kept = undefined), () => (this.#kept = undefined));
      }
      return await this.#kept.list;
    } catch (thrown) {
      return { voices: [], error: toAppError(thrown).data };
    }
  }

  async #ask(server: Server, settings: Settings): Promise<ServerList> {
    const { models, error } = await loadModels(this.#api, server, settings);
    const speaking = models.filter(({ speech }) => speech);
    // AI/ML API's list does not always tell its speech models apart.
    const known = speaking.length > 0 || settings.preset !== 'aimlapi' ? speaking : this.#api.bundledSpeechModels;
    const lists = await Promise.all(
      known.slice(0, MAX_MODELS).map(async (model): Promise<ServerVoice[]> => {
        const voices = await this.#api.listVoices(server, model.id);
        // One that nobody lists is there all the same: the model's own.
        const listed = voices.length > 0 ? voices : [{ id: '', name: '', languages: [] }];
        return listed.map(({ id, name, languages }) => ({
          ref: { kind: 'api', model: model.id, voice: id },
          name: name ? `${name} (${model.name})` : model.name,
          lang: languages.length === 1 ? (languages[0] ?? '') : '',
          languages,
          offline: false,
        }));
      }),
    );
    const voices = lists.flat();
    return voices.length === 0 && error ? { voices, error } : { voices };
  }
}
