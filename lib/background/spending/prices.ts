import { speechLimits } from '~/lib/api/speech/families';
import type { Server } from '~/lib/api/types';
import { isModel, type Model } from '~/lib/shared/model';
import { getCachedModels } from '~/lib/storage/models';

/** Milliseconds for which a list is not read from the disk again: a text in parts asks hundreds of times. */
const FRESH = 30_000;

/** What a server's models cost, as its list tells. */
export class Prices {
  readonly #lists = new Map<string, { at: number; models: Promise<readonly Model[]> }>();

  /** US dollars a million tokens; `undefined` when nobody says. */
  async ofTokens({ baseUrl }: Server, model: string): Promise<Model['price']> {
    return (await this.#find(baseUrl, model))?.price;
  }

  /** US dollars a million characters of speech; `undefined` when nobody says. */
  async ofSpeech({ baseUrl }: Server, model: string): Promise<number | undefined> {
    return (await this.#find(baseUrl, model))?.speechPrice ?? speechLimits(model).usdPerMillion;
  }

  async #find(baseUrl: string, id: string): Promise<Model | undefined> {
    const known = this.#lists.get(baseUrl);
    const models = known && Date.now() - known.at < FRESH && Date.now() >= known.at ? known.models : this.#load(baseUrl);
    return (await models).find((model) => isModel(model, id));
  }

  #load(baseUrl: string): Promise<readonly Model[]> {
    const models = getCachedModels(baseUrl).then((list) => {
      // A list that is not there yet may come with the next request.
      if (!list) this.#lists.delete(baseUrl);
      return list?.models ?? [];
    });
    this.#lists.set(baseUrl, { at: Date.now(), models });
    return models;
  }
}
