import { browser } from 'wxt/browser';
import { describe, expect, it, vi } from 'vitest';
import { MAX_PDF_BYTES } from '~/lib/background/pdf/read-pdf-file';
import type { Platform } from '~/lib/background/platform';
import { toAppError } from '~/lib/shared/app-error';
import type { PdfOrder, PdfReply } from '~/lib/shared/pdf';
import { composeBook, composeScan } from '../fixtures/pdf/compose-pdfs';
import { encryptPdf } from '../fixtures/pdf/encrypt-pdf';
import { writePdf } from '../fixtures/pdf/write-pdf';
import { readBytes } from '../pdf/read-bytes';
import { SUMMARIZE, World } from './world';

/** Reads for real, in this process. What goes wrong is told as by message. */
async function* readHere(world: World, file: Blob, order: PdfOrder): AsyncGenerator<PdfReply> {
  try {
    yield { type: 'page', page: await readBytes(new Uint8Array(await file.arrayBuffer()), order) };
  } catch (thrown) {
    throw world.AppError.fromData(toAppError(thrown).data);
  }
}

/** A tab that shows a PDF in the browser's viewer, in which a fetch of its address comes to this. */
async function openPdf({ status = 200, file, url = 'https://example.org/book.pdf' }: { status?: number; file?: Uint8Array; url?: string }): Promise<World> {
  const world = await World.open();
  world.tabs.set(7, { id: 7, url, title: 'book.pdf', incognito: false });
  world.readPdf = vi.fn((file, order) => readHere(world, file, order));
  world.executeScript.mockImplementation(async ({ func, args }) => {
    const [from, to] = (args ?? []) as number[];
    const answer = (result: unknown) => [{ documentId: 'd1', result }];
    if (func?.name === 'readContentType') return answer('application/pdf');
    if (func?.name === 'holdFile') return answer(file ? { status, size: file.length } : null);
    if (func?.name === 'takeSlice') return answer(`data:;base64,${Buffer.from(file ?? []).subarray(from, to).toString('base64')}`);
    return answer(undefined);
  });
  return world;
}

const failure = async (world: World) => {
  const watcher = world.watch();
  return (await world.reach(watcher, await world.start(), 'failed')).error;
};

const FACT = 'Keeper Ottilie Brandt counted 4711 ships in 1903.';
const book = () => writePdf(composeBook(2, (page) => (page === 2 ? FACT : '')));

describe('a tab with a PDF', () => {
  it('is read from inside the tab, and once for several questions', async () => {
    const world = await openPdf({ file: book() });
    await world.start();
    expect(JSON.stringify((await world.answer()).request.messages)).toContain(FACT);
    await world.start({ ...SUMMARIZE, options: { ...SUMMARIZE.options, length: 'long' } });
    expect(JSON.stringify((await world.answer()).request.messages)).toContain(FACT);
    expect(world.readPdf).toHaveBeenCalledOnce();
  });

  it('asks for the site where the tab is closed to Docent', async () => {
    expect(await failure(await openPdf({}))).toMatchObject({ code: 'page-permission', origin: 'https://example.org' });
  });

  it.each([
    ['the server has it no more', { status: 404, file: Buffer.from('gone') }, { code: 'pdf-unreachable', status: 404 }],
    ['the server answers with a page', { file: Buffer.from('<!doctype html><title>Log in') }, { code: 'pdf-unreachable' }],
    ['it is a file of this computer', { file: Buffer.from(''), url: 'file:///home/me/book.pdf' }, { code: 'page-permission', reason: expect.stringMatching(/^local-/) as string }],
    ['it is a scan', { file: writePdf(composeScan()) }, { code: 'page-empty', reason: 'scanned' }],
    ['it is damaged', { file: Buffer.from('%PDF-1.7 and nothing else') }, { code: 'pdf-broken' }],
  ])('says what is wrong when %s', async (_, given, error) => {
    expect(await failure(await openPdf({ ...given, file: new Uint8Array(given.file) }))).toMatchObject(error);
  });

  it('that never tells how large it is, nor ends, is given up at the limit for all files, and by Stop', async () => {
    const world = await openPdf({});
    const inTab = world.executeScript.getMockImplementation();
    world.executeScript.mockImplementation(async (injection) => {
      const { func, args } = injection as unknown as { func?: (...args: unknown[]) => unknown; args?: unknown[] };
      const stands = ['holdFile', 'takeSlice', 'letGo'].includes(func?.name ?? '');
      return stands || !inTab ? [{ documentId: 'd1', result: await func?.(...(args ?? [])) }] : inTab(injection);
    });
    const piece = new Uint8Array(4_000_000);
    let given = 0;
    let ended: AbortSignal | null | undefined;
    let mostBytes = Infinity;
    vi.stubGlobal('location', { href: 'https://example.org/book.pdf' });
    vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
      ended = init.signal;
      given = 0;
      return new Response(new ReadableStream({
        pull(controller) {
          if (ended?.aborted) return controller.error(ended.reason);
          if (given >= mostBytes) return new Promise<void>((resolve) => ended?.addEventListener('abort', () => {
            controller.error(ended?.reason);
            resolve();
          }));
          given += piece.length;
          controller.enqueue(piece);
        },
      }));
    });
    expect(await failure(world)).toMatchObject({ code: 'pdf-too-large' });
    expect(given).toBeLessThan(MAX_PDF_BYTES + 5 * piece.length);
    expect(ended?.aborted).toBe(true);

    mostBytes = piece.length;
    const watcher = world.watch();
    const runId = await world.start();
    await vi.waitUntil(() => given === mostBytes);
    await world.call('stopRun', { runId });
    await world.reach(watcher, runId, 'stopped');
    await vi.waitUntil(() => ended?.aborted);
    vi.unstubAllGlobals();
  });

  it('that a form has made is not taken for what its address gives now, nor for what it gave before', async () => {
    const world = await openPdf({ file: book() });
    const watcher = world.watch();
    const first = await world.start();
    (await world.answer()).text('A book.').finish();
    await world.reach(watcher, first, 'done');
    const give = world.executeScript.getMockImplementation();
    world.executeScript.mockImplementation(async (injection) => (injection.func?.name === 'readNavigation' ? [{ documentId: 'd2', result: 'FormSubmitted' }] : ((await give?.(injection)) ?? [])));
    expect(await failure(world)).toMatchObject({ code: 'pdf-unreachable' });
    expect(world.readPdf).toHaveBeenCalledOnce();
  });

  it('opens with the password that Retry brings, which is never on disk', async () => {
    const world = await openPdf({ file: encryptPdf(composeBook(2, () => FACT), 'sesame') });
    const watcher = world.watch();
    const runId = await world.start();
    expect((await world.reach(watcher, runId, 'failed')).error).toMatchObject({ code: 'pdf-password' });
    const again = await world.call('retryRun', { runId, password: 'wrong' });
    expect((await world.reach(watcher, again.runId, 'failed')).error).toMatchObject({ code: 'pdf-password', reason: 'wrong-password' });
    await world.call('retryRun', { runId: again.runId, password: 'sesame' });
    expect(JSON.stringify((await world.answer()).request.messages)).toContain(FACT);
    expect(JSON.stringify(await browser.storage.local.get(null))).not.toContain('sesame');
  });
});

describe('a PDF that is attached', () => {
  const attach = async (bytes: Uint8Array) => {
    const world = await World.open();
    const { readFile } = await import('~/lib/background/attachments/read-file');
    const platform = { readPdf: (file: Blob, order: PdfOrder) => readHere(world, file, order) } as Partial<Platform> as Platform;
    return readFile({ name: 'Keepers.pdf', mediaType: 'application/pdf', bytes: new Uint8Array(bytes) }, 1_536, platform, new AbortController().signal);
  };

  it('is read like one in the viewer', async () => {
    const { mediaType, page } = await attach(book());
    expect(mediaType).toBe('application/pdf');
    expect(page).toMatchObject({ title: 'The Keepers of the Light', pages: { total: 2 } });
    expect(JSON.stringify(page.blocks)).toContain(FACT);
  });

  it('may be a scan: it has no text yet, and its pages are named', async () => {
    const { page } = await attach(writePdf(composeScan()));
    expect(page).toMatchObject({ blocks: [], pages: { total: 1, pictures: [1], hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string } });
  });

  it.each([
    ['encrypted', encryptPdf(composeBook(1), 'sesame'), { code: 'pdf-password' }],
    ['cut off', book().slice(0, 300), { code: 'pdf-broken' }],
  ])('says so when it is %s', async (_, bytes, error) => {
    await expect(attach(bytes)).rejects.toMatchObject({ data: error });
  });
});
