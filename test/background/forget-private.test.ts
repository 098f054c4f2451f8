import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { forgetPrivate } from '~/lib/background/forget-private';
import { updateSettings } from '~/lib/storage/settings';

const LEFT = { readingPositions: [{ url: 'https://private.example/' }], 'scan:abc:1': 'What a scanned page says.' };
const stored = async () => Object.keys(await fakeBrowser.storage.session.get(null)).sort();

describe('the last private window', () => {
  const audio = { clearPrivate: vi.fn() };
  const open = (...tabs: { id: number; incognito: boolean }[]) => vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue(tabs as never);

  beforeEach(async () => {
    fakeBrowser.reset();
    audio.clearPrivate.mockClear();
    await fakeBrowser.storage.session.set(LEFT);
  });

  it('takes along what memory holds of speech, places and scanned pages', async () => {
    // The browser may still count the tab that is closed.
    open({ id: 7, incognito: false }, { id: 9, incognito: true });
    await forgetPrivate(audio, 9);
    expect(audio.clearPrivate).toHaveBeenCalledOnce();
    expect(await stored()).toEqual([]);
  });

  it('is not the one that closes while another is open', async () => {
    open({ id: 9, incognito: true }, { id: 10, incognito: true });
    await forgetPrivate(audio, 9);
    expect(audio.clearPrivate).not.toHaveBeenCalled();
    expect(await stored()).toEqual(Object.keys(LEFT).sort());
  });

  it('leaves scanned pages with history off, when memory has those of all windows', async () => {
    open({ id: 7, incognito: false });
    await updateSettings({ history: { on: false, keepDays: 0 } });
    await forgetPrivate(audio, 9);
    expect(await stored()).toEqual(['scan:abc:1']);
  });
});
