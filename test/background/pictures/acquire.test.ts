import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { acquirePicture, acquireView } from '~/lib/background/pictures/acquire';
import type { Platform } from '~/lib/background/platform';
import type { ReaderJobName } from '~/lib/shared/reader-jobs';

/** What the page says, by job. */
const page = vi.hoisted(() => ({ answers: {} as Partial<Record<ReaderJobName, unknown>>, asked: [] as ReaderJobName[] }));
vi.mock('~/lib/background/pictures/run-reader', () => ({
  runReader: async (_tabId: number, name: ReaderJobName) => {
    page.asked.push(name);
    return page.answers[name] ?? null;
  },
}));

const SRC = 'https://cdn.example.org/a.png';
const OPTIONS = { maxSide: 1536, mayReveal: false, mayUseAddress: false };
const platform = {} as Platform;
const fetchFile = vi.fn<typeof fetch>();
let allowed: string[];
let tab: { active: boolean };

beforeEach(() => {
  fakeBrowser.reset();
  page.answers = { pixels: { kind: 'closed', src: SRC } };
  page.asked = [];
  allowed = [];
  tab = { active: true };
  fetchFile.mockReset().mockRejectedValue(new TypeError('Failed to fetch'));
  vi.stubGlobal('fetch', fetchFile);
  Object.assign(fakeBrowser, { permissions: { contains: async ({ origins }: { origins: string[] }) => origins.every((each) => allowed.includes(each)) } });
  Object.assign(fakeBrowser.tabs, { get: async () => ({ id: 7, windowId: 1, url: 'https://news.example/story', ...tab }) });
});

const acquire = (options: Partial<typeof OPTIONS> = {}, src = SRC) => acquirePicture(7, { src }, { ...OPTIONS, ...options }, platform, new AbortController().signal);

describe('a picture that the page may not read', () => {
  it('is fetched as the reader with permission for its host, and as nobody without', async () => {
    await expect(acquire()).rejects.toThrow();
    expect(fetchFile.mock.lastCall?.[1]).toMatchObject({ credentials: 'omit' });
    allowed = ['https://cdn.example.org/*'];
    await expect(acquire()).rejects.toThrow();
    expect(fetchFile.mock.lastCall?.[1]).toMatchObject({ credentials: 'include' });
  });

  it('says which permission is missing, or what its server answered', async () => {
    await expect(acquire()).rejects.toMatchObject({ data: { code: 'image-permission', origin: 'https://cdn.example.org' } });
    fetchFile.mockResolvedValue(new Response('', { status: 403 }));
    await expect(acquire()).rejects.toMatchObject({ data: { code: 'image-permission', origin: 'https://cdn.example.org' } });
    allowed = ['https://cdn.example.org/*'];
    await expect(acquire()).rejects.toMatchObject({ data: { code: 'image-unreachable', status: 403 } });
    fetchFile.mockResolvedValue(new Response('<html>Sign in</html>'));
    await expect(acquire()).rejects.toMatchObject({ data: { code: 'image-broken' } });
  });

  it('asks for no permission that would not help: that of the page itself', async () => {
    page.answers.pixels = { kind: 'closed', src: 'https://news.example/a.png' };
    await expect(acquire()).rejects.toMatchObject({ data: { code: 'image-unreachable' } });
  });

  it('is not fetched from this machine or its network for a page of the web, by way of a redirect neither; nobody is asked to permit that', async () => {
    allowed = ['http://localhost/*', 'http://192.168.0.1/*', 'https://cdn.example.org/*'];
    for (const src of ['http://localhost:8080/a.png', 'http://192.168.0.1/a.png']) {
      page.answers.pixels = { kind: 'closed', src };
      await expect(acquire({}, src)).rejects.toMatchObject({ data: { code: 'image-unreachable' } });
    }
    expect(fetchFile).not.toHaveBeenCalled();
    page.answers.pixels = { kind: 'closed', src: SRC };
    fetchFile.mockResolvedValue(Object.defineProperty(new Response('secret'), 'url', { value: 'http://127.0.0.1/' }));
    await expect(acquire()).rejects.toMatchObject({ data: { code: 'image-unreachable' } });
  });

  it('is not taken when it is larger than what is read, whether its server says so or not', async () => {
    fetchFile.mockResolvedValue(new Response('x', { headers: { 'content-length': '50000001' } }));
    await expect(acquire({ mayUseAddress: true })).rejects.toMatchObject({ code: 'image-too-large' });
    const block = new Uint8Array(5_000_000);
    let sent = 0;
    fetchFile.mockResolvedValue(new Response(new ReadableStream({ pull: (stream) => { sent++; stream.enqueue(block); } })));
    await expect(acquire({ mayUseAddress: true })).rejects.toMatchObject({ code: 'image-too-large' });
    expect(sent).toBeLessThan(15);
  });

  it('goes by its address where the server may be given one, and the address is public', async () => {
    const acquired = await acquire({ mayUseAddress: true });
    expect(acquired).toMatchObject({ images: [], url: SRC, way: 'address' });
    expect(acquired.hash).toMatch(/^[0-9a-f]{64}$/);
    for (const src of ['http://cdn.example.org/a.png', 'https://192.168.0.1/a.png', 'https://me:pass@cdn.example.org/a.png']) {
      page.answers.pixels = { kind: 'closed', src };
      await expect(acquire({ mayUseAddress: true }, src)).rejects.toMatchObject({ code: expect.stringMatching(/^image-(?:permission|unreachable)$/) as string });
    }
  });

  it('is looked for on the screen only when that is allowed, and the page stands as before then', async () => {
    await expect(acquire()).rejects.toThrow();
    expect(page.asked).toEqual(['pixels']);
    // Covered: nothing of it can be seen.
    page.answers.find = { id: 'p1' };
    await expect(acquire({ mayReveal: true })).rejects.toMatchObject({ code: 'image-permission' });
    expect(page.asked).toEqual(['pixels', 'pixels', 'reveal', 'find', 'unreveal']);
    page.answers.find = null;
    await expect(acquire({ mayReveal: true, mayUseAddress: true })).rejects.toMatchObject({ code: 'image-gone' });
  });

  it('is not fetched any more after Stop', async () => {
    const stop = new AbortController();
    fetchFile.mockImplementation(async () => {
      stop.abort();
      throw new DOMException('', 'AbortError');
    });
    const stopped = acquirePicture(7, { src: SRC }, { ...OPTIONS, mayReveal: true, mayUseAddress: true }, platform, stop.signal);
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(page.asked).toEqual(['pixels']);
  });
});

it('a picture that is gone, and has no address, is gone', async () => {
  page.answers.pixels = { kind: 'gone' };
  await expect(acquirePicture(7, { id: 'p3' }, OPTIONS, platform, new AbortController().signal)).rejects.toMatchObject({ code: 'image-gone' });
  expect(fetchFile).not.toHaveBeenCalled();
});

it('a tab behind another one cannot be looked at', async () => {
  tab.active = false;
  await expect(acquireView(7, undefined, OPTIONS, new AbortController().signal)).rejects.toMatchObject({ data: { code: 'image-unreachable', reason: 'out-of-sight' } });
});
