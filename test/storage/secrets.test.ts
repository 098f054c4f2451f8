import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { getKey, keyHint, setKey } from '~/lib/storage/secrets';

beforeEach(() => fakeBrowser.reset());

describe('keys', () => {
  it('belong to one origin: scheme, host and port', async () => {
    await setKey('https://api.example.com/v1', 'sk-first');
    expect(await getKey('https://api.example.com/other/v2')).toBe('sk-first');
    for (const other of ['http://api.example.com/v1', 'https://api.example.com:8443/v1', 'https://api.example.org/v1', 'https://api.example.com.evil.test/v1']) {
      expect(await getKey(other)).toBeUndefined();
    }
    await setKey('https://api.example.org/v1', 'sk-second');
    expect(await getKey('https://api.example.com/v1')).toBe('sk-first');
  });

  it('are deleted by an empty one', async () => {
    await setKey('https://gone.example/v1', 'sk-gone');
    await setKey('https://gone.example/v1', ' ');
    expect(await getKey('https://gone.example/v1')).toBeUndefined();
  });

  it('lose the white space and "Bearer" they were pasted with', async () => {
    await setKey('https://paste.example/v1', ' Bearer sk-pasted\n');
    expect(await getKey('https://paste.example/v1')).toBe('sk-pasted');
  });

  it('that no header can carry are refused, as is an address that is none', async () => {
    await expect(setKey('https://api.example.com/v1', 'sk–dash')).rejects.toMatchObject({ code: 'bad-key' });
    await expect(setKey('not an address', 'sk')).rejects.toMatchObject({ code: 'bad-base-url' });
    expect(await getKey('not an address')).toBeUndefined();
  });

  it('never touch extension storage, which content scripts can read', async () => {
    await setKey('https://private.example/v1', 'sk-private');
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('show their end only when the rest stays secret', () => {
    expect(keyHint('sk-1234567890abcdef')).toBe('cdef');
    expect(keyHint('short-key')).toBeUndefined();
  });
});
