import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeText } from '~/lib/background/decode-text';
import { findBlock } from '~/lib/background/forbidden-pages';
import { type FakeTab, makePage, SUMMARIZE, World } from './world';

const link = (url: string) => ({ ...SUMMARIZE, source: { kind: 'link' as const, url } });

/** Starts a run and gives the error it fails with. */
async function failure(world: World, request: Parameters<World['start']>[0] = SUMMARIZE) {
  const watcher = world.watch();
  return (await world.reach(watcher, await world.start(request), 'failed')).error;
}

describe('addresses', () => {
  it.each([
    'chrome://settings/', 'about:addons', 'edge://flags', 'view-source:https://example.org/', 'devtools://devtools/x',
    'chrome-extension://abc/page.html', 'moz-extension://abc/page.html', 'https://chromewebstore.google.com/detail/x',
    'https://chrome.google.com/webstore/detail/x', 'https://microsoftedge.microsoft.com/addons/detail/x', 'not an address',
  ])('%s are closed to extensions', (address) => {
    expect(findBlock(address, false)?.code).toBe('page-forbidden');
  });

  it.each(['https://example.org/', 'http://localhost:8080/', 'file:///home/me/page.html', 'https://chrome.google.com/', 'https://support.mozilla.org/'])(
    '%s are open',
    (address) => expect(findBlock(address, false)).toBeUndefined(),
  );

  it.each(['https://addons.mozilla.org/', 'https://support.mozilla.org/kb', 'https://accounts.firefox.com/'])(
    '%s are closed in Firefox',
    (address) => {
      expect(findBlock(address, true)?.code).toBe('page-forbidden');
      expect(findBlock('https://mozilla.org/', true)).toBeUndefined();
    },
  );
});

describe('a page', () => {
  const tab: FakeTab = { id: 7, url: 'https://example.org/story', title: 'The lighthouse', incognito: false };

  it.each<[string, string, string, string?]>([
    ['without permission', 'Cannot access contents of the page. Extension manifest must request permission to access the respective host.', 'page-permission', 'https://example.org'],
    ['without permission, in Firefox', 'Missing host permission for the tab', 'page-permission', 'https://example.org'],
    ['forbidden by policy', 'This page cannot be scripted due to an ExtensionsSettings policy.', 'page-forbidden'],
    ['whose frame goes away', 'Frame with ID 0 was removed.', 'page-navigated'],
    ['that fails otherwise', 'Something new', 'unexpected'],
  ])('%s', async (_what, message, code, origin) => {
    const world = await World.open();
    world.executeScript.mockRejectedValue(new Error(message));
    const error = await failure(world);
    expect([error?.code, error?.origin]).toEqual([code, origin]);
  });

  it('of which the browser tells nothing may be a file of this computer, which no click opens', async () => {
    const world = await World.open();
    world.tabs.set(7, { id: 7 });
    world.executeScript.mockRejectedValue(new Error('Missing host permission for the tab'));
    expect(await failure(world)).toMatchObject({ code: 'page-permission', reason: 'untold-page' });
  });

  it('whose process hears a moment late that the reader has opened it to Docent', async () => {
    const world = await World.open();
    const refusal = new Error('Cannot access contents of the page. Extension manifest must request permission to access the respective host.');
    // The first look, and the extractor that does not wait for it.
    world.executeScript.mockRejectedValueOnce(refusal).mockRejectedValueOnce(refusal);
    await world.start();
    expect(JSON.stringify((await world.answer()).request.messages)).toContain('The lighthouse');
  });

  it('whose tab is closed meanwhile', async () => {
    const world = await World.open();
    world.executeScript.mockImplementation(async () => {
      world.tabs.delete(7);
      throw new Error('The tab was closed.');
    });
    expect((await failure(world))?.code).toBe('page-closed');
  });

  it('whose tab goes elsewhere meanwhile', async () => {
    const world = await World.open();
    world.executeScript.mockImplementation(async ({ func }) => {
      if (func) return [{ documentId: 'd1', result: 'text/html' }];
      return [{ documentId: 'd2', result: makePage({ url: 'https://example.org/next' }) }];
    });
    expect((await failure(world))?.code).toBe('page-navigated');
  });

  it('that the browser has unloaded', async () => {
    const world = await World.open();
    world.tabs.set(7, { ...tab, discarded: true });
    expect((await failure(world))?.code).toBe('page-discarded');
    expect((await world.call('getTab', { tabId: 7 })).blocked?.code).toBe('page-discarded');
    expect(world.executeScript).not.toHaveBeenCalled();
  });

  it.each(['application/zip', 'image/png', 'video/mp4', 'audio/mpeg'])('that is %s', async (type) => {
    const world = await World.open();
    world.executeScript.mockResolvedValue([{ documentId: 'd1', result: type }]);
    expect(await failure(world)).toMatchObject({ code: 'page-not-text', detail: type });
  });

  it('that answers with something else than a page', async () => {
    const world = await World.open();
    world.page = { ...makePage(), blocks: [{ kind: 'paragraph', text: 5 }] };
    expect((await failure(world))?.code).toBe('unexpected');
  });

  describe('that takes long', () => {
    /** A page whose reading does not end by itself. `pass`: the next time that is waited for so many milliseconds is over. */
    async function openSlow(answers: (looks: number) => boolean) {
      const world = await World.open();
      const read = Promise.withResolvers<{ documentId: string; result: unknown }[]>();
      let looks = 0;
      world.executeScript.mockImplementation(({ func }) => {
        if (!func) return read.promise;
        return answers(++looks) ? Promise.resolve([{ documentId: 'd1', result: 'text/html' }]) : new Promise(() => {});
      });
      const timers = vi.spyOn(globalThis, 'setTimeout');
      const passed = new Set<unknown>();
      const pass = async (milliseconds: number) => {
        const timer = await vi.waitFor(() => {
          const found = timers.mock.calls.find((call) => call[1] === milliseconds && !passed.has(call));
          if (!found) throw new Error('no limit yet');
          return found;
        });
        passed.add(timer);
        (timer[0] as () => void)();
      };
      const watcher = world.watch();
      const runId = await world.start();
      return { world, watcher, runId, pass, end: () => read.resolve([{ documentId: 'd1', result: world.page }]) };
    }

    it('and answers nothing is stuck after 20 seconds', async () => {
      const { world, watcher, runId, pass } = await openSlow((looks) => looks === 1);
      await pass(15_000);
      expect(watcher.last?.state).not.toBe('failed');
      await pass(5_000);
      expect((await world.reach(watcher, runId, 'failed')).error?.code).toBe('page-too-slow');
    });

    it('and is at work is waited for', async () => {
      const alive = await openSlow(() => true);
      for (let times = 0; times < 3; times++) await alive.pass(15_000);
      alive.end();
      (await alive.world.answer()).text('It says so.').finish();
      await alive.world.reach(alive.watcher, alive.runId, 'done');
    });

    it('and never ends is given up after two minutes, whatever it answers', async () => {
      const endless = await openSlow(() => true);
      for (let times = 0; times < 7; times++) await endless.pass(15_000);
      expect((await endless.world.reach(endless.watcher, endless.runId, 'failed')).error?.code).toBe('page-too-slow');
    });
  });
});

describe('a linked page', () => {
  const fetchMock = vi.fn<typeof fetch>();
  beforeEach(() => vi.stubGlobal('fetch', fetchMock));
  afterEach(() => vi.unstubAllGlobals());

  const reply = (body: BodyInit, type: string, status = 200) => new Response(body, { status, headers: { 'content-type': type } });

  async function openWith(response: Response): Promise<World> {
    const world = await World.open();
    world.permissions.add('https://other.example/*');
    fetchMock.mockReset().mockResolvedValue(response);
    return world;
  }

  it('is fetched without cookies and read off-screen', async () => {
    const world = await openWith(reply(new Uint8Array([0x3c, 0x70, 0x3e, 0xe9]), 'text/html; charset=iso-8859-1'));
    await world.start(link('https://other.example/a'));
    await world.answer();
    expect(fetchMock).toHaveBeenCalledWith('https://other.example/a', expect.objectContaining({ credentials: 'omit' }));
    expect(world.extractHtml.mock.lastCall?.slice(0, 2)).toEqual(['<p>é', 'https://other.example/a']);
    expect(world.executeScript).not.toHaveBeenCalled();
  });

  it('of another site needs permission', async () => {
    const world = await World.open();
    fetchMock.mockReset();
    expect(await failure(world, link('https://other.example/a'))).toEqual({ code: 'page-permission', origin: 'https://other.example' });
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('of the same site is fetched from inside the page', async () => {
    const world = await World.open();
    const data = `data:text/html;base64,${btoa('<p>same')}`;
    world.executeScript.mockResolvedValue([{ documentId: 'd1', result: { url: 'https://example.org/b', status: 200, contentType: 'text/html', data } }]);
    await world.start(link('https://example.org/b'));
    await world.answer();
    expect(world.extractHtml.mock.lastCall?.slice(0, 2)).toEqual(['<p>same', 'https://example.org/b']);
    expect(world.executeScript.mock.lastCall?.[0].args).toEqual(['https://example.org/b', 10_000_000]);
  });

  it('that is the page itself is read where it is', async () => {
    const world = await World.open();
    await world.start(link('https://example.org/story#part'));
    await world.answer();
    expect(world.executeScript.mock.calls.flatMap(([{ files }]) => files ?? [])).toEqual(['/extract.js']);
  });

  it('in plain text is read as paragraphs', async () => {
    const world = await openWith(reply('One.\n\nTwo.', 'text/plain'));
    await world.start(link('https://other.example/notes.txt'));
    expect(JSON.stringify((await world.answer()).request.messages)).toContain('One.\\n\\nTwo.');
    expect(world.extractHtml).not.toHaveBeenCalled();
  });

  it.each<[string, () => Response, object]>([
    ['missing', () => reply('no', 'text/html', 404), { code: 'link-failed', status: 404 }],
    ['a picture', () => reply('x', 'image/png'), { code: 'page-not-text', detail: 'image/png' }],
    ['too large', () => reply('x'.repeat(10_000_001), 'text/html'), { code: 'link-failed', reason: 'too-large' }],
  ])('that is %s', async (_what, response, error) => {
    expect(await failure(await openWith(response()), link('https://other.example/a'))).toEqual(error);
  });

  it('that takes longer than 30 seconds, and is no longer loaded then', async () => {
    const world = await openWith(reply('', 'text/html'));
    fetchMock.mockImplementation((_url, init) => new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
    }));
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const watcher = world.watch();
    const runId = await world.start(link('https://other.example/a'));
    const limit = await vi.waitFor(() => {
      const call = timers.mock.calls.find(([, delay]) => delay === 30_000);
      if (!call) throw new Error('no limit yet');
      return call[0];
    });
    (limit as () => void)();
    expect((await world.reach(watcher, runId, 'failed')).error).toEqual({ code: 'link-failed' });
    expect(fetchMock.mock.lastCall?.[1]?.signal?.aborted).toBe(true);
  });

  it('that no server answers for', async () => {
    const world = await openWith(reply('', 'text/html'));
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
    expect((await failure(world, link('https://other.example/a')))?.code).toBe('link-failed');
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'mailto:a@b.example', 'nonsense'])('%s is not fetched', async (url) => {
    const world = await openWith(reply('', 'text/html'));
    expect((await failure(world, link(url)))?.code).toBe('link-failed');
    expect(fetchMock).not.toHaveBeenCalled();
  });
});

describe('a page of the web', () => {
  const fetchMock = vi.fn<typeof fetch>();
  beforeEach(() => vi.stubGlobal('fetch', fetchMock));
  afterEach(() => vi.unstubAllGlobals());

  it.each(['http://localhost:631/printers', 'http://127.0.0.1/', 'http://[::1]:8080/', 'http://192.168.1.1/'])('does not lead Docent to %s', async (url) => {
    const world = await World.open();
    world.permissions.add('http://localhost/*').add('http://127.0.0.1/*').add('http://[::1]/*').add('http://192.168.1.1/*');
    fetchMock.mockReset();
    expect((await failure(world, link(url)))?.code).toBe('link-failed');
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('does not lead it there by a redirect either', async () => {
    const world = await World.open();
    world.permissions.add('https://other.example/*');
    const redirected = new Response('secret', { headers: { 'content-type': 'text/html' } });
    Object.defineProperty(redirected, 'url', { value: 'http://localhost:631/' });
    fetchMock.mockReset().mockResolvedValue(redirected);
    expect((await failure(world, link('https://other.example/a')))?.code).toBe('link-failed');
    expect(world.extractHtml).not.toHaveBeenCalled();
  });
});

describe('the encoding of a fetched document', () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

  it.each([
    ['its byte order mark, against the header', latin('\xef\xbb\xbf\xc3\xa9'), 'text/html; charset=iso-8859-1', 'é'],
    ['the header', latin('\xe9'), 'text/html; charset="windows-1252"', 'é'],
    ['a meta element', latin('<meta charset=iso-8859-2><p>\xb1'), 'text/html', '<meta charset=iso-8859-2><p>ą'],
    ['an older meta element', latin('<META http-equiv=content-type content="text/html; charset=koi8-r">\xc1'), '', '<META http-equiv=content-type content="text/html; charset=koi8-r">а'],
    ['UTF-8 when nothing tells', latin('\xc3\xa9'), 'text/html', 'é'],
    ['UTF-8 when the name is unknown', latin('\xc3\xa9'), 'text/html; charset=martian', 'é'],
    ['UTF-8 when a meta element claims UTF-16', latin('<meta charset=utf-16>\xc3\xa9'), 'text/html', '<meta charset=utf-16>é'],
  ])('is told by %s', (_what, bytes, type, text) => {
    expect(decodeText(bytes, type, true)).toBe(text);
  });
});
