import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, Settings } from '~/lib/shared/settings';
import { readSettings } from '~/lib/storage/repair-settings';
import { getSettings, updateSettings } from '~/lib/storage/settings';

beforeEach(() => fakeBrowser.reset());

const store = (settings: unknown) => fakeBrowser.storage.local.set({ settings });

describe('stored settings', () => {
  it('are the defaults at first, and that is no repair', async () => {
    expect(await getSettings()).toEqual({ settings: DEFAULT_SETTINGS, repaired: false });
  });

  it('keep what was changed', async () => {
    const changed = await updateSettings({ chatModel: 'gpt-4o-mini', welcomed: true });
    expect(changed).toEqual({ ...DEFAULT_SETTINGS, chatModel: 'gpt-4o-mini', welcomed: true });
    expect(await getSettings()).toEqual({ settings: changed, repaired: false });
  });

  it('lose no change made at the same time', async () => {
    await Promise.all([updateSettings({ chatModel: 'a' }), updateSettings({ engine: 'device' }), updateSettings({ welcomed: true })]);
    expect((await getSettings()).settings).toMatchObject({ chatModel: 'a', engine: 'device', welcomed: true });
  });

  it('are repaired field by field, and the damaged ones kept aside', async () => {
    const damaged = {
      ...DEFAULT_SETTINGS,
      engine: 'steam',
      chatModel: 'kept',
      summary: { style: 'simple', length: 7, language: 'de', instruction: 'kept too' },
    };
    await store(damaged);
    const { settings, repaired } = await getSettings();
    expect(repaired).toBe(true);
    expect(settings).toEqual({
      ...DEFAULT_SETTINGS,
      chatModel: 'kept',
      summary: { style: 'simple', length: 'medium', language: 'de', instruction: 'kept too' },
    });
    expect(await fakeBrowser.storage.local.get('settingsKeptAside')).toEqual({ settingsKeptAside: damaged });
    expect(await fakeBrowser.storage.local.get('settings')).toEqual({ settings });
  });

  it('are reported as repaired until the reader changes one', async () => {
    await store('nonsense');
    await getSettings();
    expect((await getSettings()).repaired).toBe(true);
    await updateSettings({ welcomed: true });
    expect((await getSettings()).repaired).toBe(false);
  });

  it('of a Docent that knew fewer or more fields need no repair', () => {
    const other = { ...DEFAULT_SETTINGS, sendAcceptedHosts: undefined, later: 1, summary: { style: 'simple' } };
    expect(readSettings(other)).toEqual({
      settings: { ...DEFAULT_SETTINGS, summary: { ...DEFAULT_SETTINGS.summary, style: 'simple' } },
      repaired: false,
    });
  });

  it('are brought through every migration in turn', () => {
    const migrations = {
      [-1]: (older: Record<string, unknown>) => ({ ...older, model: `${String(older.modelName)}!` }),
      0: (older: Record<string, unknown>) => ({ ...older, chatModel: `${String(older.model)}?` }),
    };
    expect(readSettings({ version: -1, modelName: 'm' }, migrations)).toEqual({
      settings: { ...DEFAULT_SETTINGS, chatModel: 'm!?' },
      repaired: false,
    });
  });

  it('become valid settings whatever was stored', () => {
    const field = fc.oneof(fc.anything(), fc.constantFrom(...Object.values(DEFAULT_SETTINGS)));
    const damaged = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), field));
    fc.assert(
      fc.property(damaged, (stored) => {
        expect(Settings.safeParse(readSettings(stored).settings).success).toBe(true);
      }),
    );
  });
});
