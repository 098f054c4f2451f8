import { describe, expect, it } from 'vitest';
import { chooseModel, chooseVisionModel } from '~/lib/background/choose-model';
import type { ModelList } from '~/lib/messaging/protocol';
import type { AppError } from '~/lib/shared/app-error';
import { DEFAULT_SETTINGS, type Settings } from '~/lib/shared/settings';
import { makeModel } from './fake-api';

const BLIND = makeModel('deepseek/deepseek-v4-flash', { vision: false });
const SEEING = makeModel('some/seeing', { vision: true });
const PRESET = makeModel('gpt-4o-mini', { vision: true, aliases: ['openai/gpt-4o-mini'] });
const UNKNOWN = makeModel('some/unknown');
const PAINTER = makeModel('some/painter', { vision: true, chat: false });

const listOf = (...models: ModelList['models']): ModelList => ({
  models, source: 'server', ...(models[0] ? { preferred: models[0].id } : {}),
});
const settings = (more: Partial<Settings> = {}): Settings => ({ ...DEFAULT_SETTINGS, ...more });
const errorOf = (work: () => unknown) => {
  try {
    work();
  } catch (thrown) {
    return (thrown as AppError).data;
  }
  return undefined;
};

describe('pictures go to', () => {
  it.each<[string, Partial<Settings>, ModelList['models'], string]>([
    ['the vision model that was chosen', { visionModel: SEEING.id, chatModel: PRESET.id }, [PRESET, SEEING], SEEING.id],
    ['one that no list knows, if it was chosen', { visionModel: 'my/own' }, [PRESET], 'my/own'],
    ['the chat model, if it takes pictures', { chatModel: SEEING.id }, [PRESET, SEEING], SEEING.id],
    ['the chat model, if nobody knows whether it does', { chatModel: UNKNOWN.id }, [UNKNOWN, SEEING], UNKNOWN.id],
    ["the preset's first that does, where the chat model does not", { chatModel: BLIND.id }, [SEEING, BLIND, PRESET], PRESET.id],
    ["the list's first that does, where the preset has none", { chatModel: BLIND.id }, [BLIND, UNKNOWN, PAINTER, SEEING], SEEING.id],
    ['the preferred one, where none was chosen', {}, [PRESET, SEEING], PRESET.id],
  ])('%s', (_what, about, models, id) => {
    expect(chooseVisionModel(settings(about), listOf(...models)).id).toBe(id);
  });

  it('the model chosen for this run before any other', () => {
    expect(chooseVisionModel(settings({ visionModel: SEEING.id }), listOf(PRESET, SEEING), PRESET.id).id).toBe(PRESET.id);
  });

  it('no model that is known to take none: another is named, if there is one', () => {
    const chosen = () => chooseVisionModel(settings({ visionModel: BLIND.id }), listOf(BLIND, SEEING));
    expect(errorOf(chosen)).toEqual({ code: 'no-vision', host: 'api.aimlapi.com', model: BLIND.id, suggestion: SEEING.id });
    const forThisRun = () => chooseVisionModel(settings(), listOf(PRESET, BLIND), BLIND.id);
    expect(errorOf(forThisRun)).toMatchObject({ code: 'no-vision', suggestion: PRESET.id });
    const alone = () => chooseVisionModel(settings(), listOf(BLIND));
    expect(errorOf(alone)).toEqual({ code: 'no-vision', host: 'api.aimlapi.com', model: BLIND.id });
  });

  it('none, where none is known at all', () => {
    const list: ModelList = { models: [], source: 'bundled', error: { code: 'bad-key' } };
    expect(errorOf(() => chooseVisionModel(settings(), list))?.code).toBe('bad-key');
    expect(errorOf(() => chooseModel(settings(), { models: [], source: 'server' }))?.code).toBe('model-unknown');
  });
});

it('words alone go to the chat model, whatever sees', () => {
  const about = settings({ chatModel: BLIND.id, visionModel: SEEING.id });
  expect(chooseModel(about, listOf(SEEING, BLIND))).toEqual({ id: BLIND.id, model: BLIND });
});
